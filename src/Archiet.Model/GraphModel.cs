using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>A member of an entity that holds owned rows.</summary>
/// <param name="Member">The C# property, and the name in the emitted set of fields.</param>
/// <param name="Name">The name in JSON.</param>
/// <param name="Entity">The entity of the rows.</param>
/// <param name="ClassName">The class of that entity.</param>
/// <param name="Min">The least number of rows.</param>
/// <param name="Max">The greatest number of rows, or null.</param>
/// <param name="Description">Prose, or empty.</param>
public sealed record ChildrenModel(string Member, string Name, string Entity, string ClassName, int Min, int? Max, string Description)
{
    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>What ties an owned entity to its owner.</summary>
/// <param name="Member">The C# property with the owner's id.</param>
/// <param name="Navigation">The C# property with the owner.</param>
/// <param name="Entity">The owner.</param>
/// <param name="ClassName">The class of the owner.</param>
/// <param name="Table">The table of the owner.</param>
/// <param name="Column">The column with the owner's id.</param>
/// <param name="ForeignKey">The foreign key, which cascades.</param>
public sealed record OwnerModel(string Member, string Navigation, string Entity, string ClassName, string Table, string Column, string ForeignKey);

/// <summary>A many-to-many reference.</summary>
/// <param name="Member">The C# property, and the name in the emitted set of fields.</param>
/// <param name="Name">The name in the genome.</param>
/// <param name="Entity">The entity that is linked to.</param>
/// <param name="ClassName">The class of that entity.</param>
/// <param name="Route">The route below that of a row, with its slash.</param>
/// <param name="Description">Prose, or empty.</param>
/// <param name="Table">The table of the links; its foreign keys are the one to the row that has the link and the one to the row that it leads to.</param>
/// <param name="Readers">The roles that may list the rows.</param>
/// <param name="Writers">The roles that may make and remove links.</param>
public sealed record LinkModel(
    string Member, string Name, string Entity, string ClassName, string Route, string Description, TableModel Table,
    EquatableArray<string> Readers, EquatableArray<string> Writers)
{
    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}
