using Npgsql;

namespace Archiet.Samples.Tests.Database;

/// <summary>One transaction as the app's role. Nothing of it stays.</summary>
internal sealed class AppConnection(NpgsqlConnection connection) : IAsyncDisposable
{
    private NpgsqlTransaction? transaction;

    public async Task BeginAsync(string? tenant)
    {
        transaction = await connection.BeginTransactionAsync();
        if (tenant is not null)
        {
            await using var command = Command("SELECT set_config('app.tenant', $1, true)", tenant);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Rows of a table that the role sees.</summary>
    public async Task<long> CountAsync(OwnedTable table, string where = "true")
    {
        await using var command = Command($"SELECT count(*) FROM {table} WHERE {where}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The texts of a one-column query.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(string sql)
    {
        await using var command = Command(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await rows.ReadAsync())
        {
            texts.Add(rows.GetString(0));
        }
        return texts;
    }

    /// <summary>Runs a statement and returns how many rows it touched. After an error the transaction goes on as if the statement had not been.</summary>
    public async Task<int> RunAsync(string sql, params string[] values)
    {
        await transaction!.SaveAsync("statement");
        try
        {
            await using var command = Command(sql, values);
            return await command.ExecuteNonQueryAsync();
        }
        catch (PostgresException)
        {
            await transaction.RollbackAsync("statement");
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (transaction is not null)
        {
            await transaction.DisposeAsync();
        }
        await connection.DisposeAsync();
    }

    private NpgsqlCommand Command(string sql, params string[] values)
    {
#pragma warning disable CA2100 // The texts are the tests' own, and names from the catalogue.
        var command = new NpgsqlCommand(sql, connection, transaction);
#pragma warning restore CA2100
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }
        return command;
    }
}
