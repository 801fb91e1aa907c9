using Npgsql;
using NpgsqlTypes;

namespace Archiet;

/// <summary>
/// The tenant setting and a statement as one batch: one implicit transaction and one round trip. The setting is local to it, so that a connection goes back
/// to the pool as it came.
/// </summary>
internal static class TenantBatch
{
    /// <summary>Tells row-level security whose rows are there until the transaction ends. $1 tenant (uuid).</summary>
    public const string SetTenant = "SELECT set_config('app.tenant', $1::text, true)";

    /// <summary>A batch for a caller; <paramref name="parameters"/> stand behind $1 and $2, the tenant and the member.</summary>
    public static NpgsqlBatch Of(Caller caller, string sql, out Parameters parameters)
    {
        var batch = Of(caller);
        parameters = Add(batch, caller, sql);
        return batch;
    }

    /// <summary>A batch for a caller, without a statement yet.</summary>
    public static NpgsqlBatch Of(Caller caller) => new() { BatchCommands = { Setting(caller.Tenant) } };

    /// <summary>Adds a statement to a batch; its parameters stand behind $1 and $2, the tenant and the member.</summary>
    public static Parameters Add(NpgsqlBatch batch, Caller caller, string sql)
    {
        var statement = new NpgsqlBatchCommand(sql);
        batch.BatchCommands.Add(statement);
        return new Parameters(statement.Parameters).Id(caller.Tenant).Id(caller.Member);
    }

    /// <summary>The command that sets the tenant.</summary>
    public static NpgsqlBatchCommand Setting(Guid tenant) => new(SetTenant)
    {
        Parameters = { new NpgsqlParameter<Guid> { TypedValue = tenant, NpgsqlDbType = NpgsqlDbType.Uuid } },
    };
}
