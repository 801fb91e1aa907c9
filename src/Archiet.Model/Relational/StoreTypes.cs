using System.Globalization;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>The type table: for each kind of field its PostgreSQL type, in the long spelling that Entity Framework compares, and the C# type a migration names.</summary>
internal static class StoreTypes
{
    private const int EmailLength = 254;
    private const int UrlLength = 2048;

    public static ColumnModel Column(string name, FieldType type, FieldConstraints constraints, bool nullable)
    {
        var length = Length(type.Kind, constraints);
        var (store, clr) = type.Kind switch
        {
            FieldKind.String or FieldKind.Email or FieldKind.Url when length > 0 =>
                ("character varying(" + length.ToString(CultureInfo.InvariantCulture) + ")", "string"),
            FieldKind.String or FieldKind.Email or FieldKind.Url or FieldKind.Text or FieldKind.Enum => ("text", "string"),
            FieldKind.Bool => ("boolean", "bool"),
            FieldKind.Int => ("integer", "int"),
            FieldKind.Long => ("bigint", "long"),
            FieldKind.Decimal => (Numeric(type), "decimal"),
            FieldKind.Date => ("date", "DateOnly"),
            FieldKind.Time => ("time without time zone", "TimeOnly"),
            FieldKind.Timestamp => ("timestamp with time zone", "DateTimeOffset"),
            FieldKind.Duration => ("interval", "TimeSpan"),
            FieldKind.Uuid or FieldKind.Reference => ("uuid", "Guid"),
            FieldKind.Json => ("jsonb", "JsonElement"),
            FieldKind.Bytes => ("bytea", "byte[]"),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, "A value has no column of its own."),
        };
        return new ColumnModel(name, store, clr, nullable, length, type.Precision, type.Scale);
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
