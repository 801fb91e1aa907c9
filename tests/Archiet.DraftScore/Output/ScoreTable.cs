using System.Globalization;
using System.Text;
using Archiet.DraftScore.Scoring;

namespace Archiet.DraftScore.Output;

/// <summary>Writes scores as tables in Markdown.</summary>
internal static class ScoreTable
{
    /// <summary>The categories of a score by name, in the order of the table.</summary>
    public static IReadOnlyList<(string Name, CategoryScore Score)> Categories(DraftScores scores) =>
    [
        ("entities", scores.Entities),
        ("fields of entities found", scores.Fields.Names),
        ("relationships, end to end", scores.Relationships.EndToEnd),
        ("relationships, entities given", scores.Relationships.Given),
        ("roles", scores.Roles),
        ("permissions", scores.Permissions),
        ("rules (entity, kind)", scores.Rules.Kinds),
        ("screens", scores.Screens),
        ("compliance", scores.Compliance),
    ];

    /// <summary>The shares of a score by name, in the order of the table.</summary>
    public static IReadOnlyList<(string Name, Share Share)> Shares(DraftScores scores) =>
    [
        ("types of fields found", scores.Fields.Types),
        ("required of fields found", scores.Fields.Required),
        ("cardinality of relationships found", scores.Relationships.Cardinality),
        ("condition of rules found", scores.Rules.Exact),
        ("ambiguities asked", scores.Ambiguity?.Asked ?? Share.None),
        ("ambiguities guessed silently", scores.Ambiguity?.SilentGuesses ?? Share.None),
        ("questions with an ambiguity behind them", scores.Ambiguity?.WorthAsking ?? Share.None),
        ("elements with a sentence or a question", scores.Provenance?.Traced ?? Share.None),
        ("names that stand in a cited sentence", scores.Provenance?.Supported ?? Share.None),
        ("sentences cited or dismissed", scores.Provenance?.Covered ?? Share.None),
        ("sentences cited", scores.Provenance?.Cited ?? Share.None),
    ];

    /// <summary>The scores of one document, or of several added up.</summary>
    public static string Write(string title, IReadOnlyList<DraftScores> scores)
    {
        var text = new StringBuilder();
        Line(text, $"### {title}");
        Line(text, "");
        Line(text, "| category | P | R | F1 | F2 | found | left out | made up | near |");
        Line(text, "|---|---|---|---|---|---|---|---|---|");
        foreach (var rows in scores.SelectMany(Categories).GroupBy(static category => category.Name, StringComparer.Ordinal))
        {
            var (counts, near) = (rows.Aggregate(Counts.None, static (sum, row) => sum + row.Score.Counts), rows.Sum(static row => row.Score.Near));
            Line(text, $"| {rows.Key} | {Two(counts.Precision)} | {Two(counts.Recall)} | {Two(counts.F1)} | {Two(counts.F2)} | {counts.Hits} | {counts.Missed} | {counts.Invented} | {near} |");
        }
        Line(text, "");
        Line(text, "| share | | of |");
        Line(text, "|---|---|---|");
        foreach (var rows in scores.SelectMany(Shares).GroupBy(static share => share.Name, StringComparer.Ordinal))
        {
            var share = rows.Aggregate(Share.None, static (sum, row) => sum + row.Share);
            Line(text, $"| {rows.Key} | {Two(share.Value)} | {share.All} |");
        }
        Line(text, "");
        return text.ToString();
    }

    /// <summary>The F1 of every category of several documents, a line each, and their headlines.</summary>
    public static string WriteSummary(IReadOnlyList<(string Title, DraftScores Scores)> all)
    {
        var text = new StringBuilder();
        Line(text, "| F1 | entities | fields | relationships | given | roles | permissions | rules | screens | compliance | questions | asked | guessed |");
        Line(text, "|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (title, scores) in all)
        {
            var figures = Categories(scores).Select(static category => Two(category.Score.Counts.F1));
            var (asked, guessed) = (scores.Ambiguity?.Asked ?? Share.None, scores.Ambiguity?.SilentGuesses ?? Share.None);
            Line(text, $"| {title} | {string.Join(" | ", figures)} | {scores.Questions} | {Two(asked.Value)} | {Two(guessed.Value)} |");
        }
        Line(text, "");
        return text.ToString();
    }

    /// <summary>What was left out and made up, for those who mend a drafter.</summary>
    public static string WriteDetails(DraftScores scores)
    {
        var text = new StringBuilder();
        foreach (var (name, score) in Categories(scores))
        {
            Line(text, $"- {name}: left out {List(score.Missed)}; made up {List(score.Invented)}");
        }
        if (scores.Ambiguity is { } ambiguity)
        {
            Line(text, $"- ambiguities: asked {List(ambiguity.AskedIds)}; guessed silently {List(ambiguity.Silent)}");
        }
        if (scores.Provenance is { } provenance)
        {
            Line(text, $"- without a sentence or a question: {List(provenance.Untraced)}");
        }
        Line(text, "");
        return text.ToString();
    }

    /// <summary>A number with two digits after the point, or a dash where there is none.</summary>
    public static string Two(double value) => double.IsNaN(value) ? "-" : value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string List(IReadOnlyList<string> items) => items.Count == 0 ? "nothing" : string.Join(", ", items);

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
