namespace Archiet.Genome.Binding;

/// <summary>What a type's name stands for.</summary>
/// <param name="Type">The kind and the name.</param>
/// <param name="Spelling">The type as the genome writes it.</param>
internal sealed record ResolvedType(FieldType Type, string Spelling)
{
    /// <summary>The named scalar type, if it is one.</summary>
    public BoundScalarType? Named { get; init; }

    /// <summary>The enum, if it is one.</summary>
    public BoundEnum? Enum { get; init; }

    /// <summary>The value, if it is one.</summary>
    public BoundValueType? Value { get; init; }

    /// <summary>The entity, if it is a reference.</summary>
    public EntityOutline? Target { get; init; }

    /// <summary>False for a type that was itself declared with a mistake: nothing more can be said of its fields.</summary>
    public bool IsKnown => Type.Kind != Unknown;

    /// <summary>Stands for a kind that a mistake left open. It never leaves a genome without findings.</summary>
    public static FieldKind Unknown => (FieldKind)(-1);
}
