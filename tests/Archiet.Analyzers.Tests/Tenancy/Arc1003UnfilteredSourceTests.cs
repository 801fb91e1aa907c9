using Archiet.Analyzers.Tenancy;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Tenancy;

public sealed class Arc1003UnfilteredSourceTests
{
    private const string Id = "ARC1003";

    [TestCase("clinic.[|Set<Dictionary<string, object>>|](\"patient_tags\").ToList();")]
    [TestCase("await clinic.[|Set<Dictionary<string, object>>|](\"patient_tags\").ExecuteDeleteAsync();")]
    [TestCase("clinic?.[|Set<Dictionary<string, object>>|](\"patient_tags\").ToList();")]
    [TestCase("var links = clinic.[|Set<Dictionary<string, object>>|](name); links.Add(new() { [\"a\"] = 1 });")]
    [TestCase("any.[|Set<Dictionary<string, object>>|](name).ToList();")]
    [TestCase("Func<int> count = () => clinic.[|Set<Dictionary<string, object>>|](name).Count();")]
    [TestCase("_ = (from it in clinic.[|Set<Dictionary<string, object>>|](name) select it).ToList();")]
    [TestCase("_ = clinic.Patients.Where(it => clinic.[|Set<Dictionary<string, object>>|](name).Any()).ToList();")]
    [TestCase("int Count<T>(T db) where T : ClinicContext => db.[|Set<Dictionary<string, object>>|](name).Count(); Count(clinic);")]
    [TestCase("clinic.Set<Patient>().ToList();")]
    [TestCase("clinic.Set<Patient>(name).ToList();")]
    [TestCase("blog.Set<Dictionary<string, object>>(\"post_tags\").ToList();")]
    [TestCase("DbContext it = blog; it.Set<Dictionary<string, object>>(\"post_tags\").ToList();")]
    [TestCase("_ = clinic.Patients.Select(it => new Dictionary<string, object>()).ToList();")]
    [TestCase("_ = clinic.Patients.Include(it => it.Visits).ToList();")]
    [TestCase("[CrossTenant(because: \"counts the tags of all practices\")] int Tags() => clinic.Set<Dictionary<string, object>>(name).Count(); Tags();")]
    public void The_table_behind_a_many_to_many(string code) => Contexts.TestBody(new Arc1003UnfilteredSource(), Id, code).Verify();

    [TestCase("public DbSet<Note> [|Notes|] => Set<Note>();", "")]
    [TestCase("public DbSet<Note> [|Notes|] { get; set; } = null!;", "model.Entity<Note>().ToTable(\"notes\");", Description = "once")]
    [TestCase("", "model.[|Entity<Note>|]().ToTable(\"notes\");")]
    [TestCase("", "model.[|Entity<Note>|](note => note.HasKey(it => it.Id));")]
    [TestCase("", "model.[|Entity<Note>|]().HasNoKey().ToView(\"totals\");")]
    [TestCase("", "model.[|ApplyConfiguration|](new OfNote());")]
    [TestCase("", "model.[|Entity<Note>|]().HasQueryFilter(\"text\", it => it.Text != \"\");")]
    [TestCase("", "model.Entity<Owned>().HasNoKey().[|ToSqlQuery|](\"SELECT * FROM notes\");")]
    [TestCase("", "model.Entity<Owned>(it => it.[|ToSqlQuery|](\"SELECT * FROM notes\"));")]
    [TestCase("public DbSet<Owned> Owned => Set<Owned>();", "model.Entity<Owned>().HasNoKey().ToView(\"totals\");")]
    [TestCase("public DbSet<Shadow> Shadows => Set<Shadow>();", "model.Entity<Shadow>().Property<Guid>(\"TenantId\");")]
    [TestCase("public DbSet<Child> Children => Set<Child>();", "model.Entity<Child>().HasQueryFilter(\"owner\", it => it.Patient!.TenantId == Tenant);")]
    [TestCase("public DbSet<Derived> Derived => Set<Derived>();", "")]
    [TestCase("public DbSet<Listed> Listed => Set<Listed>();", "model.Entity<Listed>();")]
    [TestCase("[CrossTenant(because: \"a list of countries\")] public DbSet<Note> Notes => Set<Note>();", "")]
    [TestCase("public IQueryable<Patient> Everybody => Set<Patient>(); public DbSet<Patient> People => Set<Patient>();", "model.Entity<Patient>().HasIndex(it => it.Name);")]
    [TestCase("", "model.Entity<Owned>(); model.ApplyConfiguration(new OfOwned());")]
    public void An_entity_that_a_context_of_Archiet_is_given(string set, string code) => Contexts.Test(new Arc1003UnfilteredSource(), Id, $$"""
        using Microsoft.EntityFrameworkCore.Metadata.Builders;

        public class Note { public int Id { get; set; } public string Text { get; set; } = ""; }
        public class Owned { public int Id { get; set; } public Guid TenantId { get; set; } }
        public class Derived : Owned;
        public class Shadow { public int Id { get; set; } }
        public class Child { public int Id { get; set; } public Patient? Patient { get; set; } }
        [CrossTenant(because: "a list that the operators keep for all")]
        public class Listed { public int Id { get; set; } }
        public class OfNote : IEntityTypeConfiguration<Note> { public void Configure(EntityTypeBuilder<Note> builder) => builder.ToTable("notes"); }
        public class OfOwned : IEntityTypeConfiguration<Owned> { public void Configure(EntityTypeBuilder<Owned> builder) => builder.ToTable("owned"); }

        abstract partial class MyContext(DbContextOptions options) : ClinicContext(options)
        {
            {{set}}

            protected void Extend(ModelBuilder model) { {{code}} }
        }
        """).Verify();

