namespace Archiet.Analyzers.Secrets.Files;

/// <summary>What one reading of a file found: secrets, and where it is configuration that ships, placeholders.</summary>
internal sealed class FileFindings : IValueSink
{
    private readonly SecretScan secrets;
    private readonly PlaceholderScan? placeholders;

    /// <summary>Reads a text.</summary>
    /// <param name="facts">What its path says of it.</param>
    /// <param name="text">The text.</param>
    /// <param name="isTest">Whether it belongs to tests, of which nothing ships.</param>
    /// <param name="filled">The placeholders that a pipeline fills.</param>
    public FileFindings(FileFacts facts, string text, bool isTest, FilledForms filled)
    {
        secrets = new SecretScan(facts, text, isTest);
        placeholders = facts.Ships && !isTest ? new PlaceholderScan(facts.Kind, filled) : null;
        FileReader.Read(facts.Kind, text, placeholders is null ? secrets : this);
        Secrets = secrets.InOrder();
    }

    /// <summary>The secrets, in the order of the file.</summary>
    public IReadOnlyList<FileSecret> Secrets { get; }

    /// <summary>The placeholders, in the order of the file.</summary>
    public IReadOnlyList<FilePlaceholder> Placeholders => placeholders?.Found ?? [];

    /// <inheritdoc/>
    void IValueSink.Value(KeyPath key, TextPart value, int start, int length)
    {
        secrets.Value(key, value, start, length);
        placeholders!.Value(key, value, start, length);
    }

    /// <inheritdoc/>
    void IValueSink.Text(TextPart value, int start, int length) => secrets.Text(value, start, length);
}
