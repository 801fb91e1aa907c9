using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Archiet.Runtime.Tests.Data.Sample;

/// <summary>The app over the sample's entities; <c>Wide</c> is for its endpoints only and no part of the Entity Framework model.</summary>
internal sealed class SampleApp : IArchietApp<SampleApp>
{
    public const string Owner = "owner", Clinician = "clinician", Receptionist = "receptionist", Trainee = "trainee";

    private const Verbs All = Verbs.List | Verbs.Read | Verbs.Create | Verbs.Update | Verbs.Delete;

    public static string Name => "Sample";

    public static AccessTable Access { get; } = new(
        [Owner, Clinician, Receptionist, Trainee],
        7,
        [
            new(Owner, 0, All), new(Owner, 1, All), new(Owner, 2, Verbs.List | Verbs.Read | Verbs.Update), new(Owner, 3, Verbs.Create | Verbs.Read | Verbs.Update),
            new(Clinician, 1, Verbs.List | Verbs.Read | Verbs.Update), new(Receptionist, 1, Verbs.Create),
            new(Owner, 4, All) { Transitions = 0b111 }, new(Clinician, 4, Verbs.Read) { Transitions = 0b010 }, new(Owner, 5, All), new(Clinician, 5, Verbs.Read),
            new(Trainee, 0, Verbs.Read) { Where = "self" }, new(Trainee, 1, Verbs.Read | Verbs.Create | Verbs.Update), new(Trainee, 5, Verbs.Read | Verbs.Update),
        ]);

    public static void Describe(EntityMap map)
    {
        map.Member<Sample.Clinician>("{}").Entity<Patient>().Tenant<Practice>("{}").Entity<Appointment>().Entity<Invoice>().Owned<InvoiceLine>();
        if (map is EntityRoutes)
        {
            map.Entity<Wide>();
        }
    }

    public static void DescribeApi(OpenApiParts parts)
    {
        parts.Frame("  \"openapi\": \"3.1.0\""u8, "    \"/auth\": {}"u8, "    \"securitySchemes\": {}"u8, "      \"Problem\": {}"u8);
        parts.Entity("Patient", "    \"/api/patients\": {}"u8, "      \"Patient\": {}"u8);
        parts.Entity("Clinician", "    \"/api/clinicians\": {}"u8, "      \"Clinician\": {}"u8);
    }
}

internal sealed class SampleContext(DbContextOptions<SampleContext> options) : EntityContext(options)
{
    public DbSet<Patient> Patients => Set<Patient>();

    public DbSet<Clinician> Clinicians => Set<Clinician>();

    public DbSet<Invoice> Invoices => Set<Invoice>();

    public DbSet<Practice> Practices => Set<Practice>();

    public DbSet<Appointment> Appointments => Set<Appointment>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        EntityModel.Configure<SampleApp>(modelBuilder);
        base.OnModelCreating(modelBuilder);
    }
}

/// <summary>The sample's database: tables, fences and roles as the emitted migration makes them, and two tenants.</summary>
internal static class SampleDatabase
{
    public const string AppRole = "sample_app";

    public static readonly Guid North = new("0198c6e0-0000-7000-8000-000000000001"), South = new("0198c6e0-0000-7000-8000-000000000002");

    public static readonly Guid NorthMember = new("0198c6e0-0000-7000-8000-000000000011"), SouthMember = new("0198c6e0-0000-7000-8000-000000000012");

