using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Archiet;

/// <summary>Sets the tenant at the start of every transaction of a context, for as long as it lasts. Without a tenant no transaction starts.</summary>
internal sealed class TenantTransactions : DbTransactionInterceptor
{
    public static readonly TenantTransactions Instance = new();

    public override InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        _ = TenantOf(eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        _ = TenantOf(eventData);
        return new(result);
    }

    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        Set(connection, TenantOf(eventData));
        return result;
    }

    public override async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await SetAsync(connection, TenantOf(eventData), cancellationToken).ConfigureAwait(false);
        return result;
    }

    public override DbTransaction TransactionUsed(DbConnection connection, TransactionEventData eventData, DbTransaction result)
    {
        Set(connection, TenantOf(eventData));
        return result;
    }

    public override async ValueTask<DbTransaction> TransactionUsedAsync(
        DbConnection connection, TransactionEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await SetAsync(connection, TenantOf(eventData), cancellationToken).ConfigureAwait(false);
        return result;
    }

    private static Guid? TenantOf(DbContextEventData eventData) => (eventData.Context as EntityContext)?.Tenant;

    private static void Set(DbConnection connection, Guid? tenant)
    {
        if (tenant is { } some)
        {
            using var batch = new NpgsqlBatch((NpgsqlConnection)connection) { BatchCommands = { TenantBatch.Setting(some) } };
            batch.ExecuteNonQuery();
        }
    }

    private static async ValueTask SetAsync(DbConnection connection, Guid? tenant, CancellationToken cancel)
    {
        if (tenant is { } some)
        {
            var batch = new NpgsqlBatch((NpgsqlConnection)connection) { BatchCommands = { TenantBatch.Setting(some) } };
            await using (batch.ConfigureAwait(false))
            {
                await batch.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
            }
        }
    }
}
