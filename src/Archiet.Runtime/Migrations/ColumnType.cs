using System.Globalization;
using System.Text.Json;

namespace Archiet;

/// <summary>A PostgreSQL type in its long spelling, as Entity Framework sees it.</summary>
/// <param name="Clr">The type of a value.</param>
/// <param name="MaxLength">The length of <c>character varying</c>.</param>
/// <param name="Precision">Digits in all, numeric only.</param>
/// <param name="Scale">Digits after the point, numeric only.</param>
internal sealed record ColumnType(Type Clr, int? MaxLength = null, int? Precision = null, int? Scale = null)
{
    /// <summary>Reads a type.</summary>
    /// <exception cref="ArgumentException">No column has such a type.</exception>
    public static ColumnType Read(string type)
    {
        var open = type.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return new(ClrOf(type));
        }
        var facets = Array.ConvertAll(type[(open + 1)..^1].Split(','), static facet => int.Parse(facet, CultureInfo.InvariantCulture));
        var clr = ClrOf(type[..open]);
        return facets is [var precision, var scale] ? new(clr, Precision: precision, Scale: scale) : new(clr, MaxLength: facets[0]);
    }

    private static Type ClrOf(string type) => type switch
    {
        "uuid" => typeof(Guid),
        "text" or "character varying" => typeof(string),
        "boolean" => typeof(bool),
        "integer" => typeof(int),
        "bigint" => typeof(long),
        "numeric" => typeof(decimal),
        "date" => typeof(DateOnly),
        "time without time zone" => typeof(TimeOnly),
        "timestamp with time zone" => typeof(DateTimeOffset),
        "interval" => typeof(TimeSpan),
        "jsonb" => typeof(JsonElement),
        "bytea" => typeof(byte[]),
        _ => throw new ArgumentException($"No column has the type '{type}'.", nameof(type)),
    };
}
