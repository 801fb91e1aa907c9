namespace Archiet.Genome.Binding;

/// <summary>
/// A checked genome: every name resolved, every default filled in, in ordinal order of names where order has no meaning.
/// Equality is by value and knows no positions, so that a moved line or an edited comment changes nothing downstream.
/// </summary>
public sealed record BoundGenome(GenomeOutline Outline, EquatableArray<BoundEntity> Entities);

/// <summary>
/// Everything about a genome but the fields of its entities: what an entity may need to know of the others. An edit within one entity leaves it equal.
/// </summary>
/// <param name="App">The app.</param>
/// <param name="Vocabulary">Named types.</param>
/// <param name="Entities">Every entity, in ordinal order of names.</param>
/// <param name="Capabilities">In order of declaration.</param>
public sealed record GenomeOutline(
    BoundApp App, BoundVocabulary Vocabulary, EquatableArray<EntityOutline> Entities, EquatableArray<BoundCapability> Capabilities);

/// <summary>An entity as the others see it.</summary>
public sealed record EntityOutline(string Name, string ClassName, string Plural, EntityRole Role);

/// <summary>What the app is called and where its code goes.</summary>
/// <param name="Name">A C# identifier in PascalCase; the prefix of the emitted context and app class (<c>Clinic</c> gives <c>ClinicContext</c>).</param>
/// <param name="Namespace">The C# namespace; entities go to <c>{Namespace}.Model</c>.</param>
/// <param name="Description">Prose, or empty.</param>
/// <param name="Version">The version of the API in its OpenAPI document; "1.0" unless the genome says otherwise.</param>
/// <param name="Contact">An e-mail address for the OpenAPI document, or null.</param>
/// <param name="TenantEntity">The name of the entity whose rows are the tenants.</param>
/// <param name="MemberEntity">The name of the entity that is <c>member: true</c>, or null.</param>
/// <param name="Roles">In order of declaration.</param>
public sealed record BoundApp(
    string Name, string Namespace, string Description, string Version, string? Contact, string TenantEntity, string? MemberEntity, EquatableArray<BoundRole> Roles);

/// <summary>A role that a membership can hold. <paramref name="Name"/> is camelCase and is what is stored.</summary>
public sealed record BoundRole(string Name, string Description);

/// <summary>The named types that fields use, each list in ordinal order of names.</summary>
public sealed record BoundVocabulary(EquatableArray<BoundScalarType> Types, EquatableArray<BoundValueType> Values, EquatableArray<BoundEnum> Enums);

/// <summary>A named scalar type with constraints. A text based one becomes a C# struct of its own, any other is an alias with constraints.</summary>
public sealed record BoundScalarType(string Name, string Description, FieldType Type, FieldConstraints Constraints, string? Example);

/// <summary>A value with fields of its own, stored in the columns of its owner. Its fields are scalars, enums and named scalar types only.</summary>
public sealed record BoundValueType(string Name, string Description, EquatableArray<BoundField> Fields);

/// <summary>An enum; its members in order of declaration.</summary>
public sealed record BoundEnum(string Name, string Description, EquatableArray<BoundEnumMember> Members);

/// <summary>A member of an enum. <paramref name="Name"/> is the stored name and the name in JSON, as the genome writes it.</summary>
public sealed record BoundEnumMember(string Name, string Description);

/// <summary>An entity: a table, a C# class and a resource of the API.</summary>
/// <param name="Name">PascalCase, as in the genome.</param>
/// <param name="ClassName">The C# class: <paramref name="Name"/> unless <c>class:</c> says otherwise.</param>
/// <param name="Plural">PascalCase plural by the rule table of the specification, or from <c>plural:</c>; tables and routes derive from it.</param>
/// <param name="Description">Prose, or empty.</param>
/// <param name="Role">Whether the entity is the tenant, the member or an ordinary one.</param>
/// <param name="Fields">In order of declaration.</param>
/// <param name="Uniques">Unique sets within the tenant, field-level ones included, in ordinal order of names.</param>
/// <param name="Indexes">Declared indexes, in ordinal order of names.</param>
public sealed record BoundEntity(
    string Name, string ClassName, string Plural, string Description, EntityRole Role,
    EquatableArray<BoundField> Fields, EquatableArray<BoundIndex> Uniques, EquatableArray<BoundIndex> Indexes);

/// <summary>What an entity is to tenancy.</summary>
public enum EntityRole
{
    /// <summary>Rows belong to a tenant.</summary>
    Ordinary,

    /// <summary>Rows are the tenants.</summary>
    Tenant,

    /// <summary>Rows are the people of a tenant, each linked to an account.</summary>
    Member,
}

/// <summary>Fields that are unique together, or indexed together, always behind the tenant.</summary>
/// <param name="Name">camelCase name from the genome; for <c>unique: true</c> on a field, the field's name.</param>
/// <param name="Fields">Names of scalar, enum or reference fields of the entity, in order.</param>
public sealed record BoundIndex(string Name, EquatableArray<string> Fields);

