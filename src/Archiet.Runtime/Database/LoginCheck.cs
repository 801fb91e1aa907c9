using Npgsql;

namespace Archiet;

/// <summary>Makes sure, before an app listens, that people can sign in, and by a role that does nothing else.</summary>
internal static class LoginCheck
{
    private const string Name = AppDatabaseFactory.LoginConnectionName;

    /// <summary>Refuses the start over a role that is missing, that cannot sign anybody in, or that could do more.</summary>
    public static async Task RunAsync(NpgsqlDataSource? login, RoleNames roles, CancellationToken cancel)
    {
        if (login is null)
        {
            throw new ArchietStartupException(
                $"ConnectionStrings:{Name} is missing: people sign in by the role \"{roles.Login}\", which the app's own connections do not have. "
                + $"Set it as in the environment variable ConnectionStrings__{Name}; where there is no such role, an administrator of the database makes it: {roles.LoginStatement};");
        }
        var fault = default(string);
        try
        {
            await using var command = Command(login, roles);
            await using var rows = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            fault = await JudgeAsync(rows, cancel).ConfigureAwait(false);
        }
        catch (PostgresException failure) when (failure.SqlState is PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.UndefinedFunction)
        {
            throw new ArchietStartupException($"ConnectionStrings:{Name} names another database than ConnectionStrings:{AppDatabaseFactory.ConnectionName}: this one has nobody who could sign in.", failure);
        }
        catch (NpgsqlException failure)
        {
            throw new ArchietStartupException($"The database of ConnectionStrings:{Name} does not answer: {failure.Message}", failure);
        }
        if (fault is not null)
        {
            throw new ArchietStartupException($"ConnectionStrings:{Name} logs in as {fault}. People sign in by \"{roles.Login}\".");
        }
    }

    private static NpgsqlCommand Command(NpgsqlDataSource login, RoleNames roles)
    {
        var command = login.CreateCommand(
            """
            SELECT current_user::text, r.rolsuper OR r.rolbypassrls,
                (SELECT o.rolname::text FROM pg_roles o WHERE o.rolname IN ($1, $2, $3, $4, $5) AND pg_has_role(current_user, o.oid, 'MEMBER') LIMIT 1),
                has_schema_privilege('archiet', 'USAGE') AND has_function_privilege('archiet.enter_login(text, text, timestamptz)', 'EXECUTE')
            FROM pg_roles r WHERE r.rolname = current_user
            """);
        new Parameters(command.Parameters).Text(roles.Owner).Text(roles.Migrator).Text(roles.App).Text(roles.Provisioner).Text(roles.Auditor);
        return command;
    }

    private static async Task<string?> JudgeAsync(NpgsqlDataReader rows, CancellationToken cancel)
    {
        await rows.ReadAsync(cancel).ConfigureAwait(false);
        var fault = rows.GetBoolean(1) ? "is a superuser or bypasses row-level security"
            : !rows.IsDBNull(2) ? $"can act as \"{rows.GetString(2)}\": it is to sign people in, and for nothing else"
            : !rows.GetBoolean(3) ? "may sign nobody in"
            : null;
        return fault is null ? null : $"\"{rows.GetString(0)}\", which {fault}";
    }
}
