using System.Net.Http.Headers;
using System.Text.Json;
using Archiet.Draft.Wire.Settings;
using Archiet.Draft.Wire.Shapes;

namespace Archiet.Draft.Wire.Dialects;

/// <summary>Messages, as Anthropic has them.</summary>
internal sealed class AnthropicDialect : WireDialect
{
    /// <summary>The version of the API that the requests are written for: what the official client sends.</summary>
    private const string Version = "2026-10-21";

    public override string Name => "anthropic";

    protected override string Path => "/v1/messages";

    public override WireReply? Read(JsonElement answer)
    {
        if (Get(answer, "content") is not { ValueKind: JsonValueKind.Array } content)
        {
            return null;
        }
        var text = string.Concat(content.EnumerateArray().Where(static block => TextAt(block, "type") == "text").Select(static block => TextAt(block, "text")));
        var end = TextAt(answer, "stop_reason") switch
        {
            "max_tokens" or "model_context_window_exceeded" => ReplyEnd.Length,
            "refusal" => ReplyEnd.Refusal,
            _ => ReplyEnd.Done,
        };
        return new(text, end, TextAt(answer, "model"), UsageOf(Get(answer, "usage")));
    }

    protected override void WriteBody(Utf8JsonWriter writer, WireOptions options, WireRequest request)
    {
        writer.WriteNumber("max_tokens", options.MaxAnswerTokens);
        writer.WriteString("system", request.Prompt.Instructions);
        writer.WriteStartArray("messages");
        writer.WriteStartObject();
        writer.WriteString("role", "user");
        writer.WriteString("content", request.Prompt.Material);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartObject("output_config");
        writer.WriteStartObject("format");
        writer.WriteString("type", "json_schema");
        writer.WritePropertyName("schema");
        AnswerSchema.Write(writer, request.Shapes);
        writer.WriteEndObject();
        writer.WriteEndObject();
        if (options.Temperature is { } temperature)
        {
            writer.WriteNumber("temperature", temperature);
        }
    }

    protected override void WriteHeaders(HttpRequestHeaders headers, string key)
    {
        headers.Add("anthropic-version", Version);
        if (key.Length > 0)
        {
            headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    /// <summary>What the server had already is not among its input tokens, and is paid for all the same.</summary>
    private static TokenUsage? UsageOf(JsonElement? usage)
    {
        if (usage is not { ValueKind: JsonValueKind.Object })
        {
            return null;
        }
        var cached = CountAt(usage, "cache_read_input_tokens");
        return new(CountAt(usage, "input_tokens") + cached + CountAt(usage, "cache_creation_input_tokens"), cached, CountAt(usage, "output_tokens"));
    }
}
