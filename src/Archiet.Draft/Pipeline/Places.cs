using Archiet.Draft.Prose;

namespace Archiet.Draft.Pipeline;

/// <summary>Where sentences stand, as messages say it.</summary>
internal static class Places
{
    /// <summary><c>docs/prd.md:34 S0012</c>.</summary>
    public static string Of(ProseDocument document, string id)
    {
        var sentence = document.Sentences.First(sentence => sentence.Id == id);
        return FormattableString.Invariant($"{Merging.SafeText.Of(document.Name, 400)}:{sentence.Line} {id}");
    }
}
