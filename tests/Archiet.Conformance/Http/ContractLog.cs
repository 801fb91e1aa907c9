using System.Collections.Concurrent;
using Archiet.Conformance.OpenApi;

namespace Archiet.Conformance.Http;

/// <summary>Every answer that was seen, held against what the OpenAPI document says of it.</summary>
public sealed class ContractLog
{
    private readonly ConcurrentDictionary<ApiOperation, ConcurrentQueue<string>> violations = new();
    private readonly ConcurrentDictionary<ApiOperation, ConcurrentQueue<int>> seen = new();

    /// <summary>The operations that were called, each with the statuses it answered.</summary>
    public IReadOnlyDictionary<ApiOperation, IReadOnlyList<int>> Seen =>
        seen.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<int>)[.. entry.Value.Distinct().Order()]);

    /// <summary>What did not fit, for one operation.</summary>
    public IReadOnlyList<string> ViolationsOf(ApiOperation operation) =>
        violations.TryGetValue(operation, out var found) ? [.. found.Distinct(StringComparer.Ordinal)] : [];

    /// <summary>Takes an answer in.</summary>
    public void Record(Exchange exchange)
    {
        if (exchange.Operation is not { } operation)
        {
            return;
        }
        seen.GetOrAdd(operation, _ => []).Enqueue(exchange.StatusCode);
        foreach (var violation in Violations(operation, exchange))
        {
            violations.GetOrAdd(operation, _ => []).Enqueue($"{exchange}: {violation}");
        }
    }

    private static IEnumerable<string> Violations(ApiOperation operation, Exchange exchange)
    {
        if (operation.Response(exchange.StatusCode) is not { } response)
        {
            return ["the document does not list this status"];
        }
        var missing = response.Headers.Except(exchange.Headers.Keys, StringComparer.OrdinalIgnoreCase).Select(name => $"the header {name} is missing");
        if (!response.HasBody)
        {
            return exchange.Body.IsEmpty ? missing : missing.Append("there is a body where the document has none");
        }
        if (!response.Allows(exchange.MediaType))
        {
            return missing.Append($"the document does not list the media type '{exchange.MediaType}'");
        }
        var schema = response.Schema(exchange.MediaType);
        return schema is null ? missing : missing.Concat(SchemaValidator.Check(schema, exchange.Json));
    }
}
