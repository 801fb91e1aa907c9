using Archiet.Draft.Prose;

namespace Archiet.Draft.Pipeline;

/// <summary>The sections of a document as people know them.</summary>
internal static class Sections
{
    /// <summary>The heading that a sentence is, or stands under; where there is none, its line.</summary>
    public static string NameOf(Sentence? sentence) => sentence switch
    {
        null => "",
        { Kind: SentenceKind.Heading } => sentence.Text,
        { Headings.Count: > 0 } => sentence.Headings[^1],
        _ => FormattableString.Invariant($"line {sentence.Line}"),
    };

    /// <summary>Where to cut sentences in two: at the heading that is nearest to the middle, else in the middle.</summary>
    public static int Middle(EquatableArray<Sentence> sentences)
    {
        var half = sentences.Count / 2;
        var headings = Enumerable.Range(1, sentences.Count - 1).Where(at => sentences[at].Kind == SentenceKind.Heading);
        return headings.OrderBy(at => Math.Abs(at - half)).ThenBy(static at => at).FirstOrDefault(half);
    }
}
