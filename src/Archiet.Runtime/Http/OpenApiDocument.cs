using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Archiet;

/// <summary>The OpenAPI document as the app serves it: joined once, with a strong entity tag over its bytes.</summary>
internal sealed class OpenApiDocument
{
    public const string Path = "/openapi.json";

    private readonly byte[]? bytes;
    private readonly string tag;

    private OpenApiDocument(byte[]? bytes)
    {
        this.bytes = bytes;
        tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes ?? []))}\"";
    }

    public static OpenApiDocument Of<TApp>()
        where TApp : IArchietApp<TApp>
    {
        var parts = new OpenApiParts();
        TApp.DescribeApi(parts);
        return new(parts.Join());
    }

    public async Task ServeAsync(HttpContext http)
    {
        if (bytes is null)
        {
            await Problems.NotFoundAsync(http).ConfigureAwait(false);
            return;
        }
        var response = http.Response;
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        if (http.Request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = RequestBody.Json;
        response.ContentLength = bytes.Length;
        response.Headers.XContentTypeOptions = "nosniff";
        await response.BodyWriter.WriteAsync(bytes, http.RequestAborted).ConfigureAwait(false);
    }
}

/// <summary>Puts the OpenAPI document in place.</summary>
internal static class OpenApiDocumentExtensions
{
    /// <summary>Serves the document to everyone: in Development. The result takes <c>RequireAuthorization</c> for elsewhere.</summary>
    public static IEndpointConventionBuilder MapOpenApi<TApp>(this IEndpointRouteBuilder routes)
        where TApp : IArchietApp<TApp> =>
        routes.MapMethods(OpenApiDocument.Path, [HttpMethods.Get, HttpMethods.Head], routes.ServiceProvider.GetRequiredService<OpenApiDocument>().ServeAsync);
}
