using Archiet.Genome.Binding;

namespace Archiet.Genome.Expressions;

/// <summary>What kind of value an expression has.</summary>
public enum ValueKind
{
    /// <summary>True, false or unknown.</summary>
    Bool,

    /// <summary>An exact number: whole where its scale is 0.</summary>
    Number,

    /// <summary>Text: fields of type string, text, email and url, and of the named types that are based on one of them.</summary>
    Text,

    /// <summary>A member of an enum.</summary>
    Enum,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A moment.</summary>
    Timestamp,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A UUID that is no reference.</summary>
    Uuid,

    /// <summary>A row of an entity. Two of them are equal when they are the same row.</summary>
    Reference,

    /// <summary>What can only be asked whether it is missing: json, bytes, and a value as a whole.</summary>
    Opaque,

    /// <summary>The owned children of a row.</summary>
    Rows,
}

/// <summary>The type of an expression.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">The enum, the entity of a reference or of rows, the named type behind a text, or the value; else null.</param>
/// <param name="Precision">Numbers only: the most digits in all.</param>
/// <param name="Scale">Numbers only: the most digits after the point.</param>
public sealed record ExpressionType(ValueKind Kind, string? Name = null, int Precision = 0, int Scale = 0)
{
    /// <summary>The most digits that a number may have: what a decimal of .NET holds exactly.</summary>
    public const int MostDigits = 28;

    /// <summary>True or false.</summary>
    public static ExpressionType Bool { get; } = new(ValueKind.Bool);

    /// <summary>Text.</summary>
    public static ExpressionType Text { get; } = new(ValueKind.Text);

    /// <summary>A calendar date.</summary>
    public static ExpressionType Date { get; } = new(ValueKind.Date);

    /// <summary>A time of day.</summary>
    public static ExpressionType Time { get; } = new(ValueKind.Time);

    /// <summary>A moment.</summary>
    public static ExpressionType Timestamp { get; } = new(ValueKind.Timestamp);

    /// <summary>A length of time.</summary>
    public static ExpressionType Duration { get; } = new(ValueKind.Duration);

    /// <summary>A UUID.</summary>
    public static ExpressionType Uuid { get; } = new(ValueKind.Uuid);

    /// <summary>Whether it is a number without digits after the point.</summary>
    public bool IsWhole => Kind == ValueKind.Number && Scale == 0;

    /// <summary>Digits before the point that a number may have.</summary>
    public int WholeDigits => Precision - Scale;

    /// <summary>Whether two values of the type can be put in order.</summary>
    public bool IsOrdered => Kind is ValueKind.Number or ValueKind.Date or ValueKind.Time or ValueKind.Timestamp or ValueKind.Duration;

    /// <summary>A number by its digits before and after the point.</summary>
    public static ExpressionType Number(int wholeDigits, int scale) => new(ValueKind.Number, null, wholeDigits + scale, scale);

    /// <summary>A row of an entity.</summary>
    public static ExpressionType Reference(string entity) => new(ValueKind.Reference, entity);

    /// <summary>The type of a field's value.</summary>
    public static ExpressionType Of(FieldType type) => type.Kind switch
    {
        FieldKind.Bool => Bool,
        FieldKind.Int => Number(10, 0),
        FieldKind.Long => Number(19, 0),
        FieldKind.Decimal => Number(type.Precision - type.Scale, type.Scale),
        FieldKind.Date => Date,
        FieldKind.Time => Time,
        FieldKind.Timestamp => Timestamp,
        FieldKind.Duration => Duration,
        FieldKind.Uuid => Uuid,
        FieldKind.Enum => new(ValueKind.Enum, type.Name),
        FieldKind.Reference => new(ValueKind.Reference, type.Name),
        FieldKind.Json or FieldKind.Bytes => new(ValueKind.Opaque),
        FieldKind.Value => new(ValueKind.Opaque, type.Name),
        _ => type.Name is null ? Text : new(ValueKind.Text, type.Name),
    };
}
