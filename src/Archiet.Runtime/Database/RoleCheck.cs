using Npgsql;

namespace Archiet;

/// <summary>The role that serves requests, as a database knows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fault">What speaks against it, in a sentence; null where nothing does.</param>
/// <param name="SchemaOwner">Who owns the runtime's schema there; null where there is none.</param>
internal sealed record ServingRole(string Name, string? Fault, string? SchemaOwner);

/// <summary>Makes sure that the role which serves requests is one that row-level security holds, and that makes no memberships and signs nobody in.</summary>
internal static class RoleCheck
{
    /// <summary>What to ask, as the role. Its parameters are texts, as an array would take Npgsql's handling of arrays into every start.</summary>
    public static NpgsqlBatchCommand Command(RoleNames roles)
    {
        var command = new NpgsqlBatchCommand(
            """
            SELECT current_user::text, r.rolsuper, r.rolbypassrls,
                (SELECT o.rolname::text FROM (VALUES (1, $1), (2, $2), (3, $3)) AS asked(rank, name) JOIN pg_roles o ON o.rolname = asked.name
                    WHERE pg_has_role(current_user, o.oid, 'MEMBER') ORDER BY asked.rank LIMIT 1),
                (SELECT pg_get_userbyid(n.nspowner)::text FROM pg_namespace n WHERE n.nspname = 'archiet')
            FROM pg_roles r WHERE r.rolname = current_user
            """);
        new Parameters(command.Parameters).Text(roles.Owner).Text(roles.Provisioner).Text(roles.Login);
        return command;
    }

    /// <summary>Reads the answer. A superuser is at fault, and a role that bypasses row-level security, and one that can act as the tables' owner, as the provisioner or as the login.</summary>
    public static async Task<ServingRole> ReadAsync(NpgsqlDataReader rows, RoleNames roles, CancellationToken cancel)
    {
        await rows.ReadAsync(cancel).ConfigureAwait(false);
        var actsAs = rows.IsDBNull(3) ? null : rows.GetString(3);
        var fault = rows.GetBoolean(1) ? "is a superuser: row-level security would not hold it"
            : rows.GetBoolean(2) ? "bypasses row-level security"
            : actsAs == roles.Provisioner ? $"can act as \"{actsAs}\": whoever gets a statement to run could make memberships"
            : actsAs == roles.Login ? $"can act as \"{actsAs}\": whoever gets a statement to run could sign in as anybody"
            : actsAs is not null ? $"can act as \"{actsAs}\": row-level security would not hold it"
            : null;
        var name = rows.GetString(0);
        return new(name, fault is null ? null : Misplaced(name, fault, roles), rows.IsDBNull(4) ? null : rows.GetString(4));
    }

    /// <summary>Why a role may not even ask what the database has seen.</summary>
    public static string NoEntry(ServingRole role, AppFacts app) =>
        role.SchemaOwner == app.Roles.Owner
            ? Misplaced(role.Name, $"may not use the schema \"{RuntimeSchema.Name}\" of {app.Name}", app.Roles)
            : $"The database of ConnectionStrings:{AppDatabaseFactory.ConnectionName} belongs to another app: its schema \"{RuntimeSchema.Name}\" is owned by \"{role.SchemaOwner}\", "
            + $"and that of {app.Name} would be by \"{app.Roles.Owner}\". Nothing was changed. Name a database of {app.Name}'s own.";

    private static string Misplaced(string name, string fault, RoleNames roles) =>
        $"ConnectionStrings:{AppDatabaseFactory.ConnectionName} logs in as \"{name}\", which {fault}. Requests are served as \"{roles.App}\".";
}
