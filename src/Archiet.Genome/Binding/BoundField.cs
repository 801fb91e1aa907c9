namespace Archiet.Genome.Binding;

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
    /// <summary>What kind of data the field holds: its own words and those of its named type.</summary>
    public Classification Classification { get; init; }

    /// <summary>Whether the value is given when the row is made and never changes.</summary>
    public bool WriteOnce { get; init; }

    /// <summary>What the value follows from, or null where it is given.</summary>
    public BoundComputed? Computed { get; init; }

    /// <summary>The name that it had before, or null: its column and what is in it go on under the new one.</summary>
    public string? Was { get; init; }

    /// <summary>Whether only its column is left, for the release before. <see cref="Required"/> then says what it was; the column takes NULL.</summary>
    public bool IsRetired { get; init; }

    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }

    /// <summary>Whether only the server sets the field: a request that carries it is refused. A computed field is refused too, and is not meant here.</summary>
    public bool IsServerSet => OnCreate != ServerValue.None || OnUpdate != ServerValue.None;
}

/// <summary>What a computed field follows from.</summary>
/// <param name="Value">An expression over the row; over its owned children and references too where it is not stored.</param>
/// <param name="Stored">Whether the database stores the value in a generated column; else it is computed when the row is read.</param>
public sealed record BoundComputed(BoundCheck Value, bool Stored);

/// <summary>What kind of data a field holds. Nothing classified is ever in a log line or a message.</summary>
[Flags]
public enum Classification
{
    /// <summary>Nothing was said.</summary>
    None = 0,

    /// <summary>Says something about a person.</summary>
    Personal = 1,

    /// <summary>Personal data of a special category: health, beliefs, origin.</summary>
    Sensitive = 2,

    /// <summary>Protected health information.</summary>
    Phi = 4,

    /// <summary>Says something about money of a person or a firm.</summary>
    Financial = 8,

    /// <summary>Is written and never read: a password, a token, a key.</summary>
    Secret = 16,
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
