using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>A whole genome, lowered.</summary>
public sealed record GenomeModel(AppModel App, EquatableArray<EntityModel> Entities)
{
    /// <summary>Entities of which only the tables are left, in ordinal order of names.</summary>
    public EquatableArray<RetiredModel> Retired { get; init; }

    /// <summary>The tables of all entities, those of retired ones behind the others.</summary>
    public RelationalModel Relational =>
        new(App.OwnerRole, Entities.SelectMany(entity => entity.Tables).Concat(Retired.SelectMany(entity => entity.Tables)).ToEquatableArray());

    /// <summary>The resources of all entities.</summary>
    public ApiModel Api => new(App.Title, App.Version, Entities.Select(entity => entity.Resource).ToEquatableArray());
}

/// <summary>An entity of which only the tables are left.</summary>
/// <param name="Name">The name in the genome.</param>
/// <param name="Tables">Its own, then those of its links.</param>
public sealed record RetiredModel(string Name, EquatableArray<TableModel> Tables)
{
    /// <summary>What it and its fields were called before.</summary>
    public EquatableArray<SchemaRename> Renames { get; init; }
}

/// <summary>What is emitted once: equal as long as no entity appears, disappears or is renamed and no capability changes.</summary>
/// <param name="Name">The prefix of the emitted classes.</param>
/// <param name="Namespace">The namespace of app and context.</param>
/// <param name="Description">Prose, or empty.</param>
/// <param name="Version">The version of the API.</param>
/// <param name="Contact">An e-mail address, or null.</param>
/// <param name="Entities">Every entity, in ordinal order of names.</param>
/// <param name="Vocabulary">Named types.</param>
/// <param name="Access">Who may do what.</param>
/// <param name="Roles">In order of declaration.</param>
public sealed record AppModel(
    string Name, string Namespace, string Description, string Version, string? Contact, EquatableArray<EntityName> Entities,
    VocabularyModel Vocabulary, AccessModel Access, EquatableArray<BoundRole> Roles)
{
    /// <summary>Operations with handlers of the user's, in ordinal order of names.</summary>
    public EquatableArray<UserOperationModel> Operations { get; init; }

    /// <summary>The user's own keys of the genome as a whole, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }

    /// <summary>The user's own keys of capabilities and their grants; those without any are left out.</summary>
    public EquatableArray<CapabilityNote> Capabilities { get; init; }

    /// <summary>Members of the app's C# that work across tenants, in order of the capabilities that name them.</summary>
    public EquatableArray<CrossTenantModel> CrossTenant { get; init; }

    /// <summary>The namespace of entities and named types.</summary>
    public string ModelNamespace => Namespace + ".Model";

    /// <summary>The namespace of operations.</summary>
    public string OperationsNamespace => Namespace + ".Operations";

    /// <summary>The title of the API.</summary>
    public string Title => Name;

    /// <summary>The PostgreSQL role that owns the tables.</summary>
    public string OwnerRole => Naming.Identifier(Naming.Snake(Name) + "_owner");
}

/// <summary>A member of the app's C# that works across tenants for a capability.</summary>
/// <param name="Capability">The capability.</param>
/// <param name="Member">The member, as the genome names it.</param>
/// <param name="Roles">Who has the capability.</param>
public sealed record CrossTenantModel(string Capability, string Member, EquatableArray<string> Roles);

/// <summary>An entity as the app lists it.</summary>
/// <param name="Name">The name in the genome.</param>
/// <param name="ClassName">The C# class.</param>
/// <param name="Plural">The plural of the name.</param>
/// <param name="Role">What the entity is to tenancy.</param>
/// <param name="IsOwned">Whether its rows belong to rows of another entity.</param>
public sealed record EntityName(string Name, string ClassName, string Plural, EntityRole Role, bool IsOwned);

/// <summary>The examples from which development makes a tenant and its members: what the app needs to know of the fields of its entities.</summary>
/// <param name="Tenant">The tenant entity's example.</param>
/// <param name="Member">The member entity's example, or null without one.</param>
public sealed record AppExamples(string Tenant, string? Member)
{
    /// <summary>The examples among all entities.</summary>
    public static AppExamples Of(IReadOnlyList<EntityModel> entities) => new(
        entities.FirstOrDefault(entity => entity.Role == EntityRole.Tenant)?.Example ?? "{}",
        entities.FirstOrDefault(entity => entity.Role == EntityRole.Member)?.Example);
}

/// <summary>The named types of an app, each list in ordinal order of names.</summary>
/// <param name="Namespace">The namespace they go to.</param>
/// <param name="Texts">Text based scalar types: a struct each.</param>
/// <param name="Values">Values with fields of their own: a record each.</param>
/// <param name="Enums">Enums.</param>
/// <param name="Shadowed">Names of emitted types that hide one of the runtime's, in ordinal order.</param>
public sealed record VocabularyModel(
    string Namespace, EquatableArray<BoundScalarType> Texts, EquatableArray<ValueModel> Values, EquatableArray<EnumModel> Enums, EquatableArray<string> Shadowed);

/// <summary>A value: its fields as they stand in its record; columns are its owners'.</summary>
public sealed record ValueModel(string Name, string Description, EquatableArray<FieldModel> Fields, EquatableArray<PropertyModel> Properties)
{
    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>An enum.</summary>
public sealed record EnumModel(string Name, string Description, EquatableArray<EnumMemberModel> Members)
{
    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>A member of an enum.</summary>
/// <param name="Member">The C# name.</param>
/// <param name="Name">The name in JSON and in the database.</param>
/// <param name="Description">Prose, or empty.</param>
public sealed record EnumMemberModel(string Member, string Name, string Description)
{
    /// <summary>The name in the genome.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The name that it had in the genome before, or null.</summary>
    public string? Was { get; init; }

    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}
