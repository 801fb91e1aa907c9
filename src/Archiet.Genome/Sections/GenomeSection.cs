namespace Archiet.Genome.Sections;

/// <summary>What a section holds.</summary>
public enum SectionKind
{
    /// <summary>One key of the top level with what belongs to it.</summary>
    TopLevel,

    /// <summary>One entity.</summary>
    Entity,

    /// <summary>A whole file whose layout cannot be taken apart by indentation.</summary>
    Whole,
}

/// <summary>
/// A part of a genome file that is read on its own. Equal to another when its text is, wherever it stands: a section that moved is not read again.
/// </summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Name">The key or the entity, as far as it can be known without reading; empty for a whole file.</param>
/// <param name="Text">The lines as they stand in the file, indentation included.</param>
public sealed record GenomeSection(SectionKind Kind, string Name, string Text);

/// <summary>Where a section stands.</summary>
/// <param name="Path">The file, as the host named it.</param>
/// <param name="FirstLine">The one-based line of the section's first line.</param>
public sealed record SectionPlace(string Path, int FirstLine);
