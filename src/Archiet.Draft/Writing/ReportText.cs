using System.Globalization;
using System.Text;
using Archiet.Draft.Merging;
using Archiet.Draft.Passes;
using Archiet.Draft.Prose;

namespace Archiet.Draft.Writing;

/// <summary>What a report is made of beside the draft.</summary>
/// <param name="Model">Who read the document: <see cref="IDraftModel.Name"/>.</param>
/// <param name="Passes">What was asked.</param>
/// <param name="Changes">What differs from an earlier draft or a reviewed genome, a line each.</param>
/// <param name="Against">What the changes are against: <c>the edited draft</c>; nothing for a first draft.</param>
internal sealed record ReportFacts(string Model, EquatableArray<PassRecord> Passes, EquatableArray<string> Changes, string Against);

/// <summary>The report of a draft, in Markdown: without a clock, so that the same answers give the same bytes.</summary>
internal sealed class ReportText
{
    private readonly StringBuilder text = new();

    /// <summary>The text.</summary>
    public static string Write(ProseDocument document, MergedDraft draft, ReportFacts facts)
    {
        var report = new ReportText();
        report.WriteHead(document, draft, facts);
        report.WritePasses(facts.Passes);
        report.WriteCoverage(document, new(document, draft));
        report.WriteRemoved(document);
        report.WriteList("Answers that decide nothing: they are none of the options", draft.Undecided.Select(static key => $"`{key}`"));
        report.WriteList("Left out", draft.LeftOut.Select(static absent => $"`{Cell(absent.What)}`: {Cell(absent.Why)}{Ids(absent.Evidence)}"));
        report.WriteList(
            "Kept for later versions of the language",
            draft.Screens.Select(static screen => $"screen `{Cell(screen.Name)}`{Ids(screen.Evidence)}").Concat(draft.Regimes.Select(static regime => $"regime `{Cell(regime.Regime)}`{Ids(regime.Evidence)}")).Distinct());
        if (facts.Against.Length > 0)
        {
            report.WriteList($"Against {facts.Against}", facts.Changes.Select(Cell).DefaultIfEmpty("nothing changed"));
        }
        return report.text.ToString();
    }

    private void WriteHead(ProseDocument document, MergedDraft draft, ReportFacts facts)
    {
        var open = draft.Questions.Count(static question => question.Answer is null);
        Line($"# Draft of {Cell(document.Name)}");
        Line("");
        Line($"Read by {Cell(facts.Model)}. {Count(draft.Entities.Count, "entity", "entities")}, {Count(draft.Entities.Sum(static entity => entity.Fields.Count), "field", "fields")}, "
            + $"{Count(draft.Roles.Count, "role", "roles")}, {Count(draft.Grants.Count, "grant", "grants")}; {Count(open, "open question", "open questions")} and "
            + $"{Count(draft.Questions.Count - open, "answered one", "answered ones")}.");
        Line("");
    }

    private void WritePasses(EquatableArray<PassRecord> passes)
    {
        Line("## Passes");
        Line("");
        Line("| pass | requests | items | attempts | from the cache | tokens in | of them cached by the server | tokens out | model | prompt |");
        Line("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var pass in passes.GroupBy(static record => record.Pass).OrderBy(static pass => pass.Key))
        {
            var usage = pass.Select(static record => record.Usage).ToList();
            var models = string.Join(", ", usage.Select(static cost => cost.Model).Where(static model => model.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Cell));
            var prompts = string.Join(", ", usage.Select(static cost => cost.PromptHash).Where(static hash => hash.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            Line(FormattableString.Invariant(
                $"| {pass.Key} | {pass.Count()} | {pass.Sum(static record => record.Items)} | {usage.Sum(static cost => cost.Attempts)} | {usage.Count(static cost => cost.IsCached)} | {usage.Sum(static cost => cost.InputTokens)} | {usage.Sum(static cost => cost.CachedTokens)} | {usage.Sum(static cost => cost.OutputTokens)} | {models} | {prompts} |"));
        }
        Line("");
        WriteList(
            "What was not taken as it was answered",
            passes.SelectMany(static record => record.Notes.Select(note => $"{record.Pass}{(record.Section.Length > 0 ? $", '{Cell(record.Section)}'" : "")}: {Cell(note)}")));
    }

    private void WriteCoverage(ProseDocument document, Coverage coverage)
    {
        Line("## Sentences");
        Line("");
        Line(FormattableString.Invariant(
            $"{document.Sentences.Count} sentences: elements come from {coverage.Cited}, {coverage.Dismissed.Count} are dismissed, {coverage.Uncovered.Count} are neither."));
        Line("");
        foreach (var reason in coverage.Dismissed.GroupBy(static pair => pair.Value, StringComparer.Ordinal).OrderBy(static reason => reason.Key, StringComparer.Ordinal))
        {
            Line($"- {Cell(reason.Key)}: {string.Join(", ", reason.Select(static pair => pair.Key).Order(StringComparer.Ordinal))}");
        }
        Line(coverage.Dismissed.Count > 0 ? "\nNothing comes of these, and nothing says why:\n" : "Nothing comes of these, and nothing says why:\n");
        foreach (var sentence in coverage.Uncovered)
        {
            Line($"- {sentence.Id}, line {sentence.Line.ToString(CultureInfo.InvariantCulture)}: {Cell(SafeText.Of(sentence.Text, 200))}");
        }
        Line("");
    }

    private void WriteRemoved(ProseDocument document)
    {
        WriteList("Secrets that were taken out before anything was read", document.Redactions.Select(static redaction => FormattableString.Invariant($"{redaction.Kind}, line {redaction.Line}")));
        WriteList("Parts that are no prose", document.Stripped.Select(static part => FormattableString.Invariant($"{part.What}, line {part.Line}, {part.Lines} lines")));
    }

    private void WriteList(string title, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 0)
        {
            return;
        }
        Line("## " + title);
        Line("");
        all.ForEach(item => Line("- " + item));
        Line("");
    }

    private void Line(string line) => text.Append(line).Append('\n');

    private static string Ids(EquatableArray<string> evidence) => evidence.Count == 0 ? "" : $" ({string.Join(", ", evidence)})";

    private static string Count(int number, string one, string many) => FormattableString.Invariant($"{number} {(number == 1 ? one : many)}");

    /// <summary>A text within Markdown that makes no mark of its own.</summary>
    private static string Cell(string value) => SafeText.Of(value, 600).Replace("|", "\\|", StringComparison.Ordinal).Replace("`", "'", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