/// <summary>A field.</summary>
/// <param name="Name">camelCase, as in the genome and in JSON.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Required">Whether it always has a value. Server-set fields that are always set are required too.</param>
/// <param name="Constraints">Constraints of the field and of its named type, merged: the narrower wins.</param>
/// <param name="Default">The value of a create that does not give the field, in canonical text (see <see cref="BoundField"/> remarks), or null.</param>
/// <param name="OnCreate">What the server sets when a row is made.</param>
/// <param name="OnUpdate">What the server sets at every write, the first included.</param>
/// <param name="Description">Prose, or empty.</param>
/// <param name="Example">A checked example in canonical text, or null.</param>
/// <remarks>
/// Canonical text: bool <c>true</c>/<c>false</c>; numbers in invariant notation; text as it is; enum the member's name; date <c>yyyy-MM-dd</c>;
/// time <c>HH:mm:ss</c>; timestamp and duration as ISO 8601; uuid in format D, lower case; json as compact JSON.
/// </remarks>
public sealed record BoundField(
    string Name, FieldType Type, bool Required, FieldConstraints Constraints, string? Default, ServerValue OnCreate, ServerValue OnUpdate, string Description, string? Example)
{
    /// <summary>Whether only the server sets the field: a request that carries it is refused.</summary>
    public bool IsServerSet => OnCreate != ServerValue.None || OnUpdate != ServerValue.None;
}

/// <summary>A value that the server knows at the time of a write.</summary>
public enum ServerValue
{
    /// <summary>The server sets nothing.</summary>
    None,

    /// <summary>The time of the transaction: <c>now()</c>.</summary>
    Now,

    /// <summary>The member row of the caller: <c>user</c>. Null for an account without one.</summary>
    User,
}

/// <summary>What a field holds.</summary>
/// <param name="Kind">The kind; for a named scalar type the kind of its base.</param>
/// <param name="Name">The named scalar type, enum, value or entity; null for a plain scalar.</param>
/// <param name="Precision">Digits in all, decimals only; else 0.</param>
/// <param name="Scale">Digits after the point, decimals only; else 0.</param>
/// <param name="OnDelete">References only: what becomes of the row when the target is deleted.</param>
public sealed record FieldType(FieldKind Kind, string? Name = null, int Precision = 0, int Scale = 0, DeleteAction OnDelete = DeleteAction.Restrict);

/// <summary>The closed list of kinds. Spelled in the genome as the member's name in lower case.</summary>
public enum FieldKind
{
    /// <summary>Text of at most <c>max</c> characters.</summary>
    String,

    /// <summary>Text of any length.</summary>
    Text,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A whole number of 32 bits.</summary>
    Int,

    /// <summary>A whole number of 64 bits.</summary>
    Long,

    /// <summary>An exact number, <c>decimal(p,s)</c>, p at most 28.</summary>
    Decimal,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>A time of day, to the second.</summary>
    Time,

    /// <summary>A moment, stored in UTC.</summary>
    Timestamp,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A UUID.</summary>
    Uuid,

    /// <summary>An e-mail address of at most 254 characters.</summary>
    Email,

    /// <summary>An absolute http or https address of at most 2,048 characters.</summary>
    Url,

    /// <summary>A JSON document.</summary>
    Json,

    /// <summary>Bytes; base64 in JSON.</summary>
    Bytes,

    /// <summary>A member of an enum.</summary>
    Enum,

    /// <summary>A value with fields of its own.</summary>
    Value,

    /// <summary>A reference to a row of the same tenant.</summary>
    Reference,
}

/// <summary>What becomes of a row when the row it refers to is deleted.</summary>
public enum DeleteAction
{
    /// <summary>The delete is refused.</summary>
    Restrict,

    /// <summary>The row is deleted too.</summary>
    Cascade,

    /// <summary>The reference becomes null.</summary>
    SetNull,
}

/// <summary>Constraints on a value; null where there is none.</summary>
/// <param name="MinLength">Least number of characters, that is of Unicode code points (bytes for <c>bytes</c>).</param>
/// <param name="MaxLength">Greatest number of characters (bytes for <c>bytes</c>); <c>string</c>, <c>email</c> and <c>url</c> always have one.</param>
/// <param name="Minimum">Least value, inclusive, in canonical text.</param>
/// <param name="Maximum">Greatest value, inclusive, in canonical text.</param>
/// <param name="Pattern">A regular expression that the whole text matches, in the portable subset of the specification.</param>
public sealed record FieldConstraints(int? MinLength = null, int? MaxLength = null, string? Minimum = null, string? Maximum = null, string? Pattern = null)
{
    /// <summary>No constraint.</summary>
    public static FieldConstraints None { get; } = new();
}

/// <summary>A capability: what it lets which roles do.</summary>
public sealed record BoundCapability(string Name, string Description, EquatableArray<string> Roles, EquatableArray<BoundGrant> Grants);

/// <summary>The operations of one entity that a capability allows.</summary>
public sealed record BoundGrant(string Entity, Operations Operations);

/// <summary>The operations that every entity has.</summary>
[Flags]
public enum Operations
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>See the rows, page by page.</summary>
    List = 1,

    /// <summary>See one row.</summary>
    Read = 2,

    /// <summary>Make a row.</summary>
    Create = 4,

    /// <summary>Change a row.</summary>
    Update = 8,

    /// <summary>Remove a row.</summary>
    Delete = 16,
}
