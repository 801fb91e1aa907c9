using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>A whole genome, lowered.</summary>
public sealed record GenomeModel(AppModel App, EquatableArray<EntityModel> Entities)
{
    /// <summary>The tables of all entities.</summary>
    public RelationalModel Relational => new(App.OwnerRole, Entities.Select(entity => entity.Table).ToEquatableArray());

    /// <summary>The resources of all entities.</summary>
    public ApiModel Api => new(App.Title, App.Version, Entities.Select(entity => entity.Resource).ToEquatableArray());
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
    /// <summary>The namespace of entities and named types.</summary>
    public string ModelNamespace => Namespace + ".Model";

    /// <summary>The title of the API.</summary>
    public string Title => Name;

    /// <summary>The PostgreSQL role that owns the tables.</summary>
    public string OwnerRole => Naming.Identifier(Naming.Snake(Name) + "_owner");
}

/// <summary>An entity as the app lists it.</summary>
public sealed record EntityName(string Name, string ClassName, string Plural, EntityRole Role);

/// <summary>What the app needs to know of the fields of its entities: two examples and a hash, so that most edits of a field leave the other emitted text alone.</summary>
/// <param name="SchemaHash">SHA-256 over the relational model.</param>
/// <param name="TenantExample">The tenant entity's example.</param>
/// <param name="MemberExample">The member entity's example, or null without one.</param>
public sealed record AppFacts(string SchemaHash, string TenantExample, string? MemberExample)
{
    /// <summary>The facts of all entities together.</summary>
    public static AppFacts Of(AppModel app, IReadOnlyList<EntityModel> entities) => new(
        Archiet.Model.SchemaHash.Of(new RelationalModel(app.OwnerRole, entities.Select(entity => entity.Table).ToEquatableArray())),
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
public sealed record ValueModel(string Name, string Description, EquatableArray<FieldModel> Fields, EquatableArray<PropertyModel> Properties);

/// <summary>An enum.</summary>
public sealed record EnumModel(string Name, string Description, EquatableArray<EnumMemberModel> Members);

/// <summary>A member of an enum.</summary>
/// <param name="Member">The C# name.</param>
/// <param name="Name">The name in JSON and in the database.</param>
/// <param name="Description">Prose, or empty.</param>
public sealed record EnumMemberModel(string Member, string Name, string Description);
