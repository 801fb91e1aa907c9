using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>
/// An entity with all that emitting it needs, so that nothing is looked up later. Equal to another when every emitted byte would be equal; positions in
/// files are not part of it.
/// </summary>
/// <param name="Name">The name in the genome.</param>
/// <param name="ClassName">The C# class.</param>
/// <param name="Namespace">The C# namespace of the class.</param>
/// <param name="AppName">The app's name: the prefix of its emitted classes.</param>
/// <param name="Description">Prose, or empty.</param>
/// <param name="Role">What the entity is to tenancy.</param>
/// <param name="Ordinal">Its position in ordinal order of names.</param>
/// <param name="Table">Its table.</param>
/// <param name="Fields">Every column-sized field, in column order; a field's position is its bit.</param>
/// <param name="Groups">The values among the fields, in order.</param>
/// <param name="Constraints">What the database can refuse, in words for the caller.</param>
/// <param name="Resource">What the API shows of it.</param>
/// <param name="Example">For the tenant and the member entity a JSON object with an example of each required field; else null.</param>
/// <param name="Shadowed">Names of emitted types that hide one of the runtime's from the class, in ordinal order.</param>
public sealed record EntityModel(
    string Name, string ClassName, string Namespace, string AppName, string Description, EntityRole Role, int Ordinal,
    TableModel Table, EquatableArray<FieldModel> Fields, EquatableArray<GroupModel> Groups, EquatableArray<ConstraintModel> Constraints,
    ResourceModel Resource, string? Example, EquatableArray<string> Shadowed)
{
    /// <summary>Its table as emitted code knows it: without what is retired.</summary>
    public TableModel Known { get; init; } = Table;

    /// <summary>What it, its fields and links were called before.</summary>
    public EquatableArray<SchemaRename> Renames { get; init; }

    /// <summary>Rows that every tenant has, in order of ranks.</summary>
    public EquatableArray<SeedModel> Seeds { get; init; }

    /// <summary>The same as C# names them, in order of declaration.</summary>
    public EquatableArray<SeedKeyModel> SeedKeys { get; init; }

    /// <summary>Rules with a name of their own in emitted code, in ordinal order of names.</summary>
    public EquatableArray<RuleModel> Rules { get; init; }

    /// <summary>The members that hold owned rows, in order of declaration; their bits follow those of the fields.</summary>
    public EquatableArray<ChildrenModel> Children { get; init; }

    /// <summary>The many-to-many references, in order of declaration; their bits follow those of the owned rows.</summary>
    public EquatableArray<LinkModel> Links { get; init; }

    /// <summary>The entity whose rows own those of this one, or null.</summary>
    public OwnerModel? Owner { get; init; }

    /// <summary>The tables that the entity makes: its own, then those of its links.</summary>
    public IEnumerable<TableModel> Tables => Links.Count == 0 ? [Table] : Links.Select(link => link.Table).Prepend(Table);

    /// <summary>The states of a row and the ways between them, or null.</summary>
    public LifecycleModel? Lifecycle { get; init; }

    /// <summary>The row conditions of capabilities.</summary>
    public EquatableArray<ConditionModel> Conditions { get; init; }

    /// <summary>The order of lists that ask for none; empty for the newest first.</summary>
    public EquatableArray<OrderModel> Order { get; init; }

    /// <summary>What a delete marks the row with; null where it removes it.</summary>
    public SoftDeleteModel? SoftDelete { get; init; }
}

