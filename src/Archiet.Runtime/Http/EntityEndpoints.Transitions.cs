using Microsoft.AspNetCore.Http;

namespace Archiet;

/// <summary>The transitions of a lifecycle: the only way in which a state changes.</summary>
internal sealed partial class EntityEndpoints<T>
{
    /// <summary>The request delegate of a transition, by its position.</summary>
    public RequestDelegate Take(int position)
    {
        var transition = table.Lifecycle!.Transitions[position];
        return http => TakeAsync(http, transition, position);
    }

    private async Task TakeAsync(HttpContext http, Transition transition, int position)
    {
        var caller = Caller.Of(http);
        if (!IsAllowed(caller, out var plan) || plan.Transitions[position] is not { IsGranted: true } write)
        {
            await RefuseAsync(http, caller).ConfigureAwait(false);
            return;
        }
        if (await VersionAsync(http).ConfigureAwait(false) is not var (id, version))
        {
            return;
        }
        var findings = new Findings(services.Clock);
        if (!await RequestBody.IsEmptyAsync(http, findings).ConfigureAwait(false))
        {
            return;
        }
        if (hasTakeHooks && !findings.Any)
        {
            await AskHooksAsync(http, new Take<T>(id, transition, caller, findings)).ConfigureAwait(false);
        }
        if (findings.Any)
        {
            await Problems.InvalidAsync(http, findings).ConfigureAwait(false);
            return;
        }
        var statement = write.For(default);
        var batch = TenantBatch.Of(caller, statement.Sql, out var parameters);
        parameters.Id(id).Version(version);
        if (!await TryWriteAsync(http, batch, statement.Sight, findings, caller, id, StatusCodes.Status200OK).ConfigureAwait(false))
        {
            await RefuseUntakenAsync(http, caller, id, version, transition, write, statement.Sight).ConfigureAwait(false);
        }
    }

    /// <summary>A second round trip, as for every write that met no row: the row is gone, is not the caller's, has changed, is in another state, or the guard holds it.</summary>
    private async Task RefuseUntakenAsync(HttpContext http, Caller caller, Guid id, uint version, Transition transition, WritePlan write, Sight sight)
    {
        if (await ReadStateAsync(caller, id, write, http.RequestAborted).ConfigureAwait(false) is not var (allowed, current, state))
        {
            await Problems.NotFoundAsync(http).ConfigureAwait(false);
        }
        else if (!allowed)
        {
            await RefuseAsync(http, caller).ConfigureAwait(false);
        }
        else if (current != version)
        {
            await Problems.ChangedAsync(http).ConfigureAwait(false);
        }
        else if (!transition.From.Contains(state))
        {
            var isSeen = sight.Always.Has(table.Lifecycle!.Field);
            await (isSeen ? TransitionProblem.WriteAsync(http, table, transition, state) : TransitionProblem.WriteAsync(http, transition)).ConfigureAwait(false);
        }
        else
        {
            await TransitionProblem.WriteGuardAsync(http, transition).ConfigureAwait(false);
        }
    }

    private async ValueTask<(bool Allowed, uint Version, string State)?> ReadStateAsync(Caller caller, Guid id, WritePlan write, CancellationToken cancel)
    {
        var look = write.LookFor(default, "\"xmin\"", table.Fields[table.Lifecycle!.Field].Select);
        var batch = TenantBatch.Of(caller, look, out var parameters);
        parameters.Id(id);
        return await services.AskAsync(batch, static row => (row.GetBoolean(0), row.GetFieldValue<uint>(1), row.GetString(2)), cancel).ConfigureAwait(false);
    }
}
