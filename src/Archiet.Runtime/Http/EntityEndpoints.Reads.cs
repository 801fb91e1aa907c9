using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Archiet;

/// <summary>Get and list.</summary>
internal sealed partial class EntityEndpoints<T>
{
    /// <summary>A page ends early when it has this many bytes: rows may hold texts of any length.</summary>
    private const long LargestPage = 4 * 1024 * 1024;

    public async Task GetAsync(HttpContext http)
    {
        var caller = Caller.Of(http);
        if (!IsAllowed(caller, Verbs.Read, out var plan))
        {
            await RefuseAsync(http, caller).ConfigureAwait(false);
            return;
        }
        if (!TryId(http, out var id))
        {
            await Problems.NotFoundAsync(http).ConfigureAwait(false);
            return;
        }
        var batch = TenantBatch.Of(caller, plan.Get.Sql, out var parameters);
        parameters.Id(id);
        var writer = RowWriters.Rent();
        try
        {
            if (!await TryReadAsync(batch, plan.Get.Sight, writer, SettingOnly, http.RequestAborted).ConfigureAwait(false))
            {
                await Problems.NotFoundAsync(http).ConfigureAwait(false);
                return;
            }
            http.Response.Headers.ETag = RowVersions.TagOf(writer.RowVersion);
            if (Preconditions.IsKnown(http.Request, writer.RowVersion))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
            JsonAnswer.Send(http, writer, StatusCodes.Status200OK);
        }
        catch (NpgsqlException error) when (DatabaseProblem.Of(error, table) is { } problem)
        {
            await AnswerAsync(http, caller, error, problem, new(services.Clock)).ConfigureAwait(false);
        }
        finally
        {
            RowWriters.Return(writer);
        }
    }

    public async Task ListAsync(HttpContext http)
    {
        var caller = Caller.Of(http);
        if (!IsAllowed(caller, Verbs.List, out var plan))
        {
            await RefuseAsync(http, caller).ConfigureAwait(false);
            return;
        }
        await AnswerPageAsync(http, caller, plan.Lists, from: null).ConfigureAwait(false);
    }

    /// <summary>Answers with a page of a list, of all rows or of those that a row is linked to.</summary>
    private async Task AnswerPageAsync(HttpContext http, Caller caller, ListPlan lists, LinkedFrom? from)
    {
        var findings = new Findings(services.Clock);
        var query = ListQuery.Of(http.Request, caller, table, lists, services.Cursors, findings, from?.List ?? "");
        if (findings.Any)
        {
            await Problems.WriteAsync(http, StatusCodes.Status422UnprocessableEntity, "query", "The query is not valid.", findings).ConfigureAwait(false);
            return;
        }
        var writer = RowWriters.Rent();
        try
        {
            if (!await TryWritePageAsync(query, lists.Of(query.Shape), from, caller, writer, http.RequestAborted).ConfigureAwait(false))
            {
                await Problems.NotFoundAsync(http).ConfigureAwait(false);
                return;
            }
            JsonAnswer.Send(http, writer, StatusCodes.Status200OK);
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

    /// <summary>Writes a page; false when the row whose links it follows is none that the caller may read.</summary>
    private async ValueTask<bool> TryWritePageAsync(ListQuery query, Statement statement, LinkedFrom? from, Caller caller, RowWriter writer, CancellationToken cancel)
    {
        var batch = TenantBatch.Of(caller);
        if (from is not null)
        {
            TenantBatch.Add(batch, caller, from.Find).Id(from.Id);
        }
        var parameters = TenantBatch.Add(batch, caller, statement.Sql).Long(query.Limit + ListQuery.OneMore);
        query.Bind(from is null ? parameters : parameters.Id(from.Id));
        var connection = await services.Database.OpenConnectionAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            batch.Connection = connection;
            var rows = await batch.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (rows.ConfigureAwait(false))
            {
                await rows.NextResultAsync(cancel).ConfigureAwait(false);
                if (from is not null)
                {
                    if (!await rows.ReadAsync(cancel).ConfigureAwait(false))
                    {
                        return false;
                    }
                    await rows.NextResultAsync(cancel).ConfigureAwait(false);
                }
                writer.Around.WriteStartObject();
                writer.Around.WriteStartArray("items"u8);
                var count = 0;
                var isFull = false;
                string?[] keys = [];
                var more = await rows.ReadAsync(cancel).ConfigureAwait(false);
                while (more && !isFull)
                {
                    writer.Row<T>(rows, statement.Sight);
                    isFull = ++count == query.Limit || writer.Length >= LargestPage;
                    keys = isFull ? KeysOf(rows, query.Keys, statement.Sight) : keys;
                    more = await rows.ReadAsync(cancel).ConfigureAwait(false);
                }
                writer.Around.WriteEndArray();
                if (more)
                {
                    writer.Around.WriteString("next"u8, services.Cursors.Seal(caller, table, query.List, writer.RowId, keys));
                }
                writer.Around.WriteEndObject();
                return true;
            }
        }
    }

    /// <summary>What the row on which the reader stands is sorted by, as text.</summary>
    private string?[] KeysOf(NpgsqlDataReader row, SortKey[] keys, Sight sight) => keys.Length == 0 ? [] : Array.ConvertAll(keys, key =>
    {
        var column = sight.FirstField + key.Field;
        return row.IsDBNull(column) ? null : ValueForm.Of(table.Fields[key.Field].Kind).Write(row, column);
    });
}
