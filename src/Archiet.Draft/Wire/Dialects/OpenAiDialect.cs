using System.Net.Http.Headers;
using System.Text.Json;
using Archiet.Draft.Wire.Settings;
using Archiet.Draft.Wire.Shapes;

namespace Archiet.Draft.Wire.Dialects;

/// <summary>Chat completions, as OpenAI has them and most servers speak them.</summary>
internal sealed class OpenAiDialect : WireDialect
{
    public override string Name => "openai";

    protected override string Path => "/chat/completions";

    public override WireReply? Read(JsonElement answer)
    {
        if (Get(answer, "choices") is not { ValueKind: JsonValueKind.Array } choices || choices.GetArrayLength() == 0)
        {
            return null;
        }
        var choice = choices[0];
        if (Get(choice, "message") is not { ValueKind: JsonValueKind.Object } message)
        {
            return null;
        }
        var end = TextAt(message, "refusal").Length > 0
            ? ReplyEnd.Refusal
            : TextAt(choice, "finish_reason") switch
            {
                "length" => ReplyEnd.Length,
                "content_filter" => ReplyEnd.Refusal,
                _ => ReplyEnd.Done,
            };
        return new(TextAt(message, "content"), end, TextAt(answer, "model"), UsageOf(Get(answer, "usage")));
    }

    protected override void WriteBody(Utf8JsonWriter writer, WireOptions options, WireRequest request)
    {
        writer.WriteStartArray("messages");
        WriteMessage(writer, "system", request.Prompt.Instructions);
        WriteMessage(writer, "user", request.Prompt.Material);
        writer.WriteEndArray();
        writer.WriteStartObject("response_format");
        writer.WriteString("type", "json_schema");
        writer.WriteStartObject("json_schema");
        writer.WriteString("name", "archiet_" + request.PassName);
        writer.WriteBoolean("strict", true);
        writer.WritePropertyName("schema");
        AnswerSchema.Write(writer, request.Shapes);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteNumber("max_completion_tokens", options.MaxAnswerTokens);
        if (options.Temperature is { } temperature)
        {
            writer.WriteNumber("temperature", temperature);
        }
        if (options.Seed is { } seed)
        {
            writer.WriteNumber("seed", seed);
        }
    }

    protected override void WriteHeaders(HttpRequestHeaders headers, string key)
    {
        if (key.Length > 0)
        {
            headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    private static void WriteMessage(Utf8JsonWriter writer, string role, string content)
    {
        writer.WriteStartObject();
        writer.WriteString("role", role);
        writer.WriteString("content", content);
        writer.WriteEndObject();
    }

    private static TokenUsage? UsageOf(JsonElement? usage) => usage is { ValueKind: JsonValueKind.Object }
        ? new(CountAt(usage, "prompt_tokens"), CountAt(Get(usage, "prompt_tokens_details"), "cached_tokens"), CountAt(usage, "completion_tokens"))
        : null;
}
