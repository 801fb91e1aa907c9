using Archiet.Genome.Binding;
using Archiet.Genome.Sections;

namespace Archiet.Genome.Syntax;

/// <summary>
/// An entity as it is written. Equal to another when both are the same entity of equal sections: reading is a function of the text, so the text stands for what
/// was read, positions within the section included.
/// </summary>
public sealed class EntitySyntax : IEquatable<EntitySyntax>
{
    private readonly GenomeSection section;
    private readonly int ordinal;

    internal EntitySyntax(GenomeSection section, int ordinal, Word name)
    {
        this.section = section;
        this.ordinal = ordinal;
        NameWord = name;
    }

    /// <summary>The name, as it is written.</summary>
    public string Name => NameWord.Text;

    internal Word NameWord { get; }

    /// <summary>False where the section could not be read: the name is known, the rest is not.</summary>
    internal bool IsComplete { get; init; } = true;

    internal Word? ClassName { get; init; }

    internal Word? Plural { get; init; }

    internal string Description { get; init; } = "";

    /// <summary>The place of <c>member: true</c>, or null.</summary>
    internal SectionSpan? Member { get; init; }

    internal IReadOnlyList<Word> Mixins { get; init; } = [];

    internal Word? Display { get; init; }

    /// <summary>Names of fields, each behind a minus where it is descending.</summary>
    internal IReadOnlyList<Word> Order { get; init; } = [];

    /// <summary>The place of <c>softDelete: true</c>, or null.</summary>
    internal SectionSpan? SoftDelete { get; init; }

    /// <summary>How large the table may grow, or null.</summary>
    internal Word? Size { get; init; }

    /// <summary>The old name, or null.</summary>
    internal Word? Was { get; init; }

    /// <summary>The place of <c>retired: true</c>, or null.</summary>
    internal SectionSpan? Retired { get; init; }

    internal ListSyntax? List { get; init; }

    internal IReadOnlyList<FieldSyntax> Fields { get; init; } = [];

    internal ConstraintsSyntax Constraints { get; init; } = ConstraintsSyntax.None;

    internal LifecycleSyntax? Lifecycle { get; init; }

    internal EquatableArray<BoundExtension> Extensions { get; init; }

    /// <summary>The text of the section that the entity stands in: where expressions are found by their places.</summary>
    internal string SectionText => section.Text;

    /// <inheritdoc/>
    public bool Equals(EntitySyntax? other) => other is not null && ordinal == other.ordinal && section.Equals(other.section);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EntitySyntax);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((section.GetHashCode() * 31) + ordinal);
}
