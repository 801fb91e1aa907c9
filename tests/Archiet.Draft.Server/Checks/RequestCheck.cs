using Microsoft.AspNetCore.Http;

namespace Archiet.Draft.Server;

/// <summary>What a real server, or whoever pays it, would complain about.</summary>
internal static class RequestCheck
{
    private static readonly string[] Sampling = ["temperature", "top_p", "top_k", "seed"];

    public static IEnumerable<string> FaultsOf(ServerRequest request, IHeaderDictionary headers, ServerRules rules)
    {
        if (headers.ContentType.ToString() is not ("application/json" or "application/json; charset=utf-8"))
        {
            yield return "the content type is no JSON";
        }
        if (!request.Json.TryGetProperty(request.Dialect.LimitProperty, out var limit) || limit.GetInt32() < 1)
        {
            yield return $"there is no {request.Dialect.LimitProperty}";
        }
        foreach (var unknown in request.Json.EnumerateObject().Where(property => !request.Dialect.Properties.Contains(property.Name, StringComparer.Ordinal)))
        {
            if (!(rules.TakesSampling && Sampling.Contains(unknown.Name, StringComparer.Ordinal)))
            {
                yield return $"'{unknown.Name}' is set";
            }
        }
        var more = request.Dialect.FaultsOf(headers, request.Json).Concat(SchemaSubset.FaultsOf(request.Schema)).Concat(KeyFaults(request, headers, rules))
            .Concat(rules.Secrets.Where(secret => request.Body.Contains(secret, StringComparison.Ordinal)).Select(static _ => "a secret is in the body"))
            .Concat(rules.HasMaterial ? MaterialCheck.FaultsOf(request.Material) : []);
        foreach (var fault in more)
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> KeyFaults(ServerRequest request, IHeaderDictionary headers, ServerRules rules)
    {
        if (request.Dialect.KeyOf(headers) != rules.Key)
        {
            yield return "the key is not in its header";
        }
        if (rules.Key.Length > 0 && (request.Body.Contains(rules.Key, StringComparison.Ordinal) || request.Target.Contains(rules.Key, StringComparison.Ordinal)))
        {
            yield return "the key is in the body or in the address";
        }
        if (rules.Key.Length > 0 && headers.Count(header => header.Value.ToString().Contains(rules.Key, StringComparison.Ordinal)) > 1)
        {
            yield return "the key is in more than one header";
        }
    }
}
