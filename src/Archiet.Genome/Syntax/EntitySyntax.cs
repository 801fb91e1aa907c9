using Archiet.Genome.Sections;
using Archiet.Genome.Yaml;

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

    internal IReadOnlyList<FieldSyntax> Fields { get; init; } = [];

    internal IReadOnlyList<NamedListSyntax> Uniques { get; init; } = [];

    internal IReadOnlyList<NamedListSyntax> Indexes { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(EntitySyntax? other) => other is not null && ordinal == other.ordinal && section.Equals(other.section);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EntitySyntax);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((section.GetHashCode() * 31) + ordinal);
}

/// <summary>A field as it is written.</summary>
internal sealed class FieldSyntax(Word name)
{
    public Word Name { get; } = name;

    /// <summary>The type, or null where it is missing or was already complained of.</summary>
    public Word? Type { get; init; }

    /// <summary>Whether a key was not understood, which may have been meant to be one that seems to be missing.</summary>
    public bool HasUnknownKeys { get; init; }

    public Word? RequiredWord { get; init; }

    public bool Required { get; init; }

    public Word? UniqueWord { get; init; }

    public bool Unique { get; init; }

    public YamlNode? Default { get; init; }

    public Word? Min { get; init; }

    public Word? Max { get; init; }

    public Word? Pattern { get; init; }

    public Word? OnDelete { get; init; }

    public Word? OnCreate { get; init; }

    public Word? OnUpdate { get; init; }

    public string Description { get; init; } = "";

    public YamlNode? Example { get; init; }
}

/// <summary>A name for a list of words: a unique set, an index, or the operations that are granted on an entity.</summary>
internal sealed record NamedListSyntax(Word Name, IReadOnlyList<Word> Items);
