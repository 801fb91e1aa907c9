using System.Globalization;
using System.Text.RegularExpressions;
using Archiet.DraftScore.Model;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Sources;

namespace Archiet.DraftScore.Reading;

/// <summary>Reads a draft as its files say it, from whatever wrote them.</summary>
internal static partial class DraftReader
{
    /// <summary>A draft.</summary>
    /// <param name="genome">Its genome file.</param>
    /// <param name="sidecar">Its sources file, or null.</param>
    /// <exception cref="FormatException">The genome has mistakes: a draft compiles but for its questions.</exception>
    public static ScoredDraft Read(GenomeFile genome, GenomeFile? sidecar)
    {
        var compiled = GenomeFrontEnd.CompileDraft([genome]);
        if (compiled.Genome is not { } bound)
        {
            var mistake = compiled.Diagnostics.First(static found => found.Descriptor.Severity == GenomeSeverity.Error && !GenomeDiagnostics.IsUndecided(found.Descriptor));
            throw new FormatException($"{mistake.Span.Path}({mistake.Span.Line},{mistake.Span.Column}): {mistake.Descriptor.Id}: {mistake.Message}");
        }
        var sources = sidecar is null ? null : SourcesReader.Read(sidecar, GenomePaths.Of([genome])).Sources;
        return new(
            GenomeModel.Of(bound, sources),
            [.. compiled.Questions.Select(question => new ScoredQuestion(question.Name, CodeOf(question.Name), question.About, LinesOf(question.Source, sources)))],
            [.. GenomeModel.Elements(bound)],
            sources);
    }

    /// <summary>The code of a question by its key: <c>card1a2b3c4d</c> is <c>CARD</c>.</summary>
    private static string CodeOf(string key) => KeyWithCode().Match(key) is { Success: true } match ? match.Groups[1].Value.ToUpperInvariant() : "";

    /// <summary>The lines that <c>docs/prd.md:34 S0012</c> names: its own, and those of its sentences.</summary>
    private static List<int> LinesOf(string source, GenomeSources? sources)
    {
        var lines = new SortedSet<int>();
        if (Line().Match(source) is { Success: true } match)
        {
            lines.Add(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        }
        foreach (var id in SentenceId().Matches(source).Select(static found => found.Value))
        {
            if ((sources?.Sentences ?? default).FirstOrDefault(sentence => sentence.Id == id) is { } sentence)
            {
                lines.Add(sentence.Line);
            }
        }
        return [.. lines];
    }

    [GeneratedRegex("^([a-z]+)[0-9a-f]{8}$")]
    private static partial Regex KeyWithCode();

    [GeneratedRegex(":([0-9]+)")]
    private static partial Regex Line();

    [GeneratedRegex(@"\bS[0-9]{4,}\b")]
    private static partial Regex SentenceId();
}
