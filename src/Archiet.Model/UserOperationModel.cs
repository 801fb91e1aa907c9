using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>An operation with a handler of the user's.</summary>
/// <param name="Name">The name in the genome.</param>
/// <param name="ClassName">The C# class.</param>
/// <param name="Route">The route below <c>/api/operations</c>, with its slash.</param>
/// <param name="Description">Prose, or empty.</param>
/// <param name="Input">What a request gives, in order of declaration.</param>
/// <param name="Output">What it is answered, in order of declaration.</param>
/// <param name="Exists">SQL that asks for all rows that the input refers to: a truth for each; null where it refers to none.</param>
/// <param name="Roles">The roles that may run it, in order of declaration.</param>
public sealed record UserOperationModel(
    string Name, string ClassName, string Route, string Description, MessageModel Input, MessageModel Output, string? Exists, EquatableArray<string> Roles)
{
    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>The input or the output of an operation.</summary>
/// <param name="Fields">Its fields as C# has them.</param>
/// <param name="Properties">Its fields as the API shows them.</param>
public sealed record MessageModel(EquatableArray<FieldModel> Fields, EquatableArray<PropertyModel> Properties)
{
    /// <summary>Whether it has no field.</summary>
    public bool IsEmpty => Fields.Count == 0;
}
