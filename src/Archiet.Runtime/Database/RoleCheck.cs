using Npgsql;

namespace Archiet;

/// <summary>Makes sure that the role which serves requests is one that row-level security holds.</summary>
internal static class RoleCheck
{
    /// <summary>Throws for a superuser, a role that bypasses row-level security, and one that can act as the tables' owner.</summary>
    public static async Task RunAsync(NpgsqlConnection connection, RoleNames roles, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT current_user::text, r.rolsuper, r.rolbypassrls, coalesce((SELECT pg_has_role(current_user, o.oid, 'MEMBER') FROM pg_roles o WHERE o.rolname = $1), false)
            FROM pg_roles r WHERE r.rolname = current_user
            """,
            connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = roles.Owner } },
        };
        await using var rows = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        await rows.ReadAsync(cancel).ConfigureAwait(false);
        var fault = rows.GetBoolean(1) ? "is a superuser" : rows.GetBoolean(2) ? "bypasses row-level security" : rows.GetBoolean(3) ? $"can act as \"{roles.Owner}\"" : null;
        if (fault is not null)
        {
            throw new ArchietStartupException(
                $"ConnectionStrings:{AppDatabaseFactory.ConnectionName} logs in as \"{rows.GetString(0)}\", which {fault}: row-level security would not hold it. "
                + $"Requests are served as \"{roles.App}\".");
        }
    }
}
