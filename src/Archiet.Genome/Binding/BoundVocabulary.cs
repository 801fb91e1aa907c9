namespace Archiet.Genome.Binding;

/// <summary>The named types that fields use, each list in ordinal order of names.</summary>
public sealed record BoundVocabulary(EquatableArray<BoundScalarType> Types, EquatableArray<BoundValueType> Values, EquatableArray<BoundEnum> Enums);

/// <summary>A named scalar type with constraints. A text based one becomes a C# struct of its own, any other is an alias with constraints.</summary>
public sealed record BoundScalarType(string Name, string Description, FieldType Type, FieldConstraints Constraints, string? Example)
{
    /// <summary>What kind of data every field of the type holds.</summary>
    public Classification Classification { get; init; }

    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>A value with fields of its own, stored in the columns of its owner. Its fields are scalars, enums and named scalar types only.</summary>
public sealed record BoundValueType(string Name, string Description, EquatableArray<BoundField> Fields)
{
    /// <summary>Fields of which only the columns are left, for the release before, in order of declaration; not among <see cref="Fields"/>.</summary>
    public EquatableArray<BoundField> Retired { get; init; }

    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>An enum; its members in order of declaration.</summary>
public sealed record BoundEnum(string Name, string Description, EquatableArray<BoundEnumMember> Members)
{
    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>A member of an enum. <paramref name="Name"/> is how the genome, its expressions and C# know it.</summary>
public sealed record BoundEnumMember(string Name, string Description)
{
    /// <summary>The text in the database and in JSON: the name unless <c>stored:</c> says otherwise.</summary>
    public string Stored { get; init; } = Name;

    /// <summary>The name that it had before, or null.</summary>
    public string? Was { get; init; }

    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}
