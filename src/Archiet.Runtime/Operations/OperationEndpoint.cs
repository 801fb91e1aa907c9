using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archiet;

/// <summary>The request delegate of an operation: permission, input, references, then the user's handler with the services of the request, in the caller's tenant.</summary>
/// <param name="services">What all endpoints share.</param>
/// <param name="granted">The bits of the roles that may run it.</param>
internal sealed class OperationEndpoint<TOperation, TInput, TOutput>(EntityServices services, ulong granted)
    where TOperation : class, IOperation<TOperation, TInput, TOutput>
    where TInput : class, IInput<TInput>
    where TOutput : class, IOutput<TOutput>
{
    private readonly OperationTable table = TOperation.Table;

    public async Task RunAsync(HttpContext http)
    {
        var caller = Caller.Of(http);
        if (caller is not { HasTenant: true } || (caller.Roles & granted) == 0)
        {
            await services.RefuseAsync(http, caller).ConfigureAwait(false);
            return;
        }
        var findings = new Findings(services.Clock);
        var input = TInput.Blank();
        if (!await RequestBody.TryReadAsync(http, input, table.Fields, table.Members, findings).ConfigureAwait(false))
        {
            return;
        }
        if (!findings.Any && table.References.Count > 0 && !await TryFindAsync(http, caller, input, findings).ConfigureAwait(false))
        {
            return;
        }
        if (findings.Any)
        {
            await Problems.InvalidAsync(http, findings).ConfigureAwait(false);
            return;
        }
        using (CallerScope.Begin(services.Log, caller))
        {
            RequestCaller.Enter(http);
            var handler = http.RequestServices.GetRequiredService<TOperation>();
            Answer(http, await handler.RunAsync(input, caller, http.RequestAborted).ConfigureAwait(false));
        }
    }

    /// <summary>Looks for all rows that the input refers to, in one round trip; false, and the problem is answered, when the database does not tell.</summary>
    private async ValueTask<bool> TryFindAsync(HttpContext http, Caller caller, TInput input, Findings findings)
    {
        var batch = TenantBatch.Of(caller, table.Exists, out var parameters);
        TInput.BindReferences(input, parameters);
        try
        {
            var connection = await services.Database.OpenConnectionAsync(http.RequestAborted).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                batch.Connection = connection;
                var rows = await batch.ExecuteReaderAsync(http.RequestAborted).ConfigureAwait(false);
                await using (rows.ConfigureAwait(false))
                {
                    await rows.NextResultAsync(http.RequestAborted).ConfigureAwait(false);
                    await rows.ReadAsync(http.RequestAborted).ConfigureAwait(false);
                    for (var at = 0; at < table.References.Count; at++)
                    {
                        if (!rows.GetBoolean(at))
                        {
                            var (field, message) = table.References[at];
                            findings.Add(table.Members[field].Pointer, "reference", message);
                        }
                    }
                }
            }
            return true;
        }
        catch (NpgsqlException error) when (DatabaseProblem.Of(error, table: null) is { } problem)
        {
            services.Log.DatabaseRefused(table.Name, error.SqlState ?? "none", problem.Status);
            await problem.WriteAsync(http, table: null, findings).ConfigureAwait(false);
            return false;
        }
    }

    private static void Answer(HttpContext http, TOutput output)
    {
        if (output is NoOutput)
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }
        var writer = RowWriters.Rent();
        try
        {
            var json = writer.Around;
            json.WriteStartObject();
            TOutput.Write(output, new OutputWriter(json));
            json.WriteEndObject();
            JsonAnswer.Send(http, writer, StatusCodes.Status200OK);
        }
        finally
        {
            RowWriters.Return(writer);
        }
    }
}