    /// <summary>Makes a database; the result connects as its superuser.</summary>
    public static async Task<string> CreateAsync()
    {
        var database = await PostgresFixture.CreateDatabaseAsync();
        await PostgresFixture.ExecuteAsync(database, Tables);
        await using (var connection = new NpgsqlConnection(database))
        {
            await connection.OpenAsync();
            await RuntimeSchema.ApplyAsync(connection, new RoleNames(SampleApp.Name), CancellationToken.None);
        }
        foreach (var statement in AppointmentMigration.Statements())
        {
            await PostgresFixture.ExecuteAsync(database, statement);
        }
        foreach (var table in new[] { "practices", "clinicians", "patients", "wides", "appointments", "invoices", "invoice_lines", "invoices_reviewers" })
        {
            await PostgresFixture.ExecuteAsync(database, $"""
                ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY;
                ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY;
                CREATE POLICY "tenant_isolation" ON "{table}" USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
                GRANT SELECT, INSERT, UPDATE, DELETE ON "{table}" TO {AppRole};
                """);
        }
        await PostgresFixture.ExecuteAsync(database, string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO practices VALUES ('{North}', '{North}', 'North', 'Main Street 1'), ('{South}', '{South}', 'South', 'Side Street 2');
            INSERT INTO clinicians VALUES ('{North}', '{NorthMember}', NULL, 'Nora', 'nora@north.example'), ('{South}', '{SouthMember}', NULL, 'Sam', 'sam@south.example');
            """));
        return database;
    }

    private static string Tables => string.Create(CultureInfo.InvariantCulture, $"""
        DO $$ BEGIN CREATE ROLE {AppRole} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        DO $$ BEGIN CREATE ROLE {new RoleNames(SampleApp.Name).Provisioner}; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        DO $$ BEGIN CREATE ROLE {new RoleNames(SampleApp.Name).Login}; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        DO $$ BEGIN CREATE ROLE {new RoleNames(SampleApp.Name).Auditor}; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        CREATE TABLE practices (tenant_id uuid, id uuid, name character varying(80) NOT NULL, seat_street character varying(20) NOT NULL,
            seat_postcode character varying(12), seat_city character varying(40),
            CONSTRAINT pk_practices PRIMARY KEY (tenant_id, id), CONSTRAINT ck_practices_tenant CHECK (id = tenant_id));
        CREATE TABLE clinicians (tenant_id uuid, id uuid, account_id uuid, name character varying(200) NOT NULL, email character varying(254) NOT NULL,
            CONSTRAINT pk_clinicians PRIMARY KEY (tenant_id, id), CONSTRAINT uq_clinicians_email UNIQUE (tenant_id, email));
        CREATE TABLE patients (tenant_id uuid, id uuid, name character varying(40) NOT NULL, date_of_birth date NOT NULL, phone character varying(20),
            status text NOT NULL, address_street character varying(20), address_postcode character varying(12), address_city character varying(40),
            balance numeric(12,2) NOT NULL, visits integer, points bigint, insured boolean, wakes_at time without time zone, seen_at timestamp with time zone,
            session_length interval, external uuid, email character varying(254), website character varying(2048), notes jsonb, photo bytea, code text,
            physician_id uuid, created_at timestamp with time zone NOT NULL, updated_at timestamp with time zone NOT NULL, created_by_id uuid,
            CONSTRAINT pk_patients PRIMARY KEY (tenant_id, id),
            CONSTRAINT uq_patients_per_practice UNIQUE (tenant_id, name, date_of_birth),
            CONSTRAINT fk_patients_physician_id FOREIGN KEY (tenant_id, physician_id) REFERENCES clinicians ON DELETE RESTRICT,
            CONSTRAINT fk_patients_created_by_id FOREIGN KEY (tenant_id, created_by_id) REFERENCES clinicians ON DELETE RESTRICT,
            CONSTRAINT ck_patients_address CHECK (address_street IS NOT NULL OR (address_postcode IS NULL AND address_city IS NULL)));
        CREATE TABLE invoices (tenant_id uuid, id uuid, number character varying(20) NOT NULL, CONSTRAINT pk_invoices PRIMARY KEY (tenant_id, id));
        CREATE TABLE invoice_lines (tenant_id uuid, id uuid, invoice_id uuid NOT NULL, label character varying(80) NOT NULL, amount numeric(12,2) NOT NULL,
            status text NOT NULL, site_street character varying(20), site_postcode character varying(12), site_city character varying(40), count integer,
            points bigint, paid boolean, due date, at time without time zone, done_at timestamp with time zone, length interval, external uuid,
            website character varying(2048), notes jsonb, photo bytea, phone character varying(20), clinician_id uuid,
            created_at timestamp with time zone NOT NULL, updated_at timestamp with time zone NOT NULL, created_by_id uuid,
            CONSTRAINT pk_invoice_lines PRIMARY KEY (tenant_id, id),
            CONSTRAINT uq_invoice_lines_label UNIQUE (tenant_id, invoice_id, label),
            CONSTRAINT fk_invoice_lines_invoice_id FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices ON DELETE CASCADE,
            CONSTRAINT fk_invoice_lines_clinician_id FOREIGN KEY (tenant_id, clinician_id) REFERENCES clinicians ON DELETE RESTRICT,
            CONSTRAINT fk_invoice_lines_created_by_id FOREIGN KEY (tenant_id, created_by_id) REFERENCES clinicians ON DELETE RESTRICT);
        CREATE INDEX ix_invoice_lines_invoice_id ON invoice_lines (tenant_id, invoice_id, id);
        CREATE TABLE invoices_reviewers (tenant_id uuid, invoice_id uuid, clinician_id uuid,
            CONSTRAINT pk_invoices_reviewers PRIMARY KEY (tenant_id, invoice_id, clinician_id),
            CONSTRAINT fk_invoices_reviewers_invoice_id FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices ON DELETE CASCADE,
            CONSTRAINT fk_invoices_reviewers_clinician_id FOREIGN KEY (tenant_id, clinician_id) REFERENCES clinicians ON DELETE CASCADE);
        CREATE TABLE wides (tenant_id uuid, id uuid, {string.Join(", ", Enumerable.Range(0, Wide.Width).Select(at => $"f{at} integer"))}, PRIMARY KEY (tenant_id, id));
        """);
}
