using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Archiet.Draft.Server;

/// <summary>Messages, as the official client reads them.</summary>
internal sealed class AnthropicServerDialect : ServerDialect
{
    public override string Path => "/v1/messages";

    public override string LimitProperty => "max_tokens";

    public override IReadOnlyList<string> Properties { get; } = ["model", "messages", "system", "output_config", "max_tokens"];

    public override JsonElement SchemaOf(JsonElement request) => request.GetProperty("output_config").GetProperty("format").GetProperty("schema");

    public override string MaterialOf(JsonElement request) => request.GetProperty("messages").EnumerateArray().Single().GetProperty("content").GetString()!;

    /// <summary>The official client sends a bearer's token with this version of the API; older ones had a header of their own.</summary>
    public override string KeyOf(IHeaderDictionary headers) =>
        headers.Authorization.ToString() is var value && value.StartsWith("Bearer ", StringComparison.Ordinal) ? value["Bearer ".Length..] : headers["x-api-key"].ToString();

    public override IEnumerable<string> FaultsOf(IHeaderDictionary headers, JsonElement request)
    {
        if (headers["anthropic-version"].Count != 1)
        {
            yield return "there is no anthropic-version";
        }
        if (request.GetProperty("output_config").GetProperty("format").GetProperty("type").GetString() != "json_schema")
        {
            yield return "the format is no json_schema";
        }
    }

    public override JsonObject Envelope(Written answer)
    {
        var envelope = new JsonObject
        {
            ["id"] = "msg_1",
            ["type"] = "message",
            ["role"] = "assistant",
            ["model"] = "test-model-2026-09-01",
            ["content"] = answer.End == WrittenEnd.Refusal || answer.Text.Length == 0 ? new JsonArray() : new JsonArray(new JsonObject { ["type"] = "text", ["text"] = answer.Text }),
            ["stop_reason"] = answer.End switch
            {
                WrittenEnd.Length => "max_tokens",
                WrittenEnd.Refusal => "refusal",
                _ => "end_turn",
            },
            ["stop_sequence"] = null,
        };
        if (answer.HasUsage)
        {
            envelope["usage"] = new JsonObject
            {
                ["input_tokens"] = answer.InputTokens - answer.CachedTokens,
                ["cache_creation_input_tokens"] = 0,
                ["cache_read_input_tokens"] = answer.CachedTokens,
                ["output_tokens"] = answer.OutputTokens,
            };
        }
        return envelope;
    }

    public override JsonObject Envelope(Failed failure) => new()
    {
        ["type"] = "error",
        ["error"] = new JsonObject { ["type"] = failure.Code, ["message"] = failure.Message },
        ["request_id"] = "req_1",
    };
}
