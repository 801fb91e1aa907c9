using Archiet.Analyzers.Tenancy;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Tenancy;

public sealed class Arc1004FilterReplacedTests
{
    private const string Id = "ARC1004";

    [TestCase("model.Entity<Patient>().[|HasQueryFilter|](it => it.Name != \"\");")]
    [TestCase("model.Entity<Patient>().[|HasQueryFilter|](\"tenant\", it => true);")]
    [TestCase("model.Entity<Patient>().[|HasQueryFilter|](TenantFilter, it => it.Name != \"\");")]
    [TestCase("model.Entity<Patient>().[|HasQueryFilter|](TenantFilter, (Expression<Func<Patient, bool>>?)null);")]
    [TestCase("model.Entity<Patient>().[|HasQueryFilter|]((LambdaExpression?)null);")]
    [TestCase("model.Entity<Patient>().HasQueryFilter(\"named\", it => it.Name != \"\").[|HasQueryFilter|](\"tenant\", it => true);")]
    [TestCase("model.Entity<Patient>(patient => patient.[|HasQueryFilter|](it => it.Name != \"\"));")]
    [TestCase("model.Entity(typeof(Patient)).[|HasQueryFilter|]((LambdaExpression?)null);")]
    [TestCase("foreach (var entity in model.Model.GetEntityTypes()) { entity.[|SetQueryFilter|](TenantFilter, null); }")]
    [TestCase("foreach (var entity in model.Model.GetEntityTypes()) { entity.[|SetQueryFilter|](null); }")]
    [TestCase("model.Entity<Patient>().HasQueryFilter(\"mine\", it => [|Name == \"\"|] || it.TenantId == Tenant);")]
    [TestCase("model.Entity<Patient>().HasQueryFilter(\"named\", it => it.Name != \"\");")]
    [TestCase("model.Entity<Patient>().HasQueryFilter(\"named\", it => it.Name != Name);")]
    [TestCase("model.Entity<Patient>().HasQueryFilter(\"Tenant\", it => it.Name != \"\");", Description = "another name, letter by letter")]
    [TestCase("model.Entity<Patient>().HasQueryFilter(Name, it => it.Name != \"\");", Description = "a name that cannot be told")]
    [TestCase("model.Entity<Patient>().HasIndex(it => it.Name);")]
    public void A_model_of_Archiet(string code) => Contexts.Test(new Arc1004FilterReplaced(), Id, $$"""
        using System.Linq.Expressions;

        abstract class MyContext(DbContextOptions options) : ClinicContext(options)
        {
            protected string Name => "";

            protected void Extend(ModelBuilder model) { {{code}} }
        }
        """).Verify();

    [Test]
    public void A_configuration_of_its_own_and_a_context_of_others() => Contexts.Test(new Arc1004FilterReplaced(), Id, """
        using Microsoft.EntityFrameworkCore.Metadata.Builders;

        class OfPatient : IEntityTypeConfiguration<Patient>
        {
            public void Configure(EntityTypeBuilder<Patient> builder) => builder.[|HasQueryFilter|](it => it.Name != "");
        }

        class OfPost : IEntityTypeConfiguration<Post>
        {
            public void Configure(EntityTypeBuilder<Post> builder) => builder.HasQueryFilter(it => it.Title != "");
        }

        class Reviewed : IEntityTypeConfiguration<Visit>
        {
            [CrossTenant(because: "the operators' own console shows the visits of all practices")]
            public void Configure(EntityTypeBuilder<Visit> builder) => builder.HasQueryFilter("tenant", it => true);
        }

        class Blogs : BlogContext
        {
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Post>().HasQueryFilter(null);
        }
        """).Verify();

