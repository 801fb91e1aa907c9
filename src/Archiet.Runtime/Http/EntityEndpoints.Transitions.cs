using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Archiet;

/// <summary>The transitions of a lifecycle: the only way in which a state changes.</summary>
internal sealed partial class EntityEndpoints<T>
{
    /// <summary>The request delegate of a transition, by its position.</summary>
    public RequestDelegate Take(int position)
    {
        var transition = table.Lifecycle!.Transitions[position];
        var roles = services.Access.RolesOf(table.Ordinal, position);
        var columns = string.Join(", ", table.Fields.Select(field => field.Select));
        var statement = $"""
            {transition.Update} WHERE "tenant_id" = $1 AND "id" = $3 AND "xmin" = $4 AND {transition.Where} RETURNING "id", "xmin", {columns}
            """;
        return http => TakeAsync(http, transition, roles, statement);
    }

    private async Task TakeAsync(HttpContext http, Transition transition, ulong roles, string statement)
    {
        var caller = Caller.Of(http);
        if (caller is null || !caller.HasTenant || (caller.Roles & roles) == 0)
        {
            await RefuseAsync(http, caller).ConfigureAwait(false);
            return;
        }
        if (!TryId(http, out var id))
        {
            await Problems.NotFoundAsync(http).ConfigureAwait(false);
            return;
        }
        if (Preconditions.RefusalOf(http, out var version) is { } refusal)
        {
            await refusal.ConfigureAwait(false);
            return;
        }
        var findings = new Findings(services.Clock);
        if (!await RequestBody.IsEmptyAsync(http, table, findings).ConfigureAwait(false))
        {
            return;
        }
        if (findings.Any)
        {
            await Problems.InvalidAsync(http, findings).ConfigureAwait(false);
            return;
        }
        var batch = TenantBatch.Of(caller, statement, out var parameters);
        parameters.Id(id).Version(version);
        var writer = RowWriters.Rent();
        try
        {
            if (!await TryReadAsync(batch, writer, http.RequestAborted).ConfigureAwait(false))
            {
                await RefuseUntakenAsync(http, caller, id, version, transition).ConfigureAwait(false);
                return;
            }
            http.Response.Headers.ETag = RowVersions.TagOf(writer.RowVersion);
            Send(http, writer, StatusCodes.Status200OK);
        }
        catch (NpgsqlException error) when (DatabaseProblem.Of(error, table) is { } problem)
        {
            await AnswerAsync(http, caller, error, problem, findings).ConfigureAwait(false);
        }
        finally
        {
            RowWriters.Return(writer);
        }
    }

    /// <summary>A second round trip, as for every write that met no row: the row is gone, has changed, is in another state, or is held back by the guard.</summary>
    private async Task RefuseUntakenAsync(HttpContext http, Caller caller, Guid id, uint version, Transition transition)
    {
        if (await ReadStateAsync(caller, id, http.RequestAborted).ConfigureAwait(false) is not var (current, state))
        {
            await Problems.NotFoundAsync(http).ConfigureAwait(false);
        }
        else if (current != version)
        {
            await Problems.WriteAsync(http, StatusCodes.Status412PreconditionFailed, "changed", "The row has changed since it was read.").ConfigureAwait(false);
        }
        else if (!transition.From.Contains(state))
        {
            await TransitionProblem.WriteAsync(http, table, transition, state).ConfigureAwait(false);
        }
        else
        {
            await TransitionProblem.WriteGuardAsync(http, transition).ConfigureAwait(false);
        }
    }

    private async ValueTask<(uint Version, string State)?> ReadStateAsync(Caller caller, Guid id, CancellationToken cancel)
    {
        var batch = TenantBatch.Of(caller, StateStatement, out var parameters);
        parameters.Id(id);
        var connection = await services.Database.OpenConnectionAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            batch.Connection = connection;
            var rows = await batch.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (rows.ConfigureAwait(false))
            {
                await rows.NextResultAsync(cancel).ConfigureAwait(false);
                return await rows.ReadAsync(cancel).ConfigureAwait(false) ? (rows.GetFieldValue<uint>(0), rows.GetString(1)) : null;
            }
        }
    }

    /// <summary>Version and state of a row. $1 tenant, $2 caller, $3 id.</summary>
    private string StateStatement { get; } = T.Table.Lifecycle is { } lifecycle
        ? $"""
            SELECT "xmin", {SqlName.Quote(T.Table.Fields[lifecycle.Field].Column)} FROM {SqlName.Quote(T.Table.Table)} WHERE "tenant_id" = $1 AND "id" = $3
            """
        : "";
}
