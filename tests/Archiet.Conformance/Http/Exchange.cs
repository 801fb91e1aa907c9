using System.Net;
using System.Text;
using System.Text.Json;
using Archiet.Conformance.OpenApi;

namespace Archiet.Conformance.Http;

/// <summary>A request that was made, and what came back.</summary>
/// <param name="Operation">The operation of the document, or null for a path that is not in it.</param>
/// <param name="Request">Method and path, for a person.</param>
/// <param name="Status">The status.</param>
/// <param name="Headers">Every header of the response, names in lower case.</param>
/// <param name="Body">The body's bytes.</param>
public sealed record Exchange(
    ApiOperation? Operation, string Request, HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>Headers that differ from answer to answer by their nature.</summary>
    private static readonly string[] Volatile = ["date"];

    /// <summary>The status as a number.</summary>
    public int StatusCode => (int)Status;

    /// <summary>The media type, without parameters; empty for none.</summary>
    public string MediaType => Header("content-type")?.Split(';')[0].Trim() ?? "";

    /// <summary>The row's version as the server states it, in quotes.</summary>
    public string ETag => Header("etag") ?? throw new ConformanceException($"{Request} answered {StatusCode} without an ETag.");

    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body.Span);

    /// <summary>The id of the row in the body.</summary>
    public string Id => Json.GetProperty("id").GetString()!;

    /// <summary>The ids of the rows on a page.</summary>
    public IEnumerable<string> ItemIds => Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!);

    /// <summary>The last part of a problem's type.</summary>
    public string? ProblemCode => IsProblem ? Json.GetProperty("type").GetString()!.Split(':')[^1] : null;

    /// <summary>An answer to HEAD has the headers of a problem and no body.</summary>
    private bool IsProblem => MediaType == JsonTypes.Problem && !Body.IsEmpty;

    /// <summary>A header's value, or null.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Everything that a caller could tell two refusals apart by: status, headers and body, but for the trace id and the date.</summary>
    public string Appearance()
    {
        var headers = Headers.Where(header => !Volatile.Contains(header.Key, StringComparer.Ordinal)).OrderBy(header => header.Key, StringComparer.Ordinal);
        var body = Encoding.UTF8.GetString(Body.Span);
        if (IsProblem && Json.TryGetProperty("traceId", out var trace))
        {
            body = body.Replace(trace.GetRawText(), "\"…\"", StringComparison.Ordinal);
        }
        return $"{StatusCode}\n{string.Join('\n', headers.Select(header => $"{header.Key}: {header.Value}"))}\n\n{body}";
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Request} → {StatusCode}{(ProblemCode is { } code ? $" {code}" : "")}";
}
