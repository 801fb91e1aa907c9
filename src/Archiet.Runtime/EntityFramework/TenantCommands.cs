using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Archiet;

/// <summary>
/// Runs every command of a context as one batch behind the tenant setting: one round trip, and nothing left on the connection. In a transaction the setting
/// was made at its start (<see cref="TenantTransactions"/>).
/// </summary>
internal sealed class TenantCommands : DbCommandInterceptor
{
    public static readonly TenantCommands Instance = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        if (BatchOf(command, eventData) is not { } batch)
        {
            return result;
        }
        var rows = batch.ExecuteReader();
        try
        {
            rows.NextResult();
        }
        catch
        {
            rows.Dispose();
            throw;
        }
        return InterceptionResult<DbDataReader>.SuppressWithResult(rows);
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (BatchOf(command, eventData) is not { } batch)
        {
            return result;
        }
        var rows = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await rows.NextResultAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await rows.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        return InterceptionResult<DbDataReader>.SuppressWithResult(rows);
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        if (BatchOf(command, eventData) is not { } batch)
        {
            return result;
        }
        using var rows = batch.ExecuteReader();
        rows.NextResult();
        return InterceptionResult<object>.SuppressWithResult(rows.Read() ? rows.GetValue(0) : null!);
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        if (BatchOf(command, eventData) is not { } batch)
        {
            return result;
        }
        var rows = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            await rows.NextResultAsync(cancellationToken).ConfigureAwait(false);
            var found = await rows.ReadAsync(cancellationToken).ConfigureAwait(false);
            return InterceptionResult<object>.SuppressWithResult(found ? rows.GetValue(0) : null!);
        }
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        if (BatchOf(command, eventData) is not { } batch)
        {
            return result;
        }
        batch.ExecuteNonQuery();
        return InterceptionResult<int>.SuppressWithResult(batch.BatchCommands[1].RecordsAffected);
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (BatchOf(command, eventData) is not { } batch)
        {
            return result;
        }
        await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        return InterceptionResult<int>.SuppressWithResult(batch.BatchCommands[1].RecordsAffected);
    }

    /// <summary>The command behind the tenant setting; null inside a transaction. Without a tenant it throws.</summary>
    private static NpgsqlBatch? BatchOf(DbCommand command, CommandEventData eventData)
    {
        if (eventData.Context is not EntityContext context || context.Database.CurrentTransaction is not null)
        {
            return null;
        }
        var statement = new NpgsqlBatchCommand(command.CommandText);
        foreach (NpgsqlParameter parameter in command.Parameters)
        {
            statement.Parameters.Add(parameter.Clone());
        }
        return new NpgsqlBatch((NpgsqlConnection?)command.Connection)
        {
            BatchCommands = { TenantBatch.Setting(context.Tenant), statement },
            Timeout = command.CommandTimeout,
        };
    }
}
