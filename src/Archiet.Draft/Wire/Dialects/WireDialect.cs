using System.Net.Http.Headers;
using System.Text.Json;
using Archiet.Draft.Wire.Settings;

namespace Archiet.Draft.Wire.Dialects;

/// <summary>One way of asking: where to, in which words, and where in the answer things are.</summary>
internal abstract class WireDialect
{
    /// <summary>Its name in settings, reports and keys.</summary>
    public abstract string Name { get; }

    /// <summary>The dialect of the options.</summary>
    public static WireDialect Of(WireDialectKind kind) => kind switch
    {
        WireDialectKind.OpenAi => new OpenAiDialect(),
        WireDialectKind.Anthropic => new AnthropicDialect(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The body of a request.</summary>
    public byte[] Body(WireOptions options, WireRequest request) => WireJson.Bytes(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("model", options.Model);
        WriteBody(writer, options, request);
        writer.WriteEndObject();
    });

    /// <summary>A request with its address, headers and body.</summary>
    public HttpRequestMessage Message(WireOptions options, byte[] body)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, Below(options.Url)) { Content = new ByteArrayContent(body) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        WriteHeaders(message.Headers, options.Key);
        return message;
    }

    /// <summary>What an answer says; nothing where it is no answer of this dialect.</summary>
    public abstract WireReply? Read(JsonElement answer);

    protected abstract string Path { get; }

    protected abstract void WriteBody(Utf8JsonWriter writer, WireOptions options, WireRequest request);

    protected abstract void WriteHeaders(HttpRequestHeaders headers, string key);

    protected static JsonElement? Get(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var property) ? property : null;

    protected static string TextAt(JsonElement? value, string name) => Get(value, name) is { ValueKind: JsonValueKind.String } text ? Replies.ReplyText.StringOf(text) : "";

    protected static int CountAt(JsonElement? value, string name) => Get(value, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var count) && count > 0 ? count : 0;

    /// <summary>The address of the API below the one that was configured, which may end in the first part of it (<c>/v1</c>) and may have a query.</summary>
    private Uri Below(Uri url)
    {
        var address = new UriBuilder(url);
        var folder = address.Path.TrimEnd('/');
        var first = Path[..Path.IndexOf('/', 1)];
        address.Path = folder + (folder.EndsWith(first, StringComparison.Ordinal) ? Path[first.Length..] : Path);
        return address.Uri;
    }
}
