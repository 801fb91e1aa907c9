using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archiet;

/// <summary>Create, patch and delete.</summary>
internal sealed partial class EntityEndpoints<T>
{
    public async Task CreateAsync(HttpContext http)
    {
        var caller = Caller.Of(http);
        if (!IsAllowed(caller, Verbs.Create))
        {
            await RefuseAsync(http, caller).ConfigureAwait(false);
            return;
        }
        var findings = new Findings(services.Clock);
        var row = T.Blank(RowIds.Next(findings.Now));
        if (await RequestBody.FillAsync(http, row, isNew: true, findings).ConfigureAwait(false) is not { } given)
        {
            return;
        }
        if (!findings.Any)
        {
            T.Validate(row, FieldSet.All, findings);
        }
        if (hasCreateHooks && !findings.Any)
        {
            await AskHooksAsync(http, new Create<T>(row, given, caller, findings)).ConfigureAwait(false);
        }
        if (findings.Any)
        {
            await Problems.InvalidAsync(http, findings).ConfigureAwait(false);
            return;
        }
        var batch = TenantBatch.Of(caller, table.Insert, out var parameters);
        T.Bind(row, parameters.Id(row.Id));
        await WriteAsync(http, batch, findings, caller, row.Id, isNew: true).ConfigureAwait(false);
    }

    public async Task PatchAsync(HttpContext http)
    {
        var caller = Caller.Of(http);
        if (!IsAllowed(caller, Verbs.Update))
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
        var values = T.Blank(id);
        if (await RequestBody.FillAsync(http, values, isNew: false, findings).ConfigureAwait(false) is not { } given)
        {
            return;
        }
        if (!findings.Any)
        {
            T.Validate(values, given, findings);
        }
        if (hasChangeHooks && !findings.Any)
        {
            await AskHooksAsync(http, new Change<T>(values, given, caller, findings)).ConfigureAwait(false);
        }
        if (findings.Any)
        {
            await Problems.InvalidAsync(http, findings).ConfigureAwait(false);
            return;
        }
        var batch = TenantBatch.Of(caller, table.Update, out var parameters);
        parameters.Id(id).Version(version).Long((long)given.Low);
        if (table.Fields.Count > FieldSet.HalfSize)
        {
            parameters.Long((long)given.High);
        }
        T.Bind(values, parameters);
        await WriteAsync(http, batch, findings, caller, id, isNew: false).ConfigureAwait(false);
    }

    public async Task DeleteAsync(HttpContext http)
    {
        var caller = Caller.Of(http);
        if (!IsAllowed(caller, Verbs.Delete))
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
        var batch = TenantBatch.Of(caller, table.Delete, out var parameters);
        parameters.Id(id).Version(version);
        try
        {
            var connection = await services.Database.OpenConnectionAsync(http.RequestAborted).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                batch.Connection = connection;
                await batch.ExecuteNonQueryAsync(http.RequestAborted).ConfigureAwait(false);
            }
            if (batch.BatchCommands[1].RecordsAffected == 0)
            {
                await RefuseUnwrittenAsync(http, caller, id).ConfigureAwait(false);
                return;
            }
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (NpgsqlException error) when (DatabaseProblem.Of(error, table: null) is { } problem)
        {
            await AnswerAsync(http, caller, error, problem, new(services.Clock)).ConfigureAwait(false);
        }
    }

    private static async ValueTask AskHooksAsync<TWrite>(HttpContext http, TWrite write)
        where TWrite : class
    {
        RequestCaller.Enter(http);
        foreach (var hook in http.RequestServices.GetServices<IBefore<TWrite>>())
        {
            await hook.BeforeAsync(write, http.RequestAborted).ConfigureAwait(false);
        }
    }

    /// <summary>Runs an insert or an update and answers with the row as it is now.</summary>
    private async Task WriteAsync(HttpContext http, NpgsqlBatch batch, Findings findings, Caller caller, Guid id, bool isNew)
    {
        var writer = RowWriters.Rent();
        try
        {
            if (!await TryReadAsync(batch, writer, http.RequestAborted).ConfigureAwait(false))
            {
                await RefuseUnwrittenAsync(http, caller, id).ConfigureAwait(false);
                return;
            }
            http.Response.Headers.ETag = RowVersions.TagOf(writer.RowVersion);
            if (isNew)
            {
                http.Response.Headers.Location = $"{http.Request.PathBase}{path}/{id}";
            }
            Send(http, writer, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
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

    /// <summary>The only second round trip: a write met no row, and the caller deserves to know whether the row is gone or has changed.</summary>
    private async Task RefuseUnwrittenAsync(HttpContext http, Caller caller, Guid id)
    {
        var batch = TenantBatch.Of(caller, table.Get, out var parameters);
        parameters.Id(id);
        var writer = RowWriters.Rent();
        try
        {
            await (await TryReadAsync(batch, writer, http.RequestAborted).ConfigureAwait(false)
                ? Problems.WriteAsync(http, StatusCodes.Status412PreconditionFailed, "changed", "The row has changed since it was read.")
                : Problems.NotFoundAsync(http)).ConfigureAwait(false);
        }
        finally
        {
            RowWriters.Return(writer);
        }
    }
}
