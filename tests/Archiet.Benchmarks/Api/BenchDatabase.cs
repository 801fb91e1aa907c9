using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Archiet.Runtime.Tests;
using Npgsql;

namespace Archiet.Benchmarks.Api;

/// <summary>A throw-away cluster with Clinic's database: 100 practices of 1,000 patients each, and a session in each for its owner; in the first one for a clinician and a receptionist too.</summary>
internal sealed class BenchDatabase : IDisposable
{
    public const int Tenants = 100, Patients = 1000;

    /// <summary>The role of whom all practices have a session.</summary>
    public const string Owner = "owner";

    /// <summary>The first practice's people sit behind the numbers of all patients.</summary>
    private const int FirstOfStaff = Tenants * Patients;

    private readonly PostgresCluster cluster;
    private readonly RoleNames roles = new("Clinic");

    private BenchDatabase(PostgresCluster cluster) => this.cluster = cluster;

    /// <summary>The roles of which there is a session in the first practice.</summary>
    public static IReadOnlyList<string> Roles { get; } = [Owner, "clinician", "receptionist"];

    /// <summary>The folder of the server's socket.</summary>
    public string SocketFolder => cluster.SocketFolder;

    /// <summary>The server's process.</summary>
    public int ServerProcess => cluster.ServerProcess;

    /// <summary>Starts the cluster and makes the roles and the empty database.</summary>
    public static async Task<BenchDatabase> StartAsync()
    {
        var database = new BenchDatabase(PostgresCluster.Start("shared_buffers=512MB", "jit=off", "max_connections=200"));
        foreach (var statement in database.roles.SetupStatements())
        {
            await ExecuteAsync(database.ConnectionString(PostgresCluster.Superuser, "postgres"), statement).ConfigureAwait(false);
        }
        return database;
    }

    /// <summary>The app role's connection string; every server may hold 16 connections.</summary>
    public string App(string? host = null) => ConnectionString(roles.App, roles.Database, host) + ";Maximum Pool Size=16;SSL Mode=Disable;GSS Encryption Mode=Disable";

    /// <summary>The migrator's connection string.</summary>
    public string Migrator => ConnectionString(roles.Migrator, roles.Database);

    /// <summary>The connection string of the role by which people sign in.</summary>
    public string Login => ConnectionString(roles.Login, roles.Database);

