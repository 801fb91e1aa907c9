using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Archiet;

/// <summary>
/// Which field of a saved row has a value that its column does not take. PostgreSQL names a constraint that a row breaks; of a text that is too long, and of a
/// number with too many digits, it says neither where it was nor which one.
/// </summary>
internal static class RefusedValue
{
    /// <summary>The field, as the constraint that it would be; null where no field of the genome explains the error.</summary>
    public static (EntityTable Table, Constraint Constraint)? Of(DbUpdateException error, PostgresException cause, EntityTables tables)
    {
        foreach (var entry in error.Entries)
        {
            if (tables.OfName(entry.Metadata.GetTableName()) is { } table && Find(entry, table, cause) is { } found)
            {
                return (table, found);
            }
        }
        return null;
    }

    private static Constraint? Find(EntityEntry entry, EntityTable table, PostgresException cause)
    {
        var columns = entry.Metadata.GetFlattenedProperties().ToDictionary(property => property.GetColumnName(), StringComparer.Ordinal);
        for (var at = 0; at < table.Fields.Count; at++)
        {
            var field = table.Fields[at];
            if (columns.TryGetValue(field.Column, out var property) && FaultOf(field, ValueOf(entry, property), cause) is var (code, message))
            {
                return new("", code, FieldSet.Of(at), message);
            }
        }
        return null;
    }

    /// <summary>The value as the column has it: of a named text the text.</summary>
    private static object? ValueOf(EntityEntry entry, IProperty property)
    {
        var value = entry.CurrentValues[property];
        return property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }

    private static (string Code, string Message)? FaultOf(Field field, object? value, PostgresException cause) => (cause.SqlState, value) switch
    {
        (PostgresErrorCodes.StringDataRightTruncation, string text) when !field.TextRule.FitsLength(text) => ("length", field.LengthMessage("characters")),
        (PostgresErrorCodes.NumericValueOutOfRange, decimal number) when !FitsDigits(number, field) => ("precision", field.PrecisionMessage),
        (PostgresErrorCodes.CharacterNotInRepertoire, string text) when text.Contains('\0', StringComparison.Ordinal) => ("text", "The field must not contain U+0000."),
        (PostgresErrorCodes.NotNullViolation, null) when field.Column == cause.ColumnName => ("required", "The field must have a value."),
        _ => null,
    };

    /// <summary>Whether PostgreSQL, which rounds to the digits behind the point, has room for those before it.</summary>
    private static bool FitsDigits(decimal number, Field field)
    {
        var room = decimal.Abs(decimal.Round(number, field.Scale, MidpointRounding.AwayFromZero));
        for (var digits = field.Precision - field.Scale; digits > 0; digits--)
        {
            room /= 10;
        }
        return field.Precision == 0 || room < 1;
    }
}
