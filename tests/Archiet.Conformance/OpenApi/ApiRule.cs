using System.Text.Json;

namespace Archiet.Conformance.OpenApi;

/// <summary>A rule that every row of an entity obeys.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Code">The code of a finding that reports it: <c>rule</c> or <c>overlap</c>.</param>
/// <param name="Message">What a caller who breaks it is told.</param>
/// <param name="Fields">The fields it is about.</param>
public sealed record ApiRule(string Name, string Code, string Message, IReadOnlyList<string> Fields)
{
    internal static ApiRule Of(JsonElement rule) => new(
        rule.GetProperty("name").GetString()!, rule.GetProperty("code").GetString()!, rule.GetProperty("message").GetString()!,
        [.. rule.GetProperty("fields").EnumerateArray().Select(field => field.GetString()!)]);
}
