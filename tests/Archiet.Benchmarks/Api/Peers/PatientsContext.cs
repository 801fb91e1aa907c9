using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Archiet.Benchmarks.Api.Peers;

/// <summary>The context of the endpoints that are written by hand.</summary>
internal sealed class PatientsContext(DbContextOptions<PatientsContext> options) : DbContext(options)
{
    public DbSet<PatientRow> Patients => Set<PatientRow>();

    /// <summary>Begins a transaction in which row-level security shows a tenant's rows.</summary>
    public async Task<IDbContextTransaction> BeginAsync(Guid tenant, CancellationToken cancel)
    {
        var transaction = await Database.BeginTransactionAsync(cancel).ConfigureAwait(false);
        await Database.ExecuteSqlAsync($"SELECT set_config('app.tenant', {tenant.ToString()}, true)", cancel).ConfigureAwait(false);
        return transaction;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<PatientRow>(patient =>
    {
        patient.ToTable("patients");
        patient.HasKey(row => new { row.TenantId, row.Id });
        patient.HasQueryFilter(row => row.DeletedAt == null);
        patient.Property(row => row.TenantId).HasColumnName("tenant_id");
        patient.Property(row => row.Id).HasColumnName("id");
        patient.Property(row => row.Version).IsRowVersion();
        patient.Property(row => row.Number).HasColumnName("number");
        patient.Property(row => row.Name).HasColumnName("name");
        patient.Property(row => row.DateOfBirth).HasColumnName("date_of_birth");
        patient.Property(row => row.Phone).HasColumnName("phone");
        patient.Property(row => row.Street).HasColumnName("address_street");
        patient.Property(row => row.Postcode).HasColumnName("address_postcode");
        patient.Property(row => row.City).HasColumnName("address_city");
        patient.Property(row => row.Insurance).HasColumnName("insurance");
        patient.Property(row => row.Record).HasColumnName("record");
        patient.Property(row => row.PhysicianId).HasColumnName("physician_id");
        patient.Property(row => row.RegisteredAt).HasColumnName("registered_at");
        patient.Property(row => row.DeletedAt).HasColumnName("deleted_at");
    });
}

/// <summary>A row of the table.</summary>
internal sealed class PatientRow
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public uint Version { get; set; }

    public string? Number { get; set; }

    public required string Name { get; set; }

    public DateOnly DateOfBirth { get; set; }

    public string? Phone { get; set; }

    public string? Street { get; set; }

    public string? Postcode { get; set; }

    public string? City { get; set; }

    public string? Insurance { get; set; }

    public string? Record { get; set; }

    public Guid? PhysicianId { get; set; }

    public DateTime? RegisteredAt { get; set; }

    public DateTime? DeletedAt { get; set; }
}