    [TestCase("DbContext", "", "public DbSet<Invoice> [|Invoices|] { get; set; } = null!;", "")]
    [TestCase("DbContext", "", "public DbSet<Invoice> [|Invoices|] => Set<Invoice>(); public DbSet<Country> Countries => Set<Country>();", "model.Entity<Invoice>().ToTable(\"invoices\");")]
    [TestCase("DbContext", "", "public DbSet<Invoice> [|Invoices|] => Set<Invoice>();", "model.Entity<Invoice>().HasQueryFilter(it => it.Text != \"\");")]
    [TestCase("DbContext", "", "public DbSet<Invoice> [|Invoices|] => Set<Invoice>();", "model.Entity<Country>().HasQueryFilter(it => it.Id > 0);")]
    [TestCase("DbContext", "", "public DbSet<Invoice> [|Invoices|] => Set<Invoice>(); public DbSet<Ledger> Ledgers => Set<Ledger>();", "model.Entity<Ledger>().HasQueryFilter(it => it.Owner == name);")]
    [TestCase("DbContext", "", "public DbSet<Invoice> [|Invoices|] => Set<Invoice>();", "model.ApplyConfigurationsFromAssembly(GetType().Assembly);")]
    [TestCase("Base", "", "public DbSet<Invoice> [|Invoices|] => Set<Invoice>();", "")]
    [TestCase("DbContext", "", "public DbSet<Invoice> Invoices => Set<Invoice>();", "model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == Tenant);")]
    [TestCase("DbContext", "", "public DbSet<Invoice> Invoices => Set<Invoice>();", "model.Entity<Invoice>(it => it.HasQueryFilter(\"Tenant\", row => row.TenantId == Tenant && row.Text != \"\"));")]
    [TestCase("DbContext", "", "public DbSet<Invoice> Invoices => Set<Invoice>();", "model.Entity<Invoice>().HasQueryFilter(it => EF.Property<Guid>(it, \"TenantId\") == Tenant);")]
    [TestCase("DbContext", "", "public DbSet<Cash> Cash => Set<Cash>();", "model.Entity<Ledger>().HasQueryFilter(it => it.Owner == name);", Description = "the root is filtered")]
    [TestCase("DbContext", "", "public DbSet<Invoice> Invoices => Set<Invoice>();", "foreach (var entity in model.Model.GetEntityTypes()) { entity.SetQueryFilter(Filters.Of(entity.ClrType)); }")]
    [TestCase("DbContext", "", "public DbSet<Invoice> Invoices => Set<Invoice>();", "foreach (var entity in model.Model.GetEntityTypes()) { model.Entity(entity.ClrType).HasQueryFilter(Filters.Of(entity.ClrType)); }")]
    [TestCase("DbContext", "", "public DbSet<Invoice> Invoices => Set<Invoice>(); void Filter<T>(ModelBuilder it) where T : class, ITenantOwned => it.Entity<T>().HasQueryFilter(row => row.TenantId == Tenant);", "")]
    [TestCase("DbContext", "", "public DbSet<Invoice> Invoices => Set<Invoice>();", "model.Entity<Invoice>().HasQueryFilter(Filters.Of<Invoice>());")]
    [TestCase("DbContext", "class OfInvoice : IEntityTypeConfiguration<Invoice> { public void Configure(EntityTypeBuilder<Invoice> it) => it.HasQueryFilter(row => row.TenantId == default); }", "public DbSet<Invoice> Invoices => Set<Invoice>();", "model.ApplyConfigurationsFromAssembly(GetType().Assembly);")]
    [TestCase("DbContext", "", "public DbSet<Country> Countries => Set<Country>(); public DbSet<Order> Orders => Set<Order>();", "")]
    [TestCase("DbContext", "", "[CrossTenant(because: \"the operators' console\")] public DbSet<Invoice> Invoices => Set<Invoice>();", "")]
    [TestCase("DbContext", "", "public IQueryable<Invoice> Invoices => Set<Invoice>();", "", Description = "no set of it")]
    public void A_marked_entity(string from, string beside, string set, string code) => new Archiet.Testing.Analyzers.AnalyzerTest(new Arc1003UnfilteredSource()).WithDefaultId(Id)
        .WithSource(MarkedContexts.Entities, "Entities.cs").WithSource($$"""
        global using Microsoft.EntityFrameworkCore.Metadata.Builders;
        global using System.Linq.Expressions;

        public abstract class Base : DbContext { protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.HasDefaultSchema("app"); }

        static class Filters { public static LambdaExpression Of(Type type) => null!; public static Expression<Func<T, bool>> Of<T>() => null!; }

        {{beside}}

        public class MyContext : {{from}}
        {
            private string name = "";
            public Guid Tenant { get; set; }
            {{set}}

            protected override void OnModelCreating(ModelBuilder model) { name += ""; base.OnModelCreating(model); {{code}} }
        }
        """).Verify();
}
