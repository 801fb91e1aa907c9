using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Archiet;

/// <summary>The one way in which JSON that is no problem goes out.</summary>
internal static class JsonAnswer
{
    /// <summary>Answers with what was written; nothing is sent before the last row is read. The server flushes when the request ends.</summary>
    public static void Send(HttpContext http, RowWriter writer, int status)
    {
        var response = http.Response;
        var body = writer.Written;
        response.StatusCode = status;
        response.ContentType = RequestBody.Json;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.BodyWriter.Write(body.Span);
    }
}
