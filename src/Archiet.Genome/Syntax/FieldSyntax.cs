using Archiet.Genome.Binding;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Syntax;

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

    public Classification Classification { get; init; }

    /// <summary>What only few fields say, or null.</summary>
    public FieldNatureSyntax? Nature { get; init; }

    /// <summary>What the field says of its past, or null.</summary>
    public FieldPastSyntax? Past { get; init; }

    public EquatableArray<BoundExtension> Extensions { get; init; }

    /// <summary>The place of <c>owned: true</c> or else of <c>many: true</c>: the field is rows and has no column. Null for all others.</summary>
    public Word? Rows => Nature?.Owned ?? Nature?.Many;

    public bool IsRetired => Past?.Retired is not null;

    public Word? Computed => Nature?.Computed;

    public Word? WriteOnce => Nature?.WriteOnce;
}

/// <summary>What makes a field another thing than a value that a request gives. Words that say false are not there.</summary>
/// <param name="WriteOnce">The place of <c>writeOnce: true</c>.</param>
/// <param name="Computed">The expression.</param>
/// <param name="Stored">The place of <c>stored: true</c>.</param>
/// <param name="Owned">The place of <c>owned: true</c>.</param>
/// <param name="Many">The place of <c>many: true</c>.</param>
/// <param name="Secret">The place of <c>secret: true</c>.</param>
internal sealed record FieldNatureSyntax(Word? WriteOnce, Word? Computed, Word? Stored, Word? Owned, Word? Many, Word? Secret);

/// <summary>What a field says of its past.</summary>
/// <param name="Was">The old name.</param>
/// <param name="Retired">The place of <c>retired: true</c>.</param>
internal sealed record FieldPastSyntax(Word? Was, Word? Retired);
