using Archiet.Runtime.Tests.People.Sample;
using Npgsql;

namespace Archiet.Runtime.Tests.Database.History;

/// <summary>What tests ask of a club's database.</summary>
internal static class ClubCatalog
{
    /// <summary>Everything in the schema public that a migration makes, and the notes of both histories, as text.</summary>
    public static async Task<string> ReadAsync(ClubDatabase database) => await database.ScalarAsync<string>("""
        SELECT coalesce(string_agg(line, E'\n' ORDER BY line COLLATE "C"), '') FROM (
            SELECT format('column %s.%s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull)
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
            UNION ALL SELECT format('index %s valid %s', pg_get_indexdef(i.indexrelid), i.indisvalid)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'public'::regnamespace
            UNION ALL SELECT format('constraint %s %s valid %s', conname, pg_get_constraintdef(oid), convalidated) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
            UNION ALL SELECT format('policy %s %s %s', tablename, policyname, qual) FROM pg_policies WHERE schemaname = 'public'
            UNION ALL SELECT format('applied %s', "MigrationId") FROM archiet.migrations
            UNION ALL SELECT format('known %s %s %s', id, content_hash, breaks) FROM archiet.history
        ) AS lines(line)
        """);

    /// <summary>The ids that Entity Framework has noted.</summary>
    public static Task<string> IdsAsync(ClubDatabase database) =>
        database.ScalarAsync<string>("SELECT coalesce(string_agg(\"MigrationId\", ' ' ORDER BY \"MigrationId\" COLLATE \"C\"), '') FROM archiet.migrations");

    /// <summary>A new database like one that nobody is connected to.</summary>
    public static async Task<ClubDatabase> CopyAsync(ClubDatabase template)
    {
        NpgsqlConnection.ClearAllPools();
        var copy = new ClubDatabase(await PostgresFixture.CreateDatabaseAsync(new NpgsqlConnectionStringBuilder(template.Superuser).Database));
        await copy.GiveToOwnerAsync();
        return copy;
    }
}
