using Archiet.Runtime.Tests.Data.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Archiet.Runtime.Tests.Data;

public sealed class EntityContextTests : ApiTests
{
    private ITenantContextFactory<SampleContext> Contexts => Api.Services.GetRequiredService<ITenantContextFactory<SampleContext>>();

    [Test]
    public async Task Queries_see_the_rows_of_their_tenant_as_the_endpoints_wrote_them()
    {
        var row = await NewPatientAsync("""
            "phone":"+49 30 123456","status":"inactive","address":{"street":"a","city":"b"},"seenAt":"2026-01-31T09:30:00.123456Z","notes":{"a":1},"photo":"AQID"
            """);
        await NewPatientAsync(caller: "south");
        await using var north = Contexts.Create(SampleDatabase.North);

        var patient = await north.Patients.SingleAsync(patient => patient.Id == new Guid(row.Id));
        var found = await north.Patients.CountAsync(patient => patient.Phone == patient.Phone && patient.Address!.City == "b" && patient.Status == PatientStatus.Inactive);
        var foreign = await north.Patients.CountAsync(patient => patient.TenantId != SampleDatabase.North);

        Assert.Multiple(() =>
        {
            Assert.That((found, foreign), Is.EqualTo((1, 0)));
            Assert.That(patient.Address, Is.EqualTo(new Address { Street = "a", City = "b" }));
            Assert.That((patient.Phone?.Value, patient.CreatedById), Is.EqualTo(("+49 30 123456", (Guid?)SampleDatabase.NorthMember)));
            Assert.That(patient.SeenAt, Is.EqualTo(new DateTimeOffset(2026, 1, 31, 9, 30, 0, 123, 456, TimeSpan.Zero)));
            Assert.That($"\"{patient.Version:x8}\"", Is.EqualTo(row.Tag));
            Assert.That(patient.Notes?.GetProperty("a").GetInt32(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Every_way_to_ask_works_behind_row_level_security()
    {
        await NewPatientAsync();
        await using var north = Contexts.Create(SampleDatabase.North);

        Assert.Multiple(() =>
        {
            Assert.That(north.Patients.Count(), Is.Positive);
            Assert.That(north.Patients.ToList(), Is.Not.Empty);
            Assert.That(north.Clinicians.Find(SampleDatabase.North, SampleDatabase.NorthMember)?.Name, Is.EqualTo("Nora"));
            Assert.That(north.Clinicians.Find(SampleDatabase.South, SampleDatabase.SouthMember), Is.Null);
            Assert.That(north.Patients.Include(patient => patient.CreatedBy).Select(patient => patient.CreatedBy!.Name).Distinct(), Is.EqualTo(new[] { "Nora" }));
        });
    }

    [Test]
    public async Task A_saved_row_gets_its_tenant_its_id_and_what_the_server_sets()
    {
        var name = NewName();
        var patient = new Patient { Name = name, DateOfBirth = new(2000, 1, 1), Address = new() { Street = "a" } };
        await using (var north = Contexts.Create(SampleDatabase.North, SampleDatabase.NorthMember))
        {
            north.Add(patient);
            await north.SaveChangesAsync();
        }
        var answer = await Api.GetAsync("/api/patients/" + patient.Id);

        Assert.Multiple(() =>
        {
            Assert.That((patient.TenantId, patient.Id.Version), Is.EqualTo((SampleDatabase.North, 7)));
            Assert.That(answer.Json.GetProperty("name").GetString(), Is.EqualTo(name));
            Assert.That(answer.Json.GetProperty("createdBy").GetGuid(), Is.EqualTo(SampleDatabase.NorthMember));
            Assert.That(answer.Json.GetProperty("createdAt").GetDateTimeOffset(), Is.EqualTo(patient.CreatedAt));
            Assert.That(answer.Tag, Is.EqualTo($"\"{patient.Version:x8}\""));
        });
    }

    [Test]
    public async Task A_changed_row_is_stamped_and_a_stale_one_is_refused()
    {
        var row = await NewPatientAsync();
        await using var north = Contexts.Create(SampleDatabase.North);
        var patient = await north.Patients.SingleAsync(patient => patient.Id == new Guid(row.Id));
        var before = patient.UpdatedAt;
        patient.Visits = 1;
        north.SaveChanges();

        await Api.PatchAsync("/api/patients/" + row.Id, """{"visits":2}""", $"\"{patient.Version:x8}\"");
        patient.Visits = 3;

        Assert.That(patient.UpdatedAt, Is.GreaterThan(before));
        Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => north.SaveChangesAsync());
    }

    [Test]
    public async Task Rows_are_updated_and_deleted_in_sets_within_the_tenant()
    {
        await using var other = await ApiHost.StartAsync(await SampleDatabase.CreateAsync());
        await other.PostAsync("/api/patients", PatientBody(NewName()));
        await other.PostAsync("/api/patients", PatientBody(NewName()), "south");
        var contexts = other.Services.GetRequiredService<ITenantContextFactory<SampleContext>>();
        await using var north = contexts.Create(SampleDatabase.North);
        await using var south = contexts.Create(SampleDatabase.South);

        var updated = await north.Patients.ExecuteUpdateAsync(set => set.SetProperty(patient => patient.Visits, 7));
        var touched = await south.Patients.CountAsync(patient => patient.Visits == 7);
        var deleted = north.Patients.ExecuteDelete();

        Assert.That((updated, touched, deleted, await south.Patients.CountAsync()), Is.EqualTo((1, 0, 1, 1)));
    }

    [Test]
    public async Task A_transaction_of_the_users_own_has_the_tenant_too()
    {
        await using var north = Contexts.Create(SampleDatabase.North);
        await using (var transaction = await north.Database.BeginTransactionAsync())
        {
            north.Add(new Patient { Name = NewName(), DateOfBirth = new(2000, 1, 1) });
            await north.SaveChangesAsync();
            Assert.That(await north.Patients.CountAsync(), Is.Positive);
            await transaction.RollbackAsync();
        }

        Assert.That(await north.Patients.AnyAsync(patient => patient.CreatedAt > DateTimeOffset.UtcNow.AddDays(1)), Is.False);
    }

    [Test]
    public async Task A_row_of_another_tenant_is_not_saved()
    {
        await using var south = Contexts.Create(SampleDatabase.South);
        var foreign = await south.Clinicians.AsNoTracking().FirstAsync();
        await using var north = Contexts.Create(SampleDatabase.North);

        foreach (var state in new[] { EntityState.Added, EntityState.Modified, EntityState.Deleted })
        {
            north.ChangeTracker.Clear();
            north.Entry(foreign).State = state;
            Assert.ThrowsAsync<InvalidOperationException>(() => north.SaveChangesAsync(), $"{state}");
        }
    }

    [Test]
    public async Task With_the_filters_off_the_database_still_shows_one_tenant()
    {
        await NewPatientAsync(caller: "south");
        await using var north = Contexts.Create(SampleDatabase.North);

        var tenants = await north.Patients.IgnoreQueryFilters([EntityContext.TenantFilter]).Select(patient => patient.TenantId).Distinct().ToListAsync();
        var all = await north.Clinicians.IgnoreQueryFilters().Select(clinician => clinician.Name).ToListAsync();

        Assert.That(tenants, Is.SubsetOf(new[] { SampleDatabase.North }));
        Assert.That(all, Does.Contain("Nora").And.Not.Contain("Sam"));
    }

    [Test]
    public async Task With_row_level_security_out_of_the_way_the_filter_still_shows_one_tenant()
    {
        await NewPatientAsync(caller: "south");
        var options = new DbContextOptionsBuilder<SampleContext>().UseNpgsql(Database).Options;
        await using var asSuperuser = new SampleContext(options);
        asSuperuser.Enter(new(SampleDatabase.North, null, TimeProvider.System));

        Assert.That(await asSuperuser.Clinicians.Select(clinician => clinician.Name).ToListAsync(), Does.Contain("Nora").And.Not.Contain("Sam"));
    }

    [Test]
    public async Task Without_a_tenant_nothing_works()
    {
        await using var scope = Api.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<SampleContext>();
        context.Add(new Patient { Name = "x", DateOfBirth = new(2000, 1, 1) });

        Assert.Multiple(() =>
        {
            Assert.ThrowsAsync<InvalidOperationException>(() => context.Patients.CountAsync());
            Assert.ThrowsAsync<InvalidOperationException>(() => context.Patients.IgnoreQueryFilters().CountAsync());
            Assert.ThrowsAsync<InvalidOperationException>(() => context.Patients.ExecuteDeleteAsync());
            Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync());
            Assert.ThrowsAsync<InvalidOperationException>(() => context.Database.BeginTransactionAsync());
            Assert.Throws<InvalidOperationException>(() => _ = context.Tenant);
        });
    }

    [Test]
    public async Task A_context_that_is_disposed_twice_takes_no_other_with_it()
    {
        await using var request = Api.Services.CreateAsyncScope();
        var mine = request.ServiceProvider.GetRequiredService<SampleContext>();
        await mine.DisposeAsync();
        await using var north = Contexts.Create(SampleDatabase.North);
        await request.DisposeAsync();
        await using var south = Contexts.Create(SampleDatabase.South);

        Assert.That((north.Tenant, south.Tenant), Is.EqualTo((SampleDatabase.North, SampleDatabase.South)));
        Assert.That(await north.Clinicians.Select(clinician => clinician.Name).ToListAsync(), Does.Contain("Nora").And.Not.Contain("Sam"));
    }

    [Test]
    public async Task A_context_that_is_used_after_its_end_is_in_no_tenant()
    {
        var north = Contexts.Create(SampleDatabase.North);
        var query = north.Clinicians.Select(clinician => clinician.Name);
        await north.DisposeAsync();
        await using var south = Contexts.Create(SampleDatabase.South);

        Assert.ThrowsAsync<ObjectDisposedException>(() => query.ToListAsync());
        Assert.Throws<InvalidOperationException>(() => _ = north.Tenant);
    }

    [Test]
    public async Task Two_tenants_by_turns_never_see_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(async turn =>
        {
            var (tenant, name) = turn % 2 == 0 ? (SampleDatabase.North, "Nora") : (SampleDatabase.South, "Sam");
            await using var context = Contexts.Create(tenant);
            Assert.That(await context.Clinicians.Where(clinician => clinician.Name == "Nora" || clinician.Name == "Sam").Select(clinician => clinician.Name).ToListAsync(), Is.EqualTo(new[] { name }));
        }));
    }

    [Test]
    public void The_model_is_the_genomes_and_no_conventions()
    {
        using var context = Contexts.Create(SampleDatabase.North);
        var model = context.GetService<IDesignTimeModel>().Model;
        var patient = model.FindEntityType(typeof(Patient))!;

        Assert.Multiple(() =>
        {
            Assert.That(patient.FindProperty(nameof(Patient.Nickname)), Is.Null);
            Assert.That(patient.FindProperty(nameof(Patient.Name))!.GetMaxLength(), Is.EqualTo(40));
            Assert.That(patient.FindProperty(nameof(Patient.Balance))!.GetColumnType(), Is.EqualTo("numeric(12,2)"));
            Assert.That(patient.GetIndexes().Select(index => index.GetDatabaseName()), Is.EqualTo(new[] { "uq_patients_per_practice" }));
            Assert.That(patient.GetProperties().Select(property => property.Name), Has.None.Contains("1"), "no shadow columns");
            Assert.That(model.GetEntityTypes().Select(entity => entity.GetDeclaredQueryFilters().Single().Key), Is.All.EqualTo(EntityContext.TenantFilter));
        });
    }

    [Test]
    public void A_snapshot_without_conventions_says_the_same()
    {
        using var context = Contexts.Create(SampleDatabase.North);
        var snapshot = new ModelBuilder();
        EntityModel.Configure<SampleApp>(snapshot);
        var before = context.GetService<IModelRuntimeInitializer>().Initialize((IModel)snapshot.Model, designTime: true);
        var differences = context.GetService<Microsoft.EntityFrameworkCore.Migrations.IMigrationsModelDiffer>()
            .GetDifferences(before.GetRelationalModel(), context.GetService<IDesignTimeModel>().Model.GetRelationalModel());

        Assert.That(differences.Select(operation => operation.ToString()), Is.Empty);
    }
}
