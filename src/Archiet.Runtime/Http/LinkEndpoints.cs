using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Archiet;

/// <summary>Makes and removes the links of a row. Both may be asked for any number of times, and neither changes the version of the row.</summary>
/// <param name="services">What all entities share.</param>
/// <param name="owner">The entity that has the link.</param>
/// <param name="at">The link's position among those of the entity.</param>
internal sealed class LinkEndpoints(EntityServices services, EntityTable owner, int at)
{
    public Task PutAsync(HttpContext http) => ChangeAsync(http, static plan => plan.Add);

    public Task DeleteAsync(HttpContext http) => ChangeAsync(http, static plan => plan.Remove);

    private async Task ChangeAsync(HttpContext http, Func<LinkPlan, string> statement)
    {
        var caller = Caller.Of(http);
        if (caller is not { HasTenant: true } || services.Access.PlanOf(caller.Roles, owner).LinkAt(at) is not { CanChange: true } plan)
        {
            await services.RefuseAsync(http, caller).ConfigureAwait(false);
            return;
        }
        if (!RouteIds.TryRead(http, RouteIds.Row, out var row) || !RouteIds.TryRead(http, RouteIds.Target, out var target))
        {
            await Problems.NotFoundAsync(http).ConfigureAwait(false);
            return;
        }
        var batch = TenantBatch.Of(caller, statement(plan), out var parameters);
        parameters.Id(row).Id(target);
        try
        {
            await AnswerAsync(http, caller, await RunAsync(batch, http.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (NpgsqlException error) when (DatabaseProblem.Of(error, owner) is { } problem)
        {
            using (CallerScope.Begin(services.Log, caller))
            {
                services.Log.DatabaseRefused(owner.Name, error.SqlState ?? "none", problem.Status);
            }
            await problem.WriteAsync(http, owner, new(services.Clock)).ConfigureAwait(false);
        }
    }

    private async ValueTask<(bool IsKnown, bool IsChangeable, bool HasTarget)> RunAsync(NpgsqlBatch batch, CancellationToken cancel) =>
        await services.AskAsync(batch, static row => (row.GetBoolean(0), row.GetBoolean(1), row.GetBoolean(2)), cancel).ConfigureAwait(false)
            ?? throw new InvalidOperationException("A statement over a link always answers.");

    private async Task AnswerAsync(HttpContext http, Caller caller, (bool IsKnown, bool IsChangeable, bool HasTarget) found)
    {
        switch (found)
        {
            case { IsChangeable: true, HasTarget: true }:
                http.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case { IsKnown: true, IsChangeable: false }:
                await services.RefuseAsync(http, caller).ConfigureAwait(false);
                break;
            default:
                await Problems.NotFoundAsync(http).ConfigureAwait(false);
                break;
        }
    }
}
