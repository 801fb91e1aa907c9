using Archiet.Analyzers.Tenancy;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Tenancy;

public sealed class Arc1006TenantColumnWrittenTests
{
    private const string Id = "ARC1006";

    [TestCase("var other = Guid.NewGuid(); clinic.Visits.ExecuteUpdate(set => set.SetProperty([|it => it.TenantId|], other));")]
    [TestCase("clinic.Visits.ExecuteUpdate(set => set.SetProperty(it => it.PatientId, Guid.Empty).SetProperty([|it => it.TenantId|], it => it.PatientId));")]
    [TestCase("await clinic.Visits.Where(it => it.Id != default).ExecuteUpdateAsync(set => { if (name == \"\") { set.SetProperty([|it => it.TenantId|], Guid.Empty); } });")]
    [TestCase("clinic.Visits.ExecuteUpdate(set => set.SetProperty([|it => EF.Property<Guid>(it, \"TenantId\")|], Guid.Empty));")]
    [TestCase("var row = clinic.Visits.First(); [|clinic.Entry(row).Property(\"TenantId\").CurrentValue|] = Guid.Empty;")]
    [TestCase("var row = clinic.Visits.First(); [|clinic.Entry(row).Property(it => it.TenantId).CurrentValue|] = Guid.Empty;")]
    [TestCase("var row = clinic.Visits.First(); [|clinic.Entry(row).Property<Guid>(\"Tenant\" + \"Id\").OriginalValue|] = Guid.Empty;")]
    [TestCase("var row = clinic.Visits.First(); [|clinic.Entry(row).Property(nameof(Visit.TenantId)).CurrentValue|] = Guid.Empty;")]
    [TestCase("object row = clinic.Visits.First(); [|clinic.Entry((Visit)row).Member(\"TenantId\").CurrentValue|] = Guid.Empty;")]
    [TestCase("var row = clinic.Visits.First(); [|clinic.Entry((object)row).Property(\"TenantId\").CurrentValue|] = Guid.Empty;")]
    [TestCase("var row = clinic.Visits.First(); [|clinic.Entry(row).CurrentValues[\"TenantId\"]|] = Guid.Empty;")]
    [TestCase("var entry = clinic.Entry(clinic.Visits.First()); [|entry.OriginalValues[\"TenantId\"]|] = Guid.Empty;")]
    [TestCase("foreach (var entry in clinic.ChangeTracker.Entries<Visit>()) { [|entry.Property(\"TenantId\").CurrentValue|] = Guid.Empty; }")]
    [TestCase("clinic.Entry(clinic.Visits.First()).CurrentValues.SetValues([|new { TenantId = Guid.Empty }|]);")]
    [TestCase("var entry = clinic.Entry(clinic.Visits.First()); entry.CurrentValues.SetValues([|blog.Posts.First()|]);")]
    public void An_entity_of_a_genome(string code) => Contexts.TestBody(new Arc1006TenantColumnWritten(), Id, code).Verify();

    [TestCase("clinic.Visits.ExecuteUpdate(set => set.SetProperty(it => it.PatientId, it => it.TenantId));", Description = "read, not written")]
    [TestCase("var row = clinic.Visits.First(); clinic.Entry(row).Property(\"PatientId\").CurrentValue = row.TenantId;")]
    [TestCase("var row = clinic.Visits.First(); clinic.Entry(row).Property(it => it.PatientId).CurrentValue = Guid.Empty;")]
    [TestCase("var row = clinic.Visits.First(); clinic.Entry(row).CurrentValues[\"PatientId\"] = Guid.Empty;")]
    [TestCase("var row = clinic.Visits.First(); _ = clinic.Entry(row).Property(\"TenantId\").CurrentValue;")]
    [TestCase("var row = clinic.Visits.First(); clinic.Entry(row).Property(\"TenantId\").IsModified = false;")]
    [TestCase("clinic.Entry(clinic.Visits.First()).CurrentValues.SetValues(new { PatientId = Guid.Empty });")]
    [TestCase("clinic.Entry(clinic.Patients.First()).CurrentValues.SetValues(clinic.Patients.AsNoTracking().First());")]
    [TestCase("clinic.Visits.Add(new Visit { PatientId = Guid.Empty }); clinic.SaveChanges();")]
    [TestCase("blog.Posts.Add(new Post { TenantId = Guid.Empty, Title = name });", Description = "nobody marked it")]
    [TestCase("blog.Posts.ExecuteUpdate(set => set.SetProperty(it => it.TenantId, Guid.Empty));")]
    [TestCase("var row = blog.Posts.First(); blog.Entry(row).Property(\"TenantId\").CurrentValue = Guid.Empty;")]
    [TestCase("var result = new { TenantId = clinic.Tenant }; _ = result.TenantId;")]
    [TestCase("var post = new Post(); post.TenantId = clinic.Visits.First().TenantId;")]
    [TestCase("[CrossTenant(because: \"the practices have merged\")] void Move() => clinic.Visits.ExecuteUpdate(set => set.SetProperty(it => it.TenantId, Guid.Empty)); Move();")]
    public void What_writes_no_tenant(string code) => Contexts.TestBody(new Arc1006TenantColumnWritten(), Id, code).Verify();

