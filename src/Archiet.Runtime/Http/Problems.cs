using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Archiet;

/// <summary>The one writer of problem documents (RFC 9457): whatever refuses a request, refuses it through here.</summary>
internal static class Problems
{
    public const string ContentType = "application/problem+json";

    private const string TypePrefix = "urn:archiet:problem:";

    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers with a problem. The caller returns after it: nothing may be written behind it.</summary>
    /// <param name="http">The request. Its response must not have started.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The last part of the problem's type, in camelCase: what a program tells it by.</param>
    /// <param name="title">What is wrong, as a sentence for a person. Names nothing that the caller may not know.</param>
    /// <param name="findings">What is wrong with which field, if anything.</param>
    /// <param name="more">Writes what this kind of problem tells besides.</param>
    public static async Task WriteAsync(HttpContext http, int status, string code, string title, Findings? findings = null, Action<Utf8JsonWriter>? more = null)
    {
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        var json = new Utf8JsonWriter(response.BodyWriter, Options);
        await using (json.ConfigureAwait(false))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, TypePrefix + code);
            json.WriteString("title"u8, title);
            json.WriteNumber("status"u8, status);
            findings?.WriteTo(json);
            more?.Invoke(json);
            json.WriteString("traceId"u8, Activity.Current?.Id ?? http.TraceIdentifier);
            json.WriteEndObject();
        }
        await response.BodyWriter.FlushAsync(http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The body is not JSON, or not of the outline that belongs there.</summary>
    public static Task MalformedAsync(HttpContext http, string title) => WriteAsync(http, StatusCodes.Status400BadRequest, "malformed", title);

    /// <summary>The body is larger than the server reads here.</summary>
    public static Task TooLargeAsync(HttpContext http)
    {
        var limit = http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        return WriteAsync(
            http,
            StatusCodes.Status413PayloadTooLarge,
            "tooLarge",
            limit is null ? "The body is too large." : string.Create(CultureInfo.InvariantCulture, $"The body has more than {limit} bytes."));
    }

    /// <summary>The body says that it is of another type than the route takes.</summary>
    public static Task UnsupportedMediaTypeAsync(HttpContext http, string title) => WriteAsync(http, StatusCodes.Status415UnsupportedMediaType, "unsupportedMediaType", title);

    public static Task UnauthenticatedAsync(HttpContext http) => WriteAsync(http, StatusCodes.Status401Unauthorized, "unauthenticated", "Sign in first.");

    public static Task ForbiddenAsync(HttpContext http) => WriteAsync(http, StatusCodes.Status403Forbidden, "forbidden", "Your roles do not allow this.");

    public static Task NoTenantAsync(HttpContext http) =>
        WriteAsync(http, StatusCodes.Status403Forbidden, "noTenant", "No tenant is in force; choose one at /auth/tenant.");

    /// <summary>The same for a row that never was, that is gone and that belongs to another tenant.</summary>
    public static Task NotFoundAsync(HttpContext http) => WriteAsync(http, StatusCodes.Status404NotFound, "notFound", "There is nothing here.");

    /// <summary>The row has another version than If-Match names.</summary>
    public static Task ChangedAsync(HttpContext http) =>
        WriteAsync(http, StatusCodes.Status412PreconditionFailed, "changed", "The row has changed since it was read.");

    public static Task InvalidAsync(HttpContext http, Findings findings) =>
        WriteAsync(http, StatusCodes.Status422UnprocessableEntity, "invalid", "The request is not valid.", findings);

    /// <summary>The database is ahead of this release, to which it does not write, or in which something is gone that it needs.</summary>
    public static Task SchemaNewerAsync(HttpContext http, string title = SchemaNewerException.Text) =>
        WriteAsync(http, StatusCodes.Status503ServiceUnavailable, "schemaNewer", title);

    /// <summary>The database or another thing that the app needs is away for a while.</summary>
    public static Task UnavailableAsync(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "1";
        return WriteAsync(http, StatusCodes.Status503ServiceUnavailable, "unavailable", "The service is not available; try again soon.");
    }
}
