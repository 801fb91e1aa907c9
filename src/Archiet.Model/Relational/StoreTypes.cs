using System.Globalization;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>The type table: for each kind of field its PostgreSQL type, in the long spelling that Entity Framework compares.</summary>
internal static class StoreTypes
{
    private const int EmailLength = 254;
    private const int UrlLength = 2048;

    /// <summary>The key of every table: one value, whatever the table.</summary>
    public static ColumnModel TenantId { get; } = Own("tenant_id", "uuid");

    /// <summary>What tells the rows of a tenant apart.</summary>
    public static ColumnModel Id { get; } = Own("id", "uuid");

    /// <summary>A column that no field asks for: what it is of is its own name.</summary>
    public static ColumnModel Own(string name, string type, bool nullable = false) => new(name, type, nullable) { Origin = name };

    /// <summary>The column of a field.</summary>
    /// <param name="name">The column.</param>
    /// <param name="field">The field.</param>
    /// <param name="nullable">Whether it takes NULL.</param>
    /// <param name="origin">The path of the field.</param>
    /// <param name="value">Its default as SQL, or null.</param>
    public static ColumnModel Column(string name, BoundField field, bool nullable, string origin, string? value)
    {
        var type = field.Type;
        var length = Length(type.Kind, field.Constraints);
        var (precision, scale) = type.Kind == FieldKind.Decimal ? (type.Precision, type.Scale) : (0, 0);
        return new ColumnModel(name, Text(type, length), nullable, length, precision, scale)
        {
            Origin = origin,
            Default = value,
            Enum = type.Kind == FieldKind.Enum ? type.Name : null,
        };
    }

    /// <summary>The length that the column's type states; 0 where the type has none.</summary>
    private static int Length(FieldKind kind, FieldConstraints constraints) => kind switch
    {
        FieldKind.String => constraints.MaxLength ?? 0,
        FieldKind.Email => constraints.MaxLength ?? EmailLength,
        FieldKind.Url => constraints.MaxLength ?? UrlLength,
        _ => 0,
    };

    private static string Text(FieldType type, int length) => type.Kind switch
    {
        FieldKind.String or FieldKind.Email or FieldKind.Url when length > 0 => "character varying(" + length.ToString(CultureInfo.InvariantCulture) + ")",
        FieldKind.String or FieldKind.Email or FieldKind.Url or FieldKind.Text or FieldKind.Enum => "text",
        FieldKind.Bool => "boolean",
        FieldKind.Int => "integer",
        FieldKind.Long => "bigint",
        FieldKind.Decimal => Numeric(type),
        FieldKind.Date => "date",
        FieldKind.Time => "time without time zone",
        FieldKind.Timestamp => "timestamp with time zone",
        FieldKind.Duration => "interval",
        FieldKind.Uuid or FieldKind.Reference => "uuid",
        FieldKind.Json => "jsonb",
        FieldKind.Bytes => "bytea",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, "A value has no column of its own."),
    };

    private static string Numeric(FieldType type) =>
        "numeric(" + type.Precision.ToString(CultureInfo.InvariantCulture) + "," + type.Scale.ToString(CultureInfo.InvariantCulture) + ")";
}
