using System.Globalization;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>The type table: for each kind of field its PostgreSQL type, in the long spelling that Entity Framework compares.</summary>
internal static class StoreTypes
{
    private const int EmailLength = 254;
    private const int UrlLength = 2048;

    /// <summary>A column that no field asks for: what it is of is its own name.</summary>
    public static ColumnModel Own(string name, string type, bool nullable = false) => StoreType.Of(type).Column(name, nullable) with { Origin = name };

    public static ColumnModel Column(string name, FieldType type, FieldConstraints constraints, bool nullable)
    {
        var length = Length(type.Kind, constraints);
        var store = type.Kind switch
        {
            FieldKind.String or FieldKind.Email or FieldKind.Url when length > 0 =>
                "character varying(" + length.ToString(CultureInfo.InvariantCulture) + ")",
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
        return StoreType.Of(store).Column(name, nullable);
    }

    /// <summary>The length that the column's type states; 0 where the type has none.</summary>
    public static int Length(FieldKind kind, FieldConstraints constraints) => kind switch
    {
        FieldKind.String => constraints.MaxLength ?? 0,
        FieldKind.Email => constraints.MaxLength ?? EmailLength,
        FieldKind.Url => constraints.MaxLength ?? UrlLength,
        _ => 0,
    };

    private static string Numeric(FieldType type) =>
        "numeric(" + type.Precision.ToString(CultureInfo.InvariantCulture) + "," + type.Scale.ToString(CultureInfo.InvariantCulture) + ")";
}
