using Archiet.Genome.Diagnostics;
using Archiet.Genome.Sections;

namespace Archiet.Genome.Syntax;

/// <summary>
/// What a section says, and what is wrong with it by itself. Equal to another when the sections are: reading is a function of the text.
/// </summary>
public sealed class ParsedSection : IEquatable<ParsedSection>
{
    internal ParsedSection(
        GenomeSection section, DeclarationSyntax declarations, EquatableArray<EntitySyntax> entities, EquatableArray<Finding> findings, bool isBroken)
    {
        Section = section;
        Declarations = declarations;
        Entities = entities;
        Findings = findings;
        IsBroken = isBroken;
        Face = SectionFace.Of(section, declarations, entities);
    }

    /// <summary>The section that was read.</summary>
    public GenomeSection Section { get; }

    /// <summary>The entities of the section: one in an entity's section, any number in a whole file.</summary>
    public EquatableArray<EntitySyntax> Entities { get; }

    /// <summary>What is wrong with the section by itself.</summary>
    public EquatableArray<Finding> Findings { get; }

    /// <summary>Whether a part of the section was not understood, so that names may be missing that it was meant to declare.</summary>
    public bool IsBroken { get; }

    /// <summary>What the rest of the genome sees of the section.</summary>
    public SectionFace Face { get; }

    internal DeclarationSyntax Declarations { get; }

    /// <inheritdoc/>
    public bool Equals(ParsedSection? other) => other is not null && Section.Equals(other.Section);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ParsedSection);

    /// <inheritdoc/>
    public override int GetHashCode() => Section.GetHashCode();
}
