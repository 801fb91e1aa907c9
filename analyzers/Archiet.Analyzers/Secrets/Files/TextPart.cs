namespace Archiet.Analyzers.Secrets.Files;

/// <summary>A part of a text. No text of its own is made of it before somebody asks: of nearly all parts of a file nobody does.</summary>
internal readonly struct TextPart
{
    private readonly string? source;
    private readonly int start;

    /// <summary>Creates it.</summary>
    public TextPart(string source, int start, int length)
    {
        this.source = source;
        this.start = start;
        Length = length;
    }

    /// <summary>How long it is.</summary>
    public int Length { get; }

    /// <summary>Its characters.</summary>
    public ReadOnlySpan<char> Span => source.AsSpan(start, Length);

    /// <summary>A character of it.</summary>
    public char this[int at] => source![start + at];

    /// <summary>A text as a whole.</summary>
    public static implicit operator TextPart(string text) => new(text, 0, text.Length);

    /// <summary>What stands from a position of it on.</summary>
    public TextPart From(int at) => new(source!, start + at, Length - at);

    /// <summary>So many of its characters, from a position on.</summary>
    public TextPart From(int at, int length) => new(source!, start + at, length);

    /// <summary>Whether it says this, in letters of either size.</summary>
    public bool Is(string text) => Length == text.Length && string.Compare(source, start, text, 0, Length, StringComparison.OrdinalIgnoreCase) == 0;

    /// <inheritdoc/>
    public override string ToString() => source is null ? "" : Length == source.Length ? source : source.Substring(start, Length);
}
