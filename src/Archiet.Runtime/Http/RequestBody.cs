using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Archiet;

/// <summary>Takes the JSON body of a request from the pooled segments of its pipe, without a copy of the whole.</summary>
internal static class RequestBody
{
    public const string Json = "application/json";
    public const string MergePatch = "application/merge-patch+json";

    /// <summary>Whether the body says that it is JSON in UTF-8, not packed.</summary>
    public static bool IsJson(HttpRequest request, bool orMergePatch)
    {
        if (request.Headers.ContentEncoding.Count > 0)
        {
            return false;
        }
        var type = request.ContentType;
        if (string.Equals(type, Json, StringComparison.OrdinalIgnoreCase) || (orMergePatch && string.Equals(type, MergePatch, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }
        return MediaTypeHeaderValue.TryParse(type, out var parsed)
            && (parsed.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) || (orMergePatch && parsed.MediaType.Equals(MergePatch, StringComparison.OrdinalIgnoreCase)))
            && (!parsed.Charset.HasValue || parsed.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Fills an entity; the result is null when the body was no JSON and the problem has been answered. What is wrong with fields is in
    /// <paramref name="findings"/>, and the owned rows that a merge patch names go to <paramref name="known"/>. A body that is too large ends in <see cref="BadHttpRequestException"/>, thrown by the server.
    /// </summary>
    public static async ValueTask<FieldSet?> FillAsync<T>(HttpContext http, T it, bool isNew, FieldSet settable, Findings findings, KnownRows? known = null)
        where T : class, IEntity<T>
    {
        if (!IsJson(http.Request, orMergePatch: !isNew))
        {
            await RefuseTypeAsync(http, isNew ? Json : MergePatch).ConfigureAwait(false);
            return null;
        }
        var pipe = http.Request.BodyReader;
        var read = await ReadToEndAsync(pipe, http.RequestAborted).ConfigureAwait(false);
        string malformed;
        try
        {
            return FieldReader.Fill(read.Buffer, it, isNew, settable, findings, known);
        }
        catch (JsonException error)
        {
            malformed = MalformedBody.Describe(read.Buffer, error);
        }
        finally
        {
            pipe.AdvanceTo(read.Buffer.End);
        }
        await Problems.MalformedAsync(http, malformed).ConfigureAwait(false);
        return null;
    }

    /// <summary>
    /// Reads the body of a request that says all in its path: nothing, or an object without members. False when it was no JSON and the problem has been
    /// answered. A member that it has is in <paramref name="findings"/>.
    /// </summary>
    public static ValueTask<bool> IsEmptyAsync(HttpContext http, Findings findings) => TryReadAsync(http, NoInput.Instance, [], [], findings);

    /// <summary>
    /// Fills what is no row; where it has no fields, the body may be empty. False when the body was no JSON and the problem has been answered. What is wrong with
    /// fields is in <paramref name="findings"/>.
    /// </summary>
    public static async ValueTask<bool> TryReadAsync<T>(HttpContext http, T it, IReadOnlyList<Field> fields, JsonMember[] members, Findings findings)
        where T : class, IFields<T>
    {
        if (!IsJson(http.Request, orMergePatch: false))
        {
            await RefuseTypeAsync(http, Json).ConfigureAwait(false);
            return false;
        }
        var pipe = http.Request.BodyReader;
        var read = await ReadToEndAsync(pipe, http.RequestAborted).ConfigureAwait(false);
        string malformed;
        try
        {
            if (fields.Count > 0 || !read.Buffer.IsEmpty)
            {
                FieldReader.Fill(read.Buffer, it, fields, members, findings);
            }
            return true;
        }
        catch (JsonException error)
        {
            malformed = MalformedBody.Describe(read.Buffer, error);
        }
        finally
        {
            pipe.AdvanceTo(read.Buffer.End);
        }
        await Problems.MalformedAsync(http, malformed).ConfigureAwait(false);
        return false;
    }

    private static Task RefuseTypeAsync(HttpContext http, string type) =>
        Problems.UnsupportedMediaTypeAsync(http, $"Send {type} in UTF-8.");

    private static async ValueTask<ReadResult> ReadToEndAsync(PipeReader pipe, CancellationToken cancel)
    {
        var read = await pipe.ReadAsync(cancel).ConfigureAwait(false);
        while (!read.IsCompleted)
        {
            pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await pipe.ReadAsync(cancel).ConfigureAwait(false);
        }
        return read;
    }
}
