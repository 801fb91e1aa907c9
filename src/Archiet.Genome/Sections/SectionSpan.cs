namespace Archiet.Genome.Sections;

/// <summary>A place within a section: line one is the section's first line, columns are one-based UTF-16 units, the end is exclusive.</summary>
public readonly record struct SectionSpan(int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The first character of a section.</summary>
    public static SectionSpan Start { get; } = new(1, 1, 1, 1);
}
