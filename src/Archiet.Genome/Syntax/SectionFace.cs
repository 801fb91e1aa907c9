using Archiet.Genome.Sections;

namespace Archiet.Genome.Syntax;

/// <summary>
/// What the rest of the genome sees of a section. That of an entity's section is equal to another when the entity is called the same, has the same fields of the
/// same types and is owned and governed alike: most edits within an entity leave it equal. Other sections declare all that they say.
/// </summary>
public sealed class SectionFace : IEquatable<SectionFace>
{
    private SectionFace(GenomeSection? section, DeclarationSyntax declarations, EquatableArray<EntityFace> entities) =>
        (Section, Declarations, Entities) = (section, declarations, entities);

    /// <summary>The section itself, where all of it is seen; null for one that holds an entity.</summary>
    internal GenomeSection? Section { get; }

    internal DeclarationSyntax Declarations { get; }

    internal EquatableArray<EntityFace> Entities { get; }

    /// <inheritdoc/>
    public bool Equals(SectionFace? other) =>
        ReferenceEquals(this, other) || (other is not null && Equals(Section, other.Section) && (Section is not null || Entities.Equals(other.Entities)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SectionFace);

    /// <inheritdoc/>
    public override int GetHashCode() => Section?.GetHashCode() ?? Entities.GetHashCode();

    internal static SectionFace Of(GenomeSection section, DeclarationSyntax declarations, EquatableArray<EntitySyntax> entities)
    {
        var faces = new EntityFace[entities.Count];
        for (var i = 0; i < faces.Length; i++)
        {
            faces[i] = EntityFace.Of(entities[i]);
        }
        return section.Kind == SectionKind.Entity ? new(null, declarations, new(faces)) : new(section, declarations, new(faces));
    }
}
