using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Archiet;

/// <summary>The request delegates of an entity. All entities share one body of machine code, and a request is one batch to the database.</summary>
internal sealed partial class EntityEndpoints<T>
    where T : class, IEntity<T>
{
    /// <summary>The result before that of a batch's one statement: the tenant's setting.</summary>
    private const int SettingOnly = 1;

    private readonly EntityTable table = T.Table;
    private readonly EntityServices services;
    private readonly string path;
    private readonly bool hasCreateHooks;
    private readonly bool hasChangeHooks;
    private readonly bool hasTakeHooks;

    /// <param name="services">What all entities share.</param>
    /// <param name="path">The path of the list.</param>
    public EntityEndpoints(EntityServices services, string path)
    {
        this.services = services;
        this.path = path;
        hasCreateHooks = services.Has<IBefore<Create<T>>>();
        hasChangeHooks = services.Has<IBefore<Change<T>>>();
        hasTakeHooks = services.Has<IBefore<Take<T>>>();
    }

    /// <summary>Whether one of the caller's roles is granted the operation, on some rows at least.</summary>
    private bool IsAllowed([NotNullWhen(true)] Caller? caller, Verbs verb, [NotNullWhen(true)] out AccessPlan? plan) =>
        IsAllowed(caller, out plan) && (plan.Verbs & verb) != 0;

    /// <summary>Whether there is a caller and it has a tenant; then <paramref name="plan"/> says what it may do.</summary>
    private bool IsAllowed([NotNullWhen(true)] Caller? caller, [NotNullWhen(true)] out AccessPlan? plan)
    {
        plan = caller is { HasTenant: true } ? services.Access.PlanOf(caller.Roles, table) : null;
        return plan is not null;
    }

    private Task RefuseAsync(HttpContext http, Caller? caller) => services.RefuseAsync(http, caller);

    private static bool TryId(HttpContext http, out Guid id) => RouteIds.TryRead(http, RouteIds.Row, out id);

    /// <summary>The row that a write is for and the version that was read of it; null, and answered, when the request does not name both.</summary>
    private static async ValueTask<(Guid Id, uint Version)?> VersionAsync(HttpContext http)
    {
        if (!TryId(http, out var id))
        {
            await Problems.NotFoundAsync(http).ConfigureAwait(false);
            return null;
        }
        if (Preconditions.RefusalOf(http, out var version) is { } refusal)
        {
            await refusal.ConfigureAwait(false);
            return null;
        }
        return (id, version);
    }

    /// <summary>Runs a batch that returns one row or none, to its end: an error at the commit must be known before anything is answered.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="sight">What the row shows.</param>
    /// <param name="to">Takes the row.</param>
    /// <param name="before">How many results come before that with the row.</param>
    /// <param name="cancel">Ends the wait.</param>
    private async ValueTask<bool> TryReadAsync(NpgsqlBatch batch, Sight sight, RowWriter to, int before, CancellationToken cancel)
    {
        var connection = await services.Database.OpenConnectionAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            batch.Connection = connection;
            var rows = await batch.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (rows.ConfigureAwait(false))
            {
                for (var result = 0; result < before; result++)
                {
                    await rows.NextResultAsync(cancel).ConfigureAwait(false);
                }
                var found = await rows.ReadAsync(cancel).ConfigureAwait(false);
                if (found)
                {
                    to.Row<T>(rows, sight);
                }
                await rows.NextResultAsync(cancel).ConfigureAwait(false);
                return found;
            }
        }
    }

    private Task AnswerAsync(HttpContext http, Caller caller, NpgsqlException error, DatabaseProblem problem, Findings findings)
    {
        using (CallerScope.Begin(services.Log, caller))
        {
            services.Log.DatabaseRefused(table.Name, error.SqlState ?? "none", problem.Status);
        }
        return problem.WriteAsync(http, table, findings);
    }
}
