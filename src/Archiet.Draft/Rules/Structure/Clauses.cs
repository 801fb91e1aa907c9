
namespace Archiet.Draft.Rules.Structure;

/// <summary>Parts of a sentence that say something by themselves: cells of a row, items in a cell, what stands behind a label.</summary>
internal static class Clauses
{
    private static readonly string[] Ends = [" • ", "; ", " → ", " - ", " – ", ". "];

    /// <summary>Those of a sentence.</summary>
    public static IEnumerable<string> Of(Place place) =>
        (place.Sentence.Cells.Count > 0 ? place.Sentence.Cells : EquatableArray.Of(place.Text))
            .SelectMany(text => text.Split(Ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .SelectMany(WithoutLabel)
            .Select(text => text.Trim(' ', '•', '.', '[', ']'))
            .Where(text => text.Length > 0);

    /// <summary>What stands behind a label says more than the label; a label that names a deed is a clause, too.</summary>
    private static IEnumerable<string> WithoutLabel(string text)
    {
        var (label, rest) = Outline.SplitLabel(text);
        if (label.Length > 0 && rest.Length > 0)
        {
            yield return label;
        }
        yield return rest.Length > 0 ? rest : text;
    }
}
