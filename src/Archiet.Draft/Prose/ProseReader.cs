namespace Archiet.Draft.Prose;

/// <summary>
/// Reads a requirements document, in Markdown or plain text, into numbered sentences. The same document gives the same sentences in every culture and with every line
/// ending; time and memory are linear in its length, whatever it holds; and every word of it is in a sentence, in a redaction or reported as stripped.
/// </summary>
public static class ProseReader
{
    /// <summary>Reads a document.</summary>
    /// <param name="name">Its path as the draft names it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="options">How it is read; the default where nothing is given.</param>
    public static ProseDocument Read(string name, string text, ProseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        var plain = ProseText.WithPlainLines(text);
        var redacted = Redactor.Redact(plain, options ?? ProseOptions.Default);
        var stripped = MarkupStripper.Strip(ProseText.WithKnownCharacters(redacted.Text));
        var blocks = BlockReader.Read(stripped.Lines);
        return new ProseDocument(name, SentenceBuilder.Build(blocks.Blocks), redacted.Redactions, Ordered(stripped.Stripped, blocks.Stripped), ProseText.Hash(plain));
    }

    private static EquatableArray<Stripped> Ordered(IEnumerable<Stripped> ofMarkup, IEnumerable<Stripped> ofBlocks) =>
        ofMarkup.Concat(ofBlocks).OrderBy(part => part.Line).ToEquatableArray();
}
