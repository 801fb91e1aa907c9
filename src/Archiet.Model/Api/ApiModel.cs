using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>The API of an app, its resources in ordinal order of entity names.</summary>
public sealed record ApiModel(string Title, string Version, EquatableArray<ResourceModel> Resources);

/// <summary>What the API shows of an entity.</summary>
/// <param name="Name">The entity's name: the name of its schema.</param>
/// <param name="Tag">The heading under which its operations stand.</param>
/// <param name="Route">The route below <c>/api</c>, with its slash.</param>
/// <param name="Description">Prose, or empty.</param>
/// <param name="Properties">In order of declaration; a value is one property.</param>
/// <param name="Operations">The operations that some role may do. What nobody may do is not served and not listed.</param>
public sealed record ResourceModel(
    string Name, string Tag, string Route, string Description, EquatableArray<PropertyModel> Properties, EquatableArray<OperationModel> Operations)
{
    /// <summary>The natural order, as <c>sort</c> would ask for it; empty for the newest first.</summary>
    public string Order { get; init; } = "";

    /// <summary>Whether a delete only marks the row.</summary>
    public bool IsSoftDeleted { get; init; }

    /// <summary>The members that not everyone sees of every row.</summary>
    public EquatableArray<HiddenModel> Hidden { get; init; }

    /// <summary>What is never false of a row.</summary>
    public EquatableArray<ApiRuleModel> Rules { get; init; }

    /// <summary>The states of a row and the ways between them, or null.</summary>
    public ApiLifecycleModel? Lifecycle { get; init; }

    /// <summary>The property that names a row for people, or null.</summary>
    public string? Display { get; init; }

    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }

    /// <summary>The user's own keys of its <c>list</c>.</summary>
    public EquatableArray<BoundExtension> ListExtensions { get; init; }

    /// <summary>The user's own keys of its unique sets, by their names; those without any are left out.</summary>
    public EquatableArray<ExtensionNote> UniqueExtensions { get; init; }

    /// <summary>Whether anybody may do anything with it.</summary>
    public bool IsServed => Operations.Count > 0 || Lifecycle?.Transitions.Any(transition => transition.Roles.Count > 0) == true;
}

/// <summary>A member of rows, and the roles to which some grant shows rows without it.</summary>
public sealed record HiddenModel(string Name, EquatableArray<string> Roles);

/// <summary>An operation and the roles that may do it, in order of declaration.</summary>
public sealed record OperationModel(Operations Operation, EquatableArray<string> Roles);

/// <summary>A member of a resource or of a value.</summary>
/// <param name="Name">The name in JSON.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Schema">The named schema of an enum or a value; null for scalars and references.</param>
/// <param name="Target">The entity a reference leads to; null for others.</param>
/// <param name="Required">Whether it always has a value.</param>
/// <param name="IsServerSet">Whether a body must not carry it.</param>
/// <param name="Default">The default in canonical text, or null.</param>
/// <param name="Constraints">Lengths, range and pattern, those of its named type included.</param>
/// <param name="Precision">Digits in all, decimals only.</param>
/// <param name="Scale">Digits after the point, decimals only.</param>
/// <param name="Example">A checked example in canonical text, or null.</param>
/// <param name="Description">Prose, or empty.</param>
public sealed record PropertyModel(
    string Name, FieldKind Kind, string? Schema, string? Target, bool Required, bool IsServerSet, string? Default, FieldConstraints Constraints,
    int Precision, int Scale, string? Example, string Description)
{
    /// <summary>Whether lists are sorted by it.</summary>
    public bool CanSort { get; init; }

    /// <summary>Whether lists are filtered by it.</summary>
    public bool CanFilter { get; init; }

    /// <summary>Whether a create may leave the property out although a row always has it: a value none of whose own fields must be given.</summary>
    public bool CanBeLeftOut { get; init; }

    /// <summary>Whether the value is given when the row is made, and never changes.</summary>
    public bool IsWriteOnce { get; init; }

    /// <summary>What kind of data it holds.</summary>
    public Classification Classification { get; init; }

    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }

    /// <summary>The expression that a computed field follows from, as the genome writes it; null where the value is given.</summary>
    public string? Computed { get; init; }
}
