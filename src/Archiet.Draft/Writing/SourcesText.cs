using System.Globalization;
using System.Text;
using Archiet.Draft.Merging;
using Archiet.Draft.Merging.Names;
using Archiet.Draft.Prose;
using Archiet.Genome.Sources;

namespace Archiet.Draft.Writing;

/// <summary>The sidecar of a draft (<c>spec/sources.md</c>): which element comes from which sentence.</summary>
internal static class SourcesText
{
    private const int LongestSentence = 4000;

    /// <summary>The text.</summary>
    /// <param name="document">The document.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="genome">The genome as it is written: a person may have taken elements out.</param>
    public static string Write(ProseDocument document, MergedDraft draft, GenomeFile genome)
    {
        var text = new StringBuilder();
        Line($"sources: \"{GenomeSources.Version}\"");
        Line("document: " + GenomeText.Quoted(SafeText.Of(document.Name, 1000)));
        Line("sha256: " + GenomeText.Quoted(document.Hash));
        Line(document.Sentences.Count == 0 ? "sentences: {}" : "sentences:");
        foreach (var sentence in document.Sentences)
        {
            var line = sentence.Line.ToString(CultureInfo.InvariantCulture);
            Line($"  {sentence.Id}: {{ line: {line}, hash: {GenomeText.Quoted(sentence.Hash)}, text: {GenomeText.Quoted(SafeText.Of(sentence.Text, LongestSentence))} }}");
        }
        var paths = GenomePaths.Of([genome]);
        var elements = ElementEvidence.Of(draft).Where(element => element.Evidence.Count > 0 && paths.Contains(element.Path)).ToList();
        Section("elements", elements.Select(static element => $"{element.Path}: {List(element.Evidence)}"));
        Section("dismissed", new Coverage(document, draft).Dismissed.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key}: {GenomeText.Quoted(pair.Value)}"));
        Section("screens", Distinct(draft.Screens, static screen => screen.Name)
            .Select(static screen => $"{GenomeText.Quoted(SafeText.Of(screen.Name, 120))}: {{ entity: {GenomeText.Quoted(NameWords.Pascal(screen.Entity) ?? "")}, kind: {Kind(screen.Kind)}, sentences: {List(screen.Evidence)} }}"));
        Section("compliance", Distinct(draft.Regimes, static regime => regime.Regime)
            .Select(static regime => $"{GenomeText.Quoted(SafeText.Of(regime.Regime, 60))}: {{ description: {GenomeText.Quoted(SafeText.Of(regime.Description))}, sentences: {List(regime.Evidence)} }}"));
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');

        void Section(string key, IEnumerable<string> lines)
        {
            var all = lines.ToList();
            if (all.Count > 0)
            {
                Line(key + ":");
                all.ForEach(line => Line("  " + line));
            }
        }
    }

    /// <summary>The first of each name: keys of a mapping are there once.</summary>
    private static IEnumerable<T> Distinct<T>(IEnumerable<T> items, Func<T, string> name) =>
        items.Where(item => SafeText.Of(name(item), 60).Length > 0).DistinctBy(item => SafeText.Of(name(item), 60), StringComparer.OrdinalIgnoreCase);

    private static string Kind(string kind) => kind is "list" or "form" or "detail" or "dashboard" ? kind : "other";

    private static string List(EquatableArray<string> ids) => $"[{string.Join(", ", ids)}]";
}