    [TestCase("model.Entity<Invoice>().[|HasQueryFilter|](null);")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == Tenant); model.Entity<Invoice>().[|HasQueryFilter|](it => it.Text != \"\");")]
    [TestCase("model.Entity<Invoice>().[|HasQueryFilter|](it => it.Text != \"\"); model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == Tenant);")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(\"a\", it => it.TenantId == Tenant).[|HasQueryFilter|](\"a\", it => it.Text != \"\");")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(\"a\", it => it.TenantId == Tenant).[|HasQueryFilter|](it => it.Text != \"\");")]
    [TestCase("var tenant = Tenant; model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == [|tenant|]);")]
    [TestCase("var tenant = Maybe; model.Entity<Invoice>().HasQueryFilter(it => [|tenant!.Value|] == it.TenantId);")]
    [TestCase("var tenant = Maybe; model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == ([|tenant ?? Guid.Empty|]));")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == [|given|]);")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => it.TenantId.Equals([|given|]));")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => EF.Property<Guid>(it, \"TenantId\") == [|given|]);")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == [|Shared|]);")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == [|Auto|]);")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => [|Maybe == null|] || it.TenantId == Maybe);")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == Tenant || [|Off|]);")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => it.Text != \"\" && ([|!Maybe.HasValue|] || it.TenantId == Maybe));")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => Off ? [|true|] : it.TenantId == Tenant);")]
    [TestCase("model.Entity<Loose>().HasQueryFilter(it => [|it.TenantId == Maybe|]);")]
    [TestCase("model.Entity<Cash>().[|HasQueryFilter|](it => it.Owner == Name);")]
    [TestCase("model.Entity<Invoice>(invoice => { var id = Tenant; invoice.HasQueryFilter(it => it.TenantId == [|id|]); });")]
    public void A_model_of_others(string code) => TestModel(code);

    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == Tenant);")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == Current());")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == Maybe);", Description = "no row has no tenant")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == tenants.Id);", Description = "a service may look it up at each query")]
    [TestCase("var service = tenants; model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == service.Id);")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == Computed);")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == Flow.Value);")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == Tenant && it.Text != \"\");")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == Tenant || it.Text == \"public\");", Description = "the row itself is for everybody")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == Tenant && (Off || it.Text != \"\"));", Description = "around the text only")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(\"a\", it => it.TenantId == Tenant).HasQueryFilter(\"b\", it => it.Text != \"\");")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == Tenant); model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == Tenant && it.Text != \"\");")]
    [TestCase("model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == Tenant); model.Entity<Country>().HasQueryFilter(it => it.Id > 0);")]
    [TestCase("model.Entity<Country>().HasQueryFilter(null); var id = 1; model.Entity<Country>().HasQueryFilter(it => it.Id == id);")]
    [TestCase("model.Entity<Ledger>().HasQueryFilter(it => it.Owner == Name);")]
    [TestCase("model.Entity<Loose>().HasQueryFilter(it => it.TenantId == Tenant);")]
    [TestCase("var text = Name; model.Entity<Invoice>().HasQueryFilter(it => it.TenantId == Tenant && it.Text != text);")]
    [TestCase("foreach (var entity in model.Model.GetEntityTypes()) { _ = entity.GetDeclaredQueryFilters(); }")]
    public void A_model_that_keeps_its_tenants_apart(string code) => TestModel(code);

    private static void TestModel(string code) => MarkedContexts.Test(new Arc1004FilterReplaced(), Id, $$"""
        public interface ITenants { Guid Id { get; } }

        public class Loose : ITenantOwned { public int Id { get; set; } public Guid? TenantId { get; set; } Guid ITenantOwned.TenantId => default; }

        public class MyContext(ITenants tenants) : InvoicesContext
        {
            public static Guid Shared;
            public static Guid Auto { get; set; }
            public static Guid Computed => Flow.Value;
            public static readonly AsyncLocal<Guid> Flow = new();
            public Guid? Maybe { get; set; }
            public bool Off { get; set; }
            public string Name { get; set; } = "";
            public DbSet<Ledger> Ledgers => Set<Ledger>();
            private Guid Current() => Tenant;

            protected override void OnModelCreating(ModelBuilder model) => Build(model, Guid.Empty);

            private void Build(ModelBuilder model, Guid given) { _ = tenants; {{code}} }
        }
        """).Verify();

    [Test]
    public void Configurations_apart_from_the_context() => MarkedContexts.Test(new Arc1004FilterReplaced(), Id, """
        using Microsoft.EntityFrameworkCore.Metadata.Builders;

        public class Frozen(Guid tenant) : IEntityTypeConfiguration<Invoice>
        {
            public void Configure(EntityTypeBuilder<Invoice> builder) => builder.HasQueryFilter(it => it.TenantId == [|tenant|]);
        }

        public class AsWell : IEntityTypeConfiguration<Ledger>
        {
            private readonly string tenant = "";
            public string Auto { get; set; } = "";
            public void Configure(EntityTypeBuilder<Ledger> builder) => builder.HasQueryFilter("a", it => it.Owner == [|tenant|]).HasQueryFilter("b", it => it.Owner == [|Auto|]);
        }

        public class OfContext(InvoicesContext context) : IEntityTypeConfiguration<Invoice>
        {
            public void Configure(EntityTypeBuilder<Invoice> builder) => builder.HasQueryFilter(it => it.TenantId == context.Tenant);
        }

        public class WithPrimaryConstructor(Guid tenant) : InvoicesContext
        {
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Invoice>().HasQueryFilter(it => it.TenantId == tenant);
        }

        public class One : DbContext
        {
            private readonly Guid tenant;
            public One(Guid tenant) => this.tenant = tenant;
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Invoice>().HasQueryFilter(it => it.TenantId == tenant);
        }

        public class Other : DbContext
        {
            [CrossTenant(because: "the reports of the operators")]
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Invoice>().HasQueryFilter(it => it.Text != "");
        }
        """).Verify();
}
