using System.Globalization;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>A check of one field.</summary>
internal sealed record FieldCheck(string Suffix, string Sql, string Code, string Message);

/// <summary>What the database checks of a field by itself. Patterns are not among it: its regular expressions are another dialect.</summary>
internal static class FieldChecks
{
    public static IEnumerable<FieldCheck> Of(FieldModel field, OutlineIndex index)
    {
        var column = Quote(field.Column);
        if (field.Kind == FieldKind.Enum)
        {
            var names = index.Enum(field.TypeName!).Members.Select(member => member.Stored).ToList();
            yield return new FieldCheck(
                "", column + " IN (" + string.Join(", ", names.Select(Literal)) + ")", "choice", "The value must be one of " + string.Join(", ", names) + ".");
        }
        if (Length(field, column) is { } length)
        {
            yield return length;
        }
        if (Range(field, column) is { } range)
        {
            yield return range;
        }
    }

    /// <summary>All columns of an optional value NULL together, or all its required ones set.</summary>
    public static string WholeOrAbsent(IReadOnlyList<FieldModel> parts) =>
        "(" + string.Join(" AND ", parts.Select(part => Quote(part.Column) + " IS NULL"))
        + ") OR (" + string.Join(" AND ", parts.Where(part => part.Required).Select(part => Quote(part.Column) + " IS NOT NULL")) + ")";

    private static FieldCheck? Length(FieldModel field, string column)
    {
        // A column type with a length says the greatest itself.
        var (least, greatest) = (field.Constraints.MinLength is > 0 ? field.Constraints.MinLength : null, field.Store.MaxLength == 0 ? field.Constraints.MaxLength : null);
        if (least is null && greatest is null)
        {
            return null;
        }
        var measure = (field.Kind == FieldKind.Bytes ? "octet_length(" : "char_length(") + column + ")";
        var unit = field.Kind == FieldKind.Bytes ? " bytes" : " characters";
        return Bounds("_length", measure, Text(least), Text(greatest), "length", unit, field.Kind);

        static string? Text(int? value) => value?.ToString(CultureInfo.InvariantCulture);
    }

    private static FieldCheck? Range(FieldModel field, string column) => field.Constraints is { Minimum: null, Maximum: null }
        ? null
        : Bounds("_range", column, field.Constraints.Minimum, field.Constraints.Maximum, "range", "", field.Kind);

    private static FieldCheck Bounds(string suffix, string measure, string? least, string? greatest, string code, string unit, FieldKind kind)
    {
        var sql = new List<string>();
        var words = new List<string>();
        if (least is not null)
        {
            sql.Add(measure + " >= " + Value(least));
            words.Add("at least " + least);
        }
        if (greatest is not null)
        {
            sql.Add(measure + " <= " + Value(greatest));
            words.Add("at most " + greatest);
        }
        return new FieldCheck(suffix, string.Join(" AND ", sql), code, Message());

        string Message() => unit.Length > 0 && least == "1" && greatest is null
            ? "The value must not be empty."
            : "The value must " + (unit.Length > 0 ? "have " : "be ") + string.Join(" and ", words) + unit + ".";

        string Value(string text) => code == "length" ? text : kind switch
        {
            FieldKind.Date => "DATE " + Literal(text),
            FieldKind.Time => "TIME " + Literal(text),
            FieldKind.Timestamp => "TIMESTAMPTZ " + Literal(text),
            FieldKind.Duration => Expressions.SqlLiterals.Interval(text),
            _ => text,
        };
    }

    private static string Quote(string identifier) => "\"" + identifier + "\"";

    private static string Literal(string text) => "'" + text.Replace("'", "''") + "'";
}
