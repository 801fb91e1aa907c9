namespace Archiet.Emit;

/// <summary>An emitted source: its name within the compilation and its text, "\n" only.</summary>
public sealed record GeneratedFile(string HintName, EmittedText Content)
{
    /// <summary>The text as one string.</summary>
    public string Text => Content.ToString();
}
