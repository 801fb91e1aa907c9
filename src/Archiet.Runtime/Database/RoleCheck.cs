using Npgsql;

namespace Archiet;

/// <summary>Makes sure that the role which serves requests is one that row-level security holds, and that makes no memberships.</summary>
internal static class RoleCheck
{
    /// <summary>What to ask, as the role.</summary>
    public static NpgsqlBatchCommand Command(RoleNames roles) => new(
        """
        SELECT current_user::text, r.rolsuper, r.rolbypassrls,
            (SELECT o.rolname::text FROM pg_roles o WHERE o.rolname IN ($1, $2) AND pg_has_role(current_user, o.oid, 'MEMBER') ORDER BY o.rolname = $2 LIMIT 1)
        FROM pg_roles r WHERE r.rolname = current_user
        """)
    {
        Parameters = { new NpgsqlParameter<string> { TypedValue = roles.Owner }, new NpgsqlParameter<string> { TypedValue = roles.Provisioner } },
    };

    /// <summary>What speaks against a superuser, a role that bypasses row-level security, and one that can act as the tables' owner or as the provisioner; else null.</summary>
    public static async Task<string?> JudgeAsync(NpgsqlDataReader rows, RoleNames roles, CancellationToken cancel)
    {
        await rows.ReadAsync(cancel).ConfigureAwait(false);
        var actsAs = rows.IsDBNull(3) ? null : rows.GetString(3);
        var fault = rows.GetBoolean(1) ? "is a superuser: row-level security would not hold it"
            : rows.GetBoolean(2) ? "bypasses row-level security"
            : actsAs == roles.Provisioner ? $"can act as \"{actsAs}\": whoever gets a statement to run could make memberships"
            : actsAs is not null ? $"can act as \"{actsAs}\": row-level security would not hold it"
            : null;
        return fault is null
            ? null
            : $"ConnectionStrings:{AppDatabaseFactory.ConnectionName} logs in as \"{rows.GetString(0)}\", which {fault}. Requests are served as \"{roles.App}\".";
    }
}