    [Test]
    public void An_entity_of_a_genome_in_its_own_class() => Contexts.Test(new Arc1006TenantColumnWritten(), Id, """
        namespace App;

        public partial class Patient
        {
            public Patient() { }

            public Patient(Guid tenant, Patient other) { [|TenantId|] = tenant; ([|TenantId|], other.Name) = (tenant, ""); }

            public void Give(Guid tenant) => [|this.TenantId|] = tenant;

            public static Patient Of(Patient other) => new() { [|TenantId|] = other.TenantId };
        }
        """).Verify();

    [TestCase("_ = new Invoice { [|TenantId|] = Guid.NewGuid() };")]
    [TestCase("var row = invoices.Invoices.First(); [|row.TenantId|] = Guid.Parse(name);")]
    [TestCase("var row = invoices.Invoices.First(); (row.Text, [|row.TenantId|]) = (name, Guid.Empty);")]
    [TestCase("Guid tenant = Guid.Parse(name); invoices.Invoices.Add(new() { Text = name, [|TenantId|] = tenant });")]
    [TestCase("_ = name.Split(',').Select(it => new Invoice { [|TenantId|] = Guid.Parse(it) }).ToList();")]
    [TestCase("_ = new Cash { [|Owner|] = name };")]
    [TestCase("var cash = ledger.Ledgers.First(); [|cash.Owner|] ??= name; [|cash.Owner|] += name;")]
    [TestCase("ledger.Ledgers.ExecuteUpdate(set => set.SetProperty([|it => it.Owner|], name));")]
    [TestCase("invoices.Invoices.ExecuteUpdate(set => set.SetProperty([|it => it.TenantId|], it => it.TenantId));")]
    [TestCase("_ = new Order { CompanyId = 1 }; var order = orders.Orders.First(); [|order.CompanyId|]++;")]
    [TestCase("_ = new Parcel { TenantId = name };", Description = "another framework's way, which only the configuration knows")]
    [TestCase("var parcel = new Parcel(); parcel.TenantId = name; parcels.Add(parcel);")]
    [TestCase("void Tell(Parcel it) => it.TenantId = name; Tell(new Parcel());")]
    [TestCase("var parcel = parcels.Parcels.First(); [|parcel.TenantId|] = name;")]
    [TestCase("foreach (var parcel in parcels.Parcels.Where(it => it.Id > 0)) { [|parcel.TenantId|] = name; }")]
    [TestCase("parcels.Parcels.ExecuteUpdate(set => set.SetProperty([|it => it.TenantId|], name));")]
    public void A_marked_entity(string code) => MarkedContexts.TestBody(new Arc1006TenantColumnWritten(), Id, code)
        .WithOption("archiet_tenant_markers", "App.IHasCompany, App.MultiTenantAttribute").Verify();

    [TestCase("_ = new Invoice { Text = name };")]
    [TestCase("var first = invoices.Invoices.First(); _ = new Invoice { TenantId = first.TenantId };", Description = "as the row that was read")]
    [TestCase("_ = new Invoice { TenantId = invoices.Tenant };")]
    [TestCase("_ = new Order { CompanyId = 1 };", Description = "its marker is named nowhere")]
    [TestCase("var cash = ledger.Ledgers.First(); if (cash.Owner == name) { cash.Id = 0; }")]
    [TestCase("_ = new { TenantId = Guid.NewGuid() };")]
    [TestCase("_ = new Country { Id = 1 };")]
    [TestCase("var model = new ModelBuilder(); model.Entity<Invoice>().HasData(new Invoice { Id = 1, TenantId = Guid.NewGuid() });")]
    public void What_writes_no_tenant_of_a_marked_entity_or_only_its_own(string code) =>
        MarkedContexts.TestBody(new Arc1006TenantColumnWritten(), Id, code).Verify();

    [Test]
    public void Where_rows_are_stamped_and_made() => MarkedContexts.Test(new Arc1006TenantColumnWritten(), Id, """
        using Microsoft.EntityFrameworkCore.Diagnostics;

        public class Stamping : InvoicesContext
        {
            public override int SaveChanges()
            {
                foreach (var entry in ChangeTracker.Entries<Invoice>()) { entry.Entity.TenantId = Tenant; entry.Property("TenantId").CurrentValue = Tenant; }
                return base.SaveChanges();
            }
        }

        public class Interceptor(Guid tenant) : SaveChangesInterceptor
        {
            public override InterceptionResult<int> SavingChanges(DbContextEventData data, InterceptionResult<int> result)
            {
                foreach (var entry in data.Context!.ChangeTracker.Entries<Invoice>()) { entry.Entity.TenantId = tenant; }
                return result;
            }
        }

        public class Bill : ITenantOwned
        {
            public Bill(Guid tenant) => TenantId = tenant;

            public Guid TenantId { get; private set; }

            public void Give(Guid tenant) => [|TenantId|] = tenant;
        }

        public class Merged(InvoicesContext db)
        {
            [CrossTenant(because: "the companies have merged")]
            public void Move(Guid to) { foreach (var invoice in db.Invoices) { invoice.TenantId = to; } }

            public void MoveAsWell(Guid to) { foreach (var invoice in db.Invoices) { [|invoice.TenantId|] = to; } }
        }
        """).Verify();
}
