using System.Text.Json;

namespace Archiet.Sdk.Tasks.Exceptions;

/// <summary>What the compiler wrote into its own log (ErrorLog, SARIF 2.1): findings, suppressed ones and notes included, and the rules that ran.</summary>
/// <param name="Findings">The findings of our rules, in the log's order.</param>
/// <param name="Rules">The ids of all rules of ours that the compiler loaded.</param>
/// <param name="SwitchedOff">Those of them that some setting outside the source switched off: NoWarn, .editorconfig, .globalconfig.</param>
internal sealed record CompilerLog(IReadOnlyList<LoggedFinding> Findings, IReadOnlySet<string> Rules, IReadOnlyList<string> SwitchedOff)
{
    /// <summary>Reads a log; null when it is none of that version.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static CompilerLog? Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path).AsMemory(SkipMark(path)));
        if (document.RootElement.GetProperty("version").GetString() != "2.1.0")
        {
            return null;
        }
        var run = document.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").TryGetProperty("rules", out var listed) ? listed.EnumerateArray().Where(IsOurs).ToList() : [];
        return new(
            [.. run.GetProperty("results").EnumerateArray().Where(result => IsOurs(result.GetProperty("ruleId").GetString())).Select(LoggedFinding.Read)],
            rules.Select(Id).ToHashSet(StringComparer.Ordinal),
            [.. rules.Where(IsSwitchedOff).Select(Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private static int SkipMark(string path)
    {
        using var file = File.OpenRead(path);
        return file.ReadByte() == 0xEF ? 3 : 0;
    }

    private static string Id(JsonElement rule) => rule.GetProperty("id").GetString()!;

    private static bool IsOurs(JsonElement rule) => IsOurs(Id(rule));

    private static bool IsOurs(string? id) => id?.StartsWith("ARC", StringComparison.Ordinal) == true;

    private static bool IsSwitchedOff(JsonElement rule) => rule.TryGetProperty("properties", out var properties)
        && properties.TryGetProperty("suppressionKinds", out var kinds) && kinds.EnumerateArray().Any(kind => kind.GetString() == "external");
}