    /// <summary>Fills the tables, once a server has migrated.</summary>
    public async Task SeedAsync()
    {
        var staff = string.Join(", ", Roles.Skip(1).Select((role, at) => $"('{HashOf(1, role)}'::bytea, {FirstOfStaff + at}, '{role}')"));
        var hashes = string.Join(", ", Enumerable.Range(1, Tenants).Select(tenant => $"('{HashOf(tenant, Owner)}'::bytea, {tenant})"));
        await ExecuteAsync(ConnectionString(PostgresCluster.Superuser, roles.Database), string.Create(CultureInfo.InvariantCulture, $"""
            CREATE FUNCTION pg_temp.tenant(n int) RETURNS uuid LANGUAGE sql AS $$ SELECT ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
            CREATE FUNCTION pg_temp.row(n int) RETURNS uuid LANGUAGE sql AS $$ SELECT ('01900000-0000-7001-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
            INSERT INTO practices (tenant_id, id, name) SELECT pg_temp.tenant(t), pg_temp.tenant(t), 'Practice ' || t FROM generate_series(1, {Tenants}) t;
            INSERT INTO clinicians (tenant_id, id, account_id, name, email, specialty)
                SELECT pg_temp.tenant(t), pg_temp.row(t), pg_temp.row(t), 'Dr ' || t, 'dr' || t || '@clinic.example', 'GP' FROM generate_series(1, {Tenants}) t;
            INSERT INTO patients (tenant_id, id, number, name, date_of_birth, phone, address_street, address_postcode, address_city, physician_id, registered_at)
                SELECT pg_temp.tenant(1 + n % {Tenants}), pg_temp.row(n), CASE WHEN n % {2 * Tenants} = 0 THEN 'P-' || n END, 'Zoë Müller ' || n, date '1950-01-01' + n % 20000, '+49 151 ' || lpad(n::text, 6, '0'),
                    'Main Street ' || n, lpad((n % 99999)::text, 5, '0'), 'Köln', pg_temp.row(1 + n % {Tenants}), timestamptz '2026-01-01' + n * interval '1 second'
                FROM generate_series(0, {(Tenants * Patients) - 1}) n;
            INSERT INTO archiet.tenants (id, name, created_at) SELECT pg_temp.tenant(t), 'Practice ' || t, now() FROM generate_series(1, {Tenants}) t;
            INSERT INTO archiet.accounts (id, email, email_key, password_hash, password_changed_at, created_at)
                SELECT pg_temp.row(t), 'o' || t || '@clinic.example', 'o' || t || '@clinic.example', 'none', now(), now() FROM generate_series(1, {Tenants}) t;
            INSERT INTO archiet.memberships (account_id, tenant_id, roles, created_at)
                SELECT pg_temp.row(t), pg_temp.tenant(t), ARRAY['owner'], now() FROM generate_series(1, {Tenants}) t;
            INSERT INTO archiet.sessions (hash, account_id, tenant_id, created_at, seen_at, ends_at)
                SELECT h.hash, pg_temp.row(h.t), pg_temp.tenant(h.t), now(), now(), now() + interval '1 day' FROM (VALUES {hashes}) h (hash, t);
            CREATE TEMP TABLE staff AS SELECT * FROM (VALUES {staff}) s (hash, n, role);
            INSERT INTO archiet.accounts (id, email, email_key, password_hash, password_changed_at, created_at)
                SELECT pg_temp.row(n), role || '@clinic.example', role || '@clinic.example', 'none', now(), now() FROM staff;
            INSERT INTO archiet.memberships (account_id, tenant_id, roles, created_at) SELECT pg_temp.row(n), pg_temp.tenant(1), ARRAY[role], now() FROM staff;
            INSERT INTO archiet.sessions (hash, account_id, tenant_id, created_at, seen_at, ends_at)
                SELECT hash, pg_temp.row(n), pg_temp.tenant(1), now(), now(), now() + interval '1 day' FROM staff;
            INSERT INTO clinicians (tenant_id, id, account_id, name, email, specialty)
                SELECT pg_temp.tenant(1), pg_temp.row(n), pg_temp.row(n), role, role || '@clinic.example', 'GP' FROM staff;
            UPDATE patients SET physician_id = (SELECT pg_temp.row(n) FROM staff WHERE role = 'clinician'), insurance = 'AOK', record = 'Nothing "found".' WHERE number IS NOT NULL;
            """)).ConfigureAwait(false);
        await ExecuteAsync(ConnectionString(PostgresCluster.Superuser, roles.Database), "VACUUM ANALYZE").ConfigureAwait(false);
    }

    /// <summary>Switches row-level security of every table on, or off.</summary>
    public async Task UsePoliciesAsync(bool on)
    {
        var verb = on ? "ENABLE" : "DISABLE";
        await ExecuteAsync(ConnectionString(PostgresCluster.Superuser, roles.Database), $"""
            DO $$ DECLARE t text; BEGIN
                FOR t IN SELECT format('ALTER TABLE %I {verb} ROW LEVEL SECURITY', tablename) FROM pg_tables WHERE schemaname = 'public' LOOP EXECUTE t; END LOOP;
            END $$
            """).ConfigureAwait(false);
    }

    /// <summary>The cookie of somebody of a practice, from 1 on: of the owner, or in the first one of another role.</summary>
    public static string Cookie(int tenant, string role = Owner) => $"{SessionToken.Cookie}={Base64Url.EncodeToString(Token(tenant, role))}";

    /// <summary>The id of the n-th patient, from 0 on; it belongs to the practice 1 + n % 100.</summary>
    public static string PatientId(int n) => string.Create(CultureInfo.InvariantCulture, $"01900000-0000-7001-8000-{n:x12}");

    public void Dispose() => cluster.Dispose();

    private static string HashOf(int tenant, string role) => "\\x" + Convert.ToHexStringLower(SHA256.HashData(Token(tenant, role)));

    private static byte[] Token(int tenant, string role) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"practice {tenant} {role}")));

    private string ConnectionString(string role, string database, string? host = null) =>
        new NpgsqlConnectionStringBuilder { Host = host ?? SocketFolder, Username = role, Database = database }.ConnectionString;

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync().ConfigureAwait(false);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }
}
