using Npgsql;

namespace Archiet;

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
                    WHERE pg_has_role(current_user, o.oid, 'MEMBER') ORDER BY asked.rank LIMIT 1)
            FROM pg_roles r WHERE r.rolname = current_user
            """);
        new Parameters(command.Parameters).Text(roles.Owner).Text(roles.Provisioner).Text(roles.Login);
        return command;
    }

    /// <summary>What speaks against a superuser, a role that bypasses row-level security, and one that can act as the tables' owner, as the provisioner or as the login; else null.</summary>
    public static async Task<string?> JudgeAsync(NpgsqlDataReader rows, RoleNames roles, CancellationToken cancel)
    {
        await rows.ReadAsync(cancel).ConfigureAwait(false);
        var actsAs = rows.IsDBNull(3) ? null : rows.GetString(3);
        var fault = rows.GetBoolean(1) ? "is a superuser: row-level security would not hold it"
            : rows.GetBoolean(2) ? "bypasses row-level security"
            : actsAs == roles.Provisioner ? $"can act as \"{actsAs}\": whoever gets a statement to run could make memberships"
            : actsAs == roles.Login ? $"can act as \"{actsAs}\": whoever gets a statement to run could sign in as anybody"
            : actsAs is not null ? $"can act as \"{actsAs}\": row-level security would not hold it"
            : null;
        return fault is null
            ? null
            : $"ConnectionStrings:{AppDatabaseFactory.ConnectionName} logs in as \"{rows.GetString(0)}\", which {fault}. Requests are served as \"{roles.App}\".";
    }
}
