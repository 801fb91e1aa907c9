using System.Text.RegularExpressions;

namespace Archiet.Draft.Server;

/// <summary>Whether what a model is given is marked: one mark on every line, sentences by ids that ascend, and nothing between.</summary>
internal static partial class MaterialCheck
{
    public static IEnumerable<string> FaultsOf(string material)
    {
        var lines = material.TrimEnd('\n').Split('\n');
        if (First().Match(lines[0]) is not { Success: true } first || lines[^1] != "END " + first.Groups["mark"].Value)
        {
            yield return "the material is not between its marks";
            yield break;
        }
        var mark = first.Groups["mark"].Value;
        if (lines[1..^1].Any(static line => !line.StartsWith('{')))
        {
            yield return "a line of the material is no JSON";
            yield break;
        }
        if (MaterialLines.Of(material).Any(line => line.GetProperty("mark").GetString() != mark))
        {
            yield return "a line of the material has another mark";
        }
        var ids = MaterialLines.Of(material).Where(static line => line.TryGetProperty("id", out _)).Select(static line => line.GetProperty("id").GetString()!).ToList();
        if (ids.Count == 0 || ids.Any(static id => !Id().IsMatch(id)) || !ids.SequenceEqual(ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            yield return "the ids of the sentences are not intact";
        }
    }

    [GeneratedRegex("^BEGIN (?<mark>[0-9a-f]{8})$")]
    private static partial Regex First();

    [GeneratedRegex("^S[0-9]{4,}$")]
    private static partial Regex Id();
}
