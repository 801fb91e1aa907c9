using Npgsql;

namespace Archiet;

/// <summary>Tells databases apart whose connections may go different ways: the server's number, given when it was made, and the database's in it.</summary>
internal static class DatabaseIdentity
{
    /// <summary>Asks a connection where it leads. Every role may ask, unless an administrator took that away: then it is null.</summary>
    public static async Task<string?> ReadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var may = new NpgsqlCommand("SELECT has_function_privilege('pg_control_system()', 'EXECUTE')", connection);
        if (await may.ExecuteScalarAsync(cancel).ConfigureAwait(false) is not true)
        {
            return null;
        }
        await using var command = new NpgsqlCommand(
            "SELECT format('%s/%s', system_identifier, (SELECT oid FROM pg_database WHERE datname = current_database())) FROM pg_control_system()", connection);
        return (string?)await command.ExecuteScalarAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Refuses the start where the migrator's connection is known to lead to another database than the app's.</summary>
    public static async Task DemandAsync(NpgsqlConnection migrator, string app, CancellationToken cancel)
    {
        if (await ReadAsync(migrator, cancel).ConfigureAwait(false) is { } other && other != app)
        {
            throw new ArchietStartupException(
                $"ConnectionStrings:{AppDatabaseFactory.MigratorConnectionName} names another database than ConnectionStrings:{AppDatabaseFactory.ConnectionName}, "
                + "and requests are to be served from the one that is migrated. Nothing was changed. Name the same in both.");
        }
    }
}
