using System.Text.RegularExpressions;

namespace Archiet.Samples.Tests.Sources;

/// <summary>The table of a sample's README that says, model by model, what became of the source, and its section on what changed in every model.</summary>
internal sealed partial class SampleReadme
{
    private const string EveryModel = "## In every model\n";

    private readonly Dictionary<string, (string Here, HashSet<string> Changed)> rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> everywhere;

    public SampleReadme(string text)
    {
        foreach (var cells in text.Split('\n').Where(line => line.StartsWith('|')).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)))
        {
            if (cells is [var model, var here, var changed])
            {
                rows.TryAdd(model, (here, Words(changed)));
            }
        }
        var start = text.IndexOf(EveryModel, StringComparison.Ordinal);
        var end = text.IndexOf("\n## ", start + EveryModel.Length, StringComparison.Ordinal);
        everywhere = Words(text[start..end]);
    }

    /// <summary>Whether a model has a row.</summary>
    public bool Has(string model) => rows.ContainsKey(model);

    /// <summary>The entity that a model became, or another word where it became none.</summary>
    public string EntityOf(string model) => rows.TryGetValue(model, out var row) ? FirstWord().Match(row.Here).Value : "";

    /// <summary>Whether the README says what became of a field.</summary>
    public bool Says(string model, string field) => everywhere.Contains(field) || (rows.TryGetValue(model, out var row) && row.Changed.Contains(field));

    private static HashSet<string> Words(string text) => [.. Code().Matches(text).Select(match => match.Groups["word"].Value)];

    [GeneratedRegex(@"`(?<word>\w+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\w+")]
    private static partial Regex FirstWord();
}
