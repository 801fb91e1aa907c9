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
        if (!IsAllowed(caller, Verbs.Create, out var plan))
        {
            await RefuseAsync(http, caller).ConfigureAwait(false);
            return;
        }
        var findings = new Findings(services.Clock);
        var row = T.Blank(RowIds.Next(findings.Now));
        if (await RequestBody.FillAsync(http, row, isNew: true, plan.Create.Settable, findings).ConfigureAwait(false) is not { } given)
        {
            return;
        }
        if (!findings.Any)
        {
            T.Validate(row, FieldSet.All, findings);
            ValidateChildren(row, FieldSet.All, findings);
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
        var statement = plan.Create.For(given);
        var batch = TenantBatch.Of(caller, statement.Sql, out var parameters);
        T.Bind(row, parameters.Id(row.Id));
        var before = AddChildren(batch, caller, row, statement.Sight);
        await TryWriteAsync(http, batch, statement.Sight, findings, caller, row.Id, StatusCodes.Status201Created, before).ConfigureAwait(false);
    }

    public async Task PatchAsync(HttpContext http)
    {
        var caller = Caller.Of(http);
        if (!IsAllowed(caller, Verbs.Update, out var plan))
        {
            await RefuseAsync(http, caller).ConfigureAwait(false);
            return;
        }
        if (await VersionAsync(http).ConfigureAwait(false) is not var (id, version))
        {
            return;
        }
        var findings = new Findings(services.Clock);
        var values = T.Blank(id);
        var known = table.Children.Count > 0 ? new KnownRows() : null;
        if (await RequestBody.FillAsync(http, values, isNew: false, plan.Update.Settable, findings, known).ConfigureAwait(false) is not { } given)
        {
            return;
        }
        if (!findings.Any)
        {
            T.Validate(values, given, findings);
            ValidateChildren(values, given, findings);
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
        var statement = plan.Update.For(given);
        var batch = TenantBatch.Of(caller, statement.Sql, out var parameters);
        parameters.Id(id).Version(version).Long((long)given.Low);
        if (table.Positions > FieldSet.HalfSize)
        {
            parameters.Long((long)given.High);
        }
        T.Bind(values, parameters);
        var before = known is null ? SettingOnly : ReplaceChildren(batch, caller, values, given, known, statement.Sight);
        if (!await TryWriteAsync(http, batch, statement.Sight, findings, caller, id, StatusCodes.Status200OK, before, known).ConfigureAwait(false))
        {
            await RefuseUnwrittenAsync(http, caller, id, plan.Update.LookFor(given)).ConfigureAwait(false);
        }
    }

    public async Task DeleteAsync(HttpContext http)
    {
        var caller = Caller.Of(http);
        if (!IsAllowed(caller, Verbs.Delete, out var plan))
        {
            await RefuseAsync(http, caller).ConfigureAwait(false);
            return;
        }
        if (await VersionAsync(http).ConfigureAwait(false) is not var (id, version))
        {
            return;
        }
        var batch = TenantBatch.Of(caller, plan.Delete.For(default).Sql, out var parameters);
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
                await RefuseUnwrittenAsync(http, caller, id, plan.Delete.LookFor(default)).ConfigureAwait(false);
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

    /// <summary>Runs a write and answers with the row as it is now, or with why the database refused it; false, and nothing is answered, when it met no row.</summary>
    private async ValueTask<bool> TryWriteAsync(
        HttpContext http, NpgsqlBatch batch, Sight sight, Findings findings, Caller caller, Guid id, int status, int before = SettingOnly, KnownRows? known = null)
    {
        var writer = RowWriters.Rent();
        try
        {
            if (!await TryReadAsync(batch, sight, writer, before, http.RequestAborted).ConfigureAwait(false))
            {
                return false;
            }
            http.Response.Headers.ETag = RowVersions.TagOf(writer.RowVersion);
            if (status == StatusCodes.Status201Created)
            {
                http.Response.Headers.Location = $"{http.Request.PathBase}{path}/{id}";
            }
            JsonAnswer.Send(http, writer, status);
        }
        catch (NpgsqlException error) when (DatabaseProblem.Of(error, table) is { } problem)
        {
            NameUnknownRow(error, known, findings);
            await AnswerAsync(http, caller, error, problem, findings).ConfigureAwait(false);
        }
        finally
        {
            RowWriters.Return(writer);
        }
        return true;
    }

    /// <summary>
    /// The only second round trip: a write met no row, and the caller deserves to know whether the row is gone, is not theirs to write, or has changed. What the look
    /// says is in <see cref="WritePlan.LookFor"/>.
    /// </summary>
    private async Task RefuseUnwrittenAsync(HttpContext http, Caller caller, Guid id, string look)
    {
        switch (await LookAsync(caller, id, look, http.RequestAborted).ConfigureAwait(false))
        {
            case null:
                await Problems.NotFoundAsync(http).ConfigureAwait(false);
                break;
            case false:
                await RefuseAsync(http, caller).ConfigureAwait(false);
                break;
            default:
                await Problems.ChangedAsync(http).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>Runs a statement that returns one truth or none.</summary>
    private async ValueTask<bool?> LookAsync(Caller caller, Guid id, string look, CancellationToken cancel)
    {
        var batch = TenantBatch.Of(caller, look, out var parameters);
        parameters.Id(id);
        return await services.AskAsync(batch, static row => row.GetBoolean(0), cancel).ConfigureAwait(false);
    }
}
