using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Archiet.Draft.Server;

/// <summary>Chat completions, as the official client reads them.</summary>
internal sealed class OpenAiServerDialect : ServerDialect
{
    private const string Bearer = "Bearer ";

    public override string Path => "/v1/chat/completions";

    public override string LimitProperty => "max_completion_tokens";

    public override IReadOnlyList<string> Properties { get; } = ["model", "messages", "response_format", "max_completion_tokens"];

    public override JsonElement SchemaOf(JsonElement request) => request.GetProperty("response_format").GetProperty("json_schema").GetProperty("schema");

    public override string MaterialOf(JsonElement request) =>
        request.GetProperty("messages").EnumerateArray().Single(static message => message.GetProperty("role").GetString() == "user").GetProperty("content").GetString()!;

    public override string KeyOf(IHeaderDictionary headers) =>
        headers.Authorization.ToString() is var value && value.StartsWith(Bearer, StringComparison.Ordinal) ? value[Bearer.Length..] : "";

    public override IEnumerable<string> FaultsOf(IHeaderDictionary headers, JsonElement request)
    {
        var format = request.GetProperty("response_format");
        if (format.GetProperty("type").GetString() != "json_schema")
        {
            yield return "response_format is no json_schema";
        }
        if (!format.GetProperty("json_schema").GetProperty("strict").GetBoolean())
        {
            yield return "the schema is not strict";
        }
        if (format.GetProperty("json_schema").GetProperty("name").GetString() is not { Length: > 0 and <= 64 } name || !name.All(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-'))
        {
            yield return "the schema has no name";
        }
    }

    public override JsonObject Envelope(Written answer)
    {
        var envelope = new JsonObject
        {
            ["id"] = "chatcmpl-1",
            ["object"] = "chat.completion",
            ["created"] = 1_790_000_000,
            ["model"] = "test-model-2026-09-01",
            ["choices"] = new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["message"] = new JsonObject
                {
                    ["role"] = "assistant",
                    ["content"] = answer.End == WrittenEnd.Refusal ? null : answer.Text,
                    ["refusal"] = answer.End == WrittenEnd.Refusal ? answer.Text : null,
                },
                ["logprobs"] = null,
                ["finish_reason"] = answer.End == WrittenEnd.Length ? "length" : "stop",
            }),
        };
        if (answer.HasUsage)
        {
            envelope["usage"] = new JsonObject
            {
                ["prompt_tokens"] = answer.InputTokens,
                ["completion_tokens"] = answer.OutputTokens,
                ["total_tokens"] = answer.InputTokens + answer.OutputTokens,
                ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = answer.CachedTokens },
            };
        }
        return envelope;
    }

    public override JsonObject Envelope(Failed failure) => new()
    {
        ["error"] = new JsonObject { ["message"] = failure.Message, ["type"] = "invalid_request_error", ["param"] = null, ["code"] = failure.Code },
    };
}
