using Npgsql;

namespace Archiet;

/// <summary>The runtime's own schema <c>archiet</c>, in numbered scripts with a table of their own that says which were run. Never in the user's context.</summary>
internal static class RuntimeSchema
{
    /// <summary>The schema.</summary>
    public const string Name = "archiet";

    /// <summary>The number of the newest script.</summary>
    public const int Version = 6;

    /// <summary>
    /// Runs the scripts that this database lacks, all in one transaction: another process of the app that looks meanwhile finds the schema with its grants, or
    /// none. The connection acts as the owner.
    /// </summary>
    public static async Task ApplyAsync(NpgsqlConnection connection, RoleNames roles, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel).ConfigureAwait(false);
        await ExecuteAsync(
            """
            CREATE SCHEMA IF NOT EXISTS archiet;
            CREATE TABLE IF NOT EXISTS archiet.runtime (version integer CONSTRAINT pk_runtime PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now());
            """).ConfigureAwait(false);
        await using var current = new NpgsqlCommand("SELECT coalesce(max(version), 0) FROM archiet.runtime", connection, transaction);
        var applied = (int)(await current.ExecuteScalarAsync(cancel).ConfigureAwait(false) ?? 0);
        for (var version = applied + 1; version <= Version; version++)
        {
            await ExecuteAsync(Script(version, roles)).ConfigureAwait(false);
            await using var note = new NpgsqlCommand("INSERT INTO archiet.runtime (version) VALUES ($1)", connection, transaction)
            {
                Parameters = { new NpgsqlParameter<int> { TypedValue = version } },
            };
            await note.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
        await transaction.CommitAsync(cancel).ConfigureAwait(false);

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
    }

    private static string Script(int version, RoleNames roles)
    {
        var name = $"Archiet.Migrations.RuntimeSchema.{version:0000}.sql";
        using var stream = typeof(RuntimeSchema).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Replace("{app}", SqlName.Quote(roles.App), StringComparison.Ordinal)
            .Replace("{provisioner}", SqlName.Quote(roles.Provisioner), StringComparison.Ordinal)
            .Replace("{auditor}", SqlName.Quote(roles.Auditor), StringComparison.Ordinal);
    }
}
