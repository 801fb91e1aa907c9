using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Archiet.Conformance.OpenApi;

namespace Archiet.Conformance.Http;

/// <summary>
/// A caller: sends requests under one session, or under none, and holds every answer against the OpenAPI document. The session's cookie is set by hand, as
/// HttpClient never sends a Secure cookie over http.
/// </summary>
public sealed class ApiClient(HttpClient http, ApiDocument document, ContractLog log, string? cookie = null)
{
    /// <summary>The header by which a program that is no browser says so.</summary>
    public const string ProgramHeader = "X-Archiet";

    /// <summary>The session's cookie, as it is sent; null for a caller who is not signed in.</summary>
    public string? Cookie { get; } = cookie;

    /// <summary>The same connection under another cookie.</summary>
    public ApiClient With(string? cookie) => new(http, document, log, cookie);

    /// <summary>Reads a page or a row.</summary>
    public Task<Exchange> GetAsync(ApiOperation operation, string path, params Header[] headers) => SendAsync(operation, path, null, headers);

    /// <summary>Makes a row.</summary>
    public Task<Exchange> CreateAsync(ApiResource resource, JsonNode body, params Header[] headers) =>
        SendAsync(resource.Create!, resource.Path, body, headers);

    /// <summary>Changes a row that is still of a version.</summary>
    public Task<Exchange> UpdateAsync(ApiResource resource, string id, string etag, JsonNode body, params Header[] headers) =>
        SendAsync(resource.Update!, resource.Update!.At(id), body, [new("If-Match", etag), .. headers]);

    /// <summary>Removes a row that is still of a version.</summary>
    public Task<Exchange> DeleteAsync(ApiResource resource, string id, string etag, params Header[] headers) =>
        SendAsync(resource.Delete!, resource.Delete!.At(id), null, [new("If-Match", etag), .. headers]);

    /// <summary>Sends a request as a program would, and holds the answer against the document. Posts and patches say that they are JSON without a body too.</summary>
    public Task<Exchange> SendAsync(ApiOperation operation, string path, JsonNode? body, params IReadOnlyList<Header> headers)
    {
        var mustBeJson = operation.Method == HttpMethod.Post || operation.Method == HttpMethod.Patch;
        return SendAsIsAsync(operation, path, body is not null ? Content(body) : mustBeJson ? Content("", JsonTypes.Json) : null, [new(ProgramHeader, "1"), .. headers]);
    }

    /// <summary>Sends a request with exactly the headers and the content given, and holds the answer against the document.</summary>
    public Task<Exchange> SendAsIsAsync(ApiOperation operation, string path, HttpContent? content, params IReadOnlyList<Header> headers) =>
        SendAsync(operation, operation.Method, path, content, headers);

    /// <summary>Sends a request by a method that the document does not have for the path.</summary>
    public Task<Exchange> SendUnlistedAsync(HttpMethod method, string path, HttpContent? content, params IReadOnlyList<Header> headers) =>
        SendAsync(null, method, path, content, [new(ProgramHeader, "1"), .. headers]);

    /// <summary>A JSON body.</summary>
    public static StringContent Content(JsonNode body) => Content(body.ToJsonString(), JsonTypes.Json);

    /// <summary>A body of any text and media type.</summary>
    public static StringContent Content(string text, string mediaType) => new(text, Encoding.UTF8, new MediaTypeHeaderValue(mediaType));

    private async Task<Exchange> SendAsync(ApiOperation? operation, HttpMethod method, string path, HttpContent? content, IReadOnlyList<Header> headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (Cookie is not null)
        {
            request.Headers.TryAddWithoutValidation("Cookie", Cookie);
        }
        foreach (var header in headers)
        {
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }
        using var response = await http.SendAsync(request);
        var exchange = new Exchange(operation, $"{method} {path}", response.StatusCode, HeadersOf(response), await response.Content.ReadAsByteArrayAsync());
        log.Record(exchange);
        return exchange;
    }

    private static Dictionary<string, string> HeadersOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
#pragma warning disable CA1308 // Header names are compared in lower case by custom, and are ASCII.
            .ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(", ", header.Value), StringComparer.Ordinal);
#pragma warning restore CA1308
}

/// <summary>A header to send.</summary>
public readonly record struct Header(string Name, string Value);
