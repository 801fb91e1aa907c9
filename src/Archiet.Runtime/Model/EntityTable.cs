namespace Archiet;

/// <summary>How a column's value is read, bound and written. One row of the type table of the specification for each.</summary>
public enum FieldKind
{
    /// <summary>Text, with or without a greatest length.</summary>
    Text,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A whole number of 32 bits.</summary>
    Int,

    /// <summary>A whole number of 64 bits.</summary>
    Long,

    /// <summary>An exact number.</summary>
    Decimal,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A moment in UTC.</summary>
    Timestamp,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A UUID that is not a reference.</summary>
    Uuid,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>An absolute http or https address.</summary>
    Url,

    /// <summary>A JSON document.</summary>
    Json,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>A member of an enum, stored by its name.</summary>
    Choice,

    /// <summary>A reference to a row of the same tenant.</summary>
    Reference,
}

/// <summary>What the server sets.</summary>
public enum ServerValue
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The time of the transaction.</summary>
    Now,

    /// <summary>The caller's member row, null for an account without one.</summary>
    User,
}

/// <summary>One column-sized field of an entity. Its position in <see cref="EntityTable.Fields"/> is its bit in a <see cref="FieldSet"/> and the order of columns.</summary>
/// <param name="member">The C# property; for a field of a value <c>Address.Street</c>.</param>
/// <param name="name">The name in JSON; for a field of a value its own name, below that of its <see cref="FieldGroup"/>.</param>
/// <param name="column">The column.</param>
/// <param name="kind">How it is read, bound and written.</param>
/// <param name="storeType">The PostgreSQL type in its long spelling, as in <c>character varying(200)</c>.</param>
public sealed partial class Field(string member, string name, string column, FieldKind kind, string storeType)
{
    /// <summary>The C# property; for a field of a value <c>Address.Street</c>.</summary>
    public string Member { get; } = member;

    /// <summary>The name in JSON.</summary>
    public string Name { get; } = name;

    /// <summary>The column.</summary>
    public string Column { get; } = column;

    /// <summary>How the field is read, bound and written.</summary>
    public FieldKind Kind { get; } = kind;

    /// <summary>The PostgreSQL type.</summary>
    public string StoreType { get; } = storeType;

    /// <summary>Whether a row must have a value here; within an optional group: whether the group must, when it is there.</summary>
    public bool Required { get; init; }

    /// <summary>Whether the genome gives a default, so that a create may leave the field out.</summary>
    public bool HasDefault { get; init; }

    /// <summary>What the server sets when a row is made.</summary>
    public ServerValue OnCreate { get; init; }

    /// <summary>What the server sets at every write.</summary>
    public ServerValue OnUpdate { get; init; }

    /// <summary>Least number of characters or bytes; 0 for none.</summary>
    public int MinLength { get; init; }

    /// <summary>Greatest number of characters (Unicode code points) or bytes; 0 for none.</summary>
    public int MaxLength { get; init; }

    /// <summary>Digits in all, decimals only.</summary>
    public int Precision { get; init; }

    /// <summary>Digits after the point, decimals only.</summary>
    public int Scale { get; init; }

    /// <summary>Least value, inclusive, in canonical invariant text; null for none.</summary>
    public string? Minimum { get; init; }

    /// <summary>Greatest value, inclusive, in canonical invariant text; null for none.</summary>
    public string? Maximum { get; init; }

    /// <summary>A regular expression that the whole text matches; null for none. Patterns of named types are checked by the type itself.</summary>
    public string? Pattern { get; init; }

    /// <summary>The foreign key behind a reference; null for other kinds.</summary>
    public string? ForeignKey { get; init; }

    /// <summary>The entity of the row behind a reference; null for other kinds.</summary>
    public Func<EntityTable>? Target { get; init; }

    /// <summary>What kind of data the field holds.</summary>
    public Classification Classification { get; init; }

    /// <summary>Whether the field is written over the API and never read.</summary>
    internal bool IsSecret => (Classification & Classification.Secret) != 0;

    /// <summary>Whether a request may give the field when the row is made, and never after.</summary>
    public bool IsWriteOnce { get; init; }

    /// <summary>Whether the field holds the state of the entity's lifecycle, which transitions alone change.</summary>
    public bool IsState { get; init; }

    /// <summary>Whether the database works the field out from others.</summary>
    public bool IsComputed { get; init; }

    /// <summary>For a field that is computed at every read and has no column: its SQL over the columns of the table; null for others.</summary>
    public string? Expression { get; init; }

    /// <summary>What a statement selects for the field.</summary>
    internal string Select => Expression ?? SqlName.Quote(Column);

    /// <summary>Whether lists can be sorted by the field.</summary>
    public bool CanSort { get; init; }

    /// <summary>Whether lists can be filtered by the field.</summary>
    public bool CanFilter { get; init; }

    /// <summary>The names that a filter by an enum takes; null for other fields.</summary>
    public Choices? Choices { get; init; }

    /// <summary>Whether only the server sets the field.</summary>
    public bool IsServerSet => IsState || IsComputed || OnCreate != ServerValue.None || OnUpdate != ServerValue.None;
}

/// <summary>A value inside an entity: the columns from <paramref name="First"/> on, <paramref name="Count"/> of them, one JSON object.</summary>
/// <param name="Member">The C# property.</param>
/// <param name="Name">The name in JSON.</param>
/// <param name="First">Position of its first field.</param>
/// <param name="Count">How many fields it has.</param>
/// <param name="Required">Whether a row must have it.</param>
public sealed record FieldGroup(string Member, string Name, int First, int Count, bool Required);

