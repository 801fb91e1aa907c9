using Npgsql;

namespace Archiet;

/// <summary>Makes sure, before the first table is made, that the owner of the tables may make them all.</summary>
internal static class OwnerRights
{
    /// <summary>Refuses the start, with what an administrator runs, where the schema of the runtime or the app's tables could not be made. The connection acts as the owner.</summary>
    public static async Task DemandAsync(NpgsqlConnection connection, RoleNames roles, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "SELECT current_database()::text, has_database_privilege(current_database(), 'CREATE'), coalesce(has_schema_privilege(to_regnamespace('public'), 'CREATE'), false)", connection);
        await using var rows = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        await rows.ReadAsync(cancel).ConfigureAwait(false);
        var (owner, database) = (SqlName.Quote(roles.Owner), SqlName.Quote(rows.GetString(0)));
        var remedy = !rows.GetBoolean(1) ? $"ALTER DATABASE {database} OWNER TO {owner}"
            : !rows.GetBoolean(2) ? $"GRANT USAGE, CREATE ON SCHEMA public TO {owner}"
            : null;
        if (remedy is not null)
        {
            throw new ArchietStartupException(
                $"{owner} may not make its tables in the database {database}. Nothing was changed. An administrator of the database runs once, if it is the right one: {remedy};");
        }
    }
}
