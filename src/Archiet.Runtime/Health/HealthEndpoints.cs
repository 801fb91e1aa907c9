using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Archiet;

/// <summary>Whether the process lives, and whether it can serve: its database answers and has its schema.</summary>
internal sealed partial class HealthEndpoints(SchemaLook look, AppFacts app, ILogger<HealthEndpoints> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>What load balancers ask with.</summary>
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var health = ActivatorUtilities.CreateInstance<HealthEndpoints>(routes.ServiceProvider);
        routes.MapMethods("/health/live", Methods, LiveAsync).WithDisplayName("Alive").AllowAnonymous();
        routes.MapMethods("/health/ready", Methods, health.ReadyAsync).WithDisplayName("Ready").AllowAnonymous();
    }

    private static Task LiveAsync(HttpContext http) => AnswerAsync(http, new("live", null));

    private async Task ReadyAsync(HttpContext http)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            // A release that goes on beside a newer one learns here that it may not write any more.
            var found = await look.AtDatabaseAsync(patience.Token).ConfigureAwait(false);
            if (found.IsCurrent)
            {
                await AnswerAsync(http, new(found.RefusesWrites ? "readOnly" : "ready", app.History.Hash)).ConfigureAwait(false);
                return;
            }
            NotReady(log, "its schema is another", null);
        }
        catch (NpgsqlException failure)
        {
            NotReady(log, "it does not answer", failure);
        }
        catch (OperationCanceledException failure) when (!http.RequestAborted.IsCancellationRequested)
        {
            NotReady(log, "it does not answer in time", failure);
        }
        await Problems.UnavailableAsync(http).ConfigureAwait(false);
    }

    private static Task AnswerAsync(HttpContext http, HealthView view)
    {
        http.Response.ContentType = RequestBody.Json;
        return JsonSerializer.SerializeAsync(http.Response.BodyWriter, view, HealthJson.Default.HealthView, http.RequestAborted);
    }

    [LoggerMessage(EventId = 4001, EventName = nameof(NotReady), Level = LogLevel.Warning, Message = "The app is not ready: of its database, {Reason}")]
    private static partial void NotReady(ILogger log, string reason, Exception? failure);
}

/// <summary>What a health endpoint says.</summary>
internal sealed record HealthView(string Status, string? Schema);

/// <summary>The JSON of the health endpoints.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthView))]
internal sealed partial class HealthJson : JsonSerializerContext;