/// <summary>A column-sized field.</summary>
/// <param name="Position">Its bit and its place among the columns of fields.</param>
/// <param name="Member">The C# property, in the entity or in the value's record.</param>
/// <param name="Constant">Its name in the emitted set of fields: <c>Physician</c>, <c>AddressStreet</c>.</param>
/// <param name="Name">The name in JSON.</param>
/// <param name="Column">The column.</param>
/// <param name="Kind">The kind; never a value.</param>
/// <param name="TypeName">The enum, or the struct of a text based named type; null for others.</param>
/// <param name="Required">Whether there must be a value; within an optional group: when the group is there.</param>
/// <param name="Default">The default in canonical text, for an enum the C# name of its member; or null.</param>
/// <param name="OnCreate">What the server sets when a row is made.</param>
/// <param name="OnUpdate">What the server sets at every write.</param>
/// <param name="Constraints">The constraints that the field itself is checked for; a pattern that its named type checks is left out.</param>
/// <param name="Reference">Where a reference leads; null for other kinds.</param>
/// <param name="Group">The position of its group, or -1.</param>
/// <param name="Description">Prose, or empty.</param>
/// <param name="Store">The column, as the table has it.</param>
public sealed record FieldModel(
    int Position, string Member, string Constant, string Name, string Column, FieldKind Kind, string? TypeName, bool Required, string? Default,
    ServerValue OnCreate, ServerValue OnUpdate, FieldConstraints Constraints, ReferenceModel? Reference, int Group, string Description, ColumnModel Store)
{
    /// <summary>Whether the value is given when the row is made, and never changes.</summary>
    public bool IsWriteOnce { get; init; }

    /// <summary>What kind of data it holds, by its own words, those of its named type and those of the value that it is a part of.</summary>
    public Classification Classification { get; init; }

    /// <summary>For the field that holds the state of a lifecycle, the state of a new row; else null.</summary>
    public StateModel? Initial { get; init; }

    /// <summary>What the value follows from; null where it is given.</summary>
    public ComputedModel? Computed { get; init; }

    /// <summary>Whether lists are sorted by it.</summary>
    public bool CanSort { get; init; }

    /// <summary>Whether lists are filtered by it.</summary>
    public bool CanFilter { get; init; }

    /// <summary>Whether the table has a column for it.</summary>
    public bool HasColumn => Computed is not { IsStored: false };

    /// <summary>Whether only its column is left; such a field is in no list of an entity's fields.</summary>
    public bool IsRetired => Store.IsRetired;

    /// <summary>Whether only the server sets the field.</summary>
    public bool IsServerSet => OnCreate != ServerValue.None || OnUpdate != ServerValue.None || Initial is not null || Computed is not null;
}

/// <summary>Where a reference leads.</summary>
/// <param name="Navigation">The C# property that holds the row.</param>
/// <param name="Entity">The entity it leads to.</param>
/// <param name="ClassName">The class of that entity.</param>
/// <param name="Table">The table of that entity.</param>
/// <param name="ForeignKey">The name of the foreign key.</param>
/// <param name="OnDelete">What becomes of the row when the target is deleted.</param>
public sealed record ReferenceModel(string Navigation, string Entity, string ClassName, string Table, string ForeignKey, DeleteAction OnDelete);

/// <summary>A value inside the entity.</summary>
/// <param name="Member">The C# property.</param>
/// <param name="Name">The name in JSON.</param>
/// <param name="TypeName">The value's record.</param>
/// <param name="First">The position of its first field.</param>
/// <param name="Count">How many fields it has.</param>
/// <param name="Required">Whether a row must have it.</param>
/// <param name="Description">Prose, or empty.</param>
public sealed record GroupModel(string Member, string Name, string TypeName, int First, int Count, bool Required, string Description)
{
    /// <summary>What kind of data it holds, by the words of the field.</summary>
    public Classification Classification { get; init; }
}

/// <summary>A named constraint, and what its violation means to the caller.</summary>
/// <param name="Name">The constraint.</param>
/// <param name="Code">
/// <c>unique</c>, <c>reference</c>, <c>range</c>, <c>length</c>, <c>choice</c>, <c>incomplete</c>, <c>rule</c>, <c>overlap</c>, <c>transition</c> or <c>writeOnce</c>.
/// </param>
/// <param name="Fields">Names in the emitted set of fields.</param>
/// <param name="Message">The sentence for the caller.</param>
/// <param name="Status">422, or 409 for what another row stands against.</param>
public sealed record ConstraintModel(string Name, string Code, EquatableArray<string> Fields, string Message, int Status);