/// <summary>What a refusal of the database means: the constraint's name leads to the fields, the code and the message.</summary>
/// <param name="Name">The constraint.</param>
/// <param name="Code">The code in the problem's <c>errors</c>: <c>unique</c>, <c>reference</c>, <c>range</c>, <c>length</c>, <c>choice</c>, <c>incomplete</c>,
/// <c>rule</c>, <c>overlap</c>, <c>transition</c> or <c>writeOnce</c>.</param>
/// <param name="Fields">The fields it is about.</param>
/// <param name="Message">The sentence for the caller.</param>
/// <param name="Status">422, or 409 for what another row stands against.</param>
public sealed record Constraint(string Name, string Code, FieldSet Fields, string Message, int Status = 422);

/// <summary>Rows that a capability means: SQL over the row's columns, named with their table, and over $1 (tenant) and $2 (caller). It holds where it is true.</summary>
/// <param name="Name">The name of the capability.</param>
/// <param name="Sql">The condition.</param>
public sealed record RowCondition(string Name, string Sql);

/// <summary>A field that rows are ordered by.</summary>
/// <param name="Field">Its position; it always has a value.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
public sealed record SortKey(int Field, bool Descending = false);

/// <summary>What the runtime knows about an entity: one instance, made once. SQL texts take parameters only.</summary>
/// <param name="name">The entity's name in the genome.</param>
/// <param name="table">The table.</param>
/// <param name="route">The route below <c>/api</c>: <c>/patients</c>.</param>
/// <param name="ordinal">The entity's position in ordinal order of names, from 0.</param>
public sealed partial class EntityTable(string name, string table, string route, int ordinal)
{
    /// <summary>The table of an entity.</summary>
    public static EntityTable Of<T>()
        where T : class, IEntity<T> => T.Table;

    /// <summary>The entity's name in the genome.</summary>
    public string Name { get; } = name;

    /// <summary>The table.</summary>
    public string Table { get; } = table;

    /// <summary>The table as an identifier in SQL.</summary>
    internal string Quoted { get; } = $"\"{table}\"";

    /// <summary>The route below <c>/api</c>.</summary>
    public string Route { get; } = route;

    /// <summary>The entity's position in ordinal order of names.</summary>
    public int Ordinal { get; } = ordinal;

    /// <summary>Every column-sized field in column order.</summary>
    public required IReadOnlyList<Field> Fields { get; init; }

    /// <summary>The values among the fields, in order.</summary>
    public IReadOnlyList<FieldGroup> Groups { get; init; } = [];

    /// <summary>The members that hold owned rows. Their bits in a <see cref="FieldSet"/> follow those of the fields, and so do their columns in a row.</summary>
    public IReadOnlyList<Children> Children { get; init; } = [];

    /// <summary>How the rows hang on their owner; null for an entity that stands by itself.</summary>
    public OwnedTable? Owned { get; init; }

    /// <summary>The many-to-many references. Their bits in a <see cref="FieldSet"/> follow those of the owned rows.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>How many bits of a <see cref="FieldSet"/> a row's columns have.</summary>
    internal int Positions => Fields.Count + Children.Count;

    /// <summary>The entities whose rows a request can name: behind references and links.</summary>
    internal IEnumerable<EntityTable> Targets => Fields.Where(one => one.Target is not null).Select(one => one.Target!()).Concat(Links.Select(link => link.TargetTable));

    /// <summary>The named constraints of the table that a caller can run into.</summary>
    public IReadOnlyList<Constraint> Constraints { get; init; } = [];

    /// <summary>The states of a row; null for an entity without a lifecycle.</summary>
    public Lifecycle? Lifecycle { get; init; }

    /// <summary>Rows that every tenant has, in order of ranks.</summary>
    public IReadOnlyList<Seed> Seeds { get; init; } = [];

    /// <summary>The row conditions of the capabilities that are about the entity.</summary>
    public IReadOnlyList<RowCondition> Conditions { get; init; } = [];

    /// <summary>The order of lists that ask for none; empty for the newest first.</summary>
    public IReadOnlyList<SortKey> Order { get; init; } = [];

    /// <summary>Whether a delete marks the row: with columns <c>deleted_at</c> and, where the app has members, <c>deleted_by_id</c>.</summary>
    public bool IsSoftDeleted => MarkDeleted is not null;

    // What follows are the heads of statements. AccessPlan ends them with WHERE and RETURNING for what a caller may do and see, once for each set of roles.
    // An owned entity has none: OwnedStatements makes them from its fields.

    /// <summary>A new row, up to its VALUES. $1 tenant (uuid), $2 caller's member (uuid or null), $3 id, then what <c>Bind</c> binds.</summary>
    public string Insert { get; init; } = "";

    /// <summary>
    /// A changed row, up to its SET. $1 tenant, $2 caller, $3 id, $4 version (xid), $5 the low half of the fields given (bigint), then, when there are more than
    /// 63 fields, $6 the high half, then what <c>Bind</c> binds.
    /// </summary>
    public string Update { get; init; } = "";

    /// <summary>A row that is marked as deleted, up to its SET; null for an entity whose rows are gone with the delete. $1 tenant, $2 caller, $3 id, $4 version (xid).</summary>
    public string? MarkDeleted { get; init; }

    /// <summary>A row that is there again, up to its SET; null without <see cref="MarkDeleted"/>. $1 tenant, $2 caller, $3 id.</summary>
    public string? Restore { get; init; }
}
