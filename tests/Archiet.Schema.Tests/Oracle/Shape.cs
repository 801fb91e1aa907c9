namespace Archiet.Schema.Tests.Oracle;

/// <summary>What a field of a made-up genome holds.</summary>
internal enum FieldType
{
    String,
    Text,
    Int,
    Long,
    Bool,
    Decimal,
    Date,
    Time,
    Timestamp,
    Duration,
    Uuid,
    Json,
    Bytes,
    Enum,
    Place,
    Reference,
    Links,
    Computed,
}

/// <summary>What a set of fields is for.</summary>
internal enum SetKind
{
    Index,
    Unique,
    Partial,
}

/// <summary>A made-up genome as far as its database goes. Whatever has a key keeps it for life, whatever it is called: two genomes need no guess which of their things are the same.</summary>
/// <param name="NextKey">The key of what comes next.</param>
/// <param name="Entities">Its entities.</param>
/// <param name="Enums">Its enums, as many as there are names for.</param>
internal sealed record Shape(int NextKey, IReadOnlyList<EntityShape> Entities, IReadOnlyList<EnumShape> Enums)
{
    /// <summary>No entity but the tenant's.</summary>
    public static Shape Empty { get; } = new(10, [], [new("Stage", [new(1, "open"), new(2, "done")]), new("Colour", [new(3, "red"), new(4, "green"), new(5, "blue")])]);

    /// <summary>The fields of the one value: the first is required.</summary>
    public IReadOnlyList<MemberShape> Place { get; init; } = [new(6, "street"), new(7, "zip")];

    /// <summary>How many partitions every table has; 0 for tables in one piece. It never changes.</summary>
    public int Partitions { get; init; }
}

/// <summary>An entity.</summary>
internal sealed record EntityShape(int Key, string Name, IReadOnlyList<FieldShape> Fields)
{
    public bool IsSmall { get; init; }

    public bool IsSoftDeleted { get; init; }

    public IReadOnlyList<SetShape> Sets { get; init; } = [];

    public IReadOnlyList<RuleShape> Rules { get; init; } = [];

    /// <summary>The field that its rows are in the order of, downwards; 0 for none.</summary>
    public int Order { get; init; }

    /// <summary>The key of the entity that owns its rows; 0 for none.</summary>
    public int Owner { get; init; }

    /// <summary>The key of the field that holds its state; 0 for none.</summary>
    public int State { get; init; }

    /// <summary>How many seed rows it has.</summary>
    public int Seeds { get; init; }
}

/// <summary>A field. What its type has no use for is without effect.</summary>
internal sealed record FieldShape(int Key, string Name, FieldType Type)
{
    /// <summary>The key of the field that every entity has, so that none is without.</summary>
    public const int First = 0;

    /// <summary>0 to 2: how much it holds.</summary>
    public int Size { get; init; }

    public bool IsRequired { get; init; }

    public bool HasDefault { get; init; }

    public bool HasRange { get; init; }

    public bool IsRetired { get; init; }

    /// <summary>The key of the entity that it leads to, of the field that it is computed from; of an enum its place.</summary>
    public int Target { get; init; }

    /// <summary>What becomes of the row when the one that it leads to goes.</summary>
    public DeleteAction OnDelete { get; init; }
}

/// <summary>Fields that are indexed or unique together, by their keys.</summary>
internal sealed record SetShape(int Key, SetKind Kind, IReadOnlyList<int> Fields);

/// <summary>A rule over a field.</summary>
internal sealed record RuleShape(int Key, int Field)
{
    /// <summary>The key of the field that is the end where the rule is that rows do not overlap; 0 for a check.</summary>
    public int Until { get; init; }
}

/// <summary>An enum.</summary>
internal sealed record EnumShape(string Name, IReadOnlyList<MemberShape> Members);

/// <summary>A member of an enum, or a field of the value.</summary>
internal sealed record MemberShape(int Key, string Name);
