namespace Archiet.Genome.Binding;

/// <summary>
/// A checked genome: every name resolved, every default filled in, in ordinal order of names where order has no meaning.
/// Equality is by value and knows no positions, so that a moved line or an edited comment changes nothing downstream.
/// </summary>
public sealed record BoundGenome(GenomeOutline Outline, EquatableArray<BoundEntity> Entities)
{
    /// <summary>Entities of which only the tables are left, for the release before, in ordinal order of names; not among <see cref="Entities"/>.</summary>
    public EquatableArray<BoundEntity> Retired { get; init; }

    /// <summary>Changes of the schema that the genome acknowledges, in ordinal order of texts.</summary>
    public EquatableArray<BoundApproval> Approvals { get; init; }
}

/// <summary>
/// Everything about a genome but the fields of its entities: what an entity may need to know of the others. An edit within one entity leaves it equal.
/// </summary>
/// <param name="App">The app.</param>
/// <param name="Vocabulary">Named types.</param>
/// <param name="Entities">Every entity, in ordinal order of names.</param>
/// <param name="Capabilities">In order of declaration.</param>
public sealed record GenomeOutline(
    BoundApp App, BoundVocabulary Vocabulary, EquatableArray<EntityOutline> Entities, EquatableArray<BoundCapability> Capabilities)
{
    /// <summary>Operations beside those of entities, in ordinal order of names.</summary>
    public EquatableArray<BoundOperation> Operations { get; init; }

    /// <summary>Entities of which only the tables are left, in ordinal order of names; not among <see cref="Entities"/>.</summary>
    public EquatableArray<EntityOutline> Retired { get; init; }
}

/// <summary>An entity as the others see it.</summary>
public sealed record EntityOutline(string Name, string ClassName, string Plural, EntityRole Role)
{
    /// <summary>The entity that owns it as its child, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>The field of its owner that holds it, or null.</summary>
    public string? OwnerField { get; init; }

    /// <summary>Whether a delete marks its rows.</summary>
    public bool SoftDelete { get; init; }

    /// <summary>Whether only its table is left, for the release before.</summary>
    public bool IsRetired { get; init; }

    /// <summary>The names of its transitions, in ordinal order.</summary>
    public EquatableArray<string> Transitions { get; init; }
}

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
    string Name, string Namespace, string Description, string Version, string? Contact, string TenantEntity, string? MemberEntity, EquatableArray<BoundRole> Roles)
{
    /// <summary>The fewest partitions that spread anything.</summary>
    public const int FewestPartitions = 2;

    /// <summary>The most: planning a statement that names no tenant looks at each.</summary>
    public const int MostPartitions = 1024;

    /// <summary>How many partitions the rows of every table are spread over by their tenants; 0 for tables in one piece.</summary>
    public int Partitions { get; init; }

    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>A role that a membership can hold. <paramref name="Name"/> is camelCase and is what is stored.</summary>
public sealed record BoundRole(string Name, string Description)
{
    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>An operation with a handler that the user writes.</summary>
/// <param name="Name">camelCase, as in the genome; the C# class is the same in PascalCase.</param>
/// <param name="Description">Prose, or empty.</param>
/// <param name="Input">What a request gives, in order of declaration; may be empty.</param>
/// <param name="Output">What it answers, in order of declaration; empty for nothing at all.</param>
public sealed record BoundOperation(string Name, string Description, EquatableArray<BoundField> Input, EquatableArray<BoundField> Output)
{
    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>A key of the user's own.</summary>
/// <param name="Name">As it is written: <c>x-…</c>.</param>
/// <param name="Json">Its value as compact JSON, keys in ordinal order.</param>
public sealed record BoundExtension(string Name, string Json);
