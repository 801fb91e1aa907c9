using System.Globalization;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>A check of one field.</summary>
internal sealed record FieldCheck(string Suffix, string Sql, string Code, string Message);

/// <summary>The members of an enum as a check has them, and as a sentence: the same for each of its fields.</summary>
internal sealed record EnumChoices(string Sql, string Message);

/// <summary>What the database checks of a field by itself. Patterns are not among it: its regular expressions are another dialect.</summary>
internal static class FieldChecks
{
    /// <summary>That an enum's field holds one of its members; null for other fields.</summary>
    public static FieldCheck? Choice(FieldModel field, OutlineIndex index)
    {
        if (field.Kind != FieldKind.Enum)
        {
            return null;
        }
        var choices = index.Choices(field.TypeName!);
        return new FieldCheck("", Quote(field.Column) + choices.Sql, "choice", choices.Message);
    }

    /// <summary>What there is to choose from in an enum's field, behind its column and in words.</summary>
    public static EnumChoices Choices(EnumModel value)
    {
        var names = value.Members.Select(static member => member.Name).ToList();
        return new(" IN (" + string.Join(", ", names.Select(Literal)) + ")", "The value must be one of " + string.Join(", ", names) + ".");
    }

    /// <summary>How long a value may be; null where nothing is said, or the column's type says it.</summary>
    public static FieldCheck? Length(FieldModel field)
    {
        // A column type with a length says the greatest itself.
        var (least, greatest) = (field.Constraints.MinLength is > 0 ? field.Constraints.MinLength : null, field.Store.MaxLength == 0 ? field.Constraints.MaxLength : null);
        if (least is null && greatest is null)
        {
            return null;
        }
        var measure = (field.Kind == FieldKind.Bytes ? "octet_length(" : "char_length(") + Quote(field.Column) + ")";
        var unit = field.Kind == FieldKind.Bytes ? " bytes" : " characters";
        return Bounds("_length", measure, Text(least), Text(greatest), "length", unit, field.Kind);

        static string? Text(int? value) => value?.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Between what a value is; null where nothing is said.</summary>
    public static FieldCheck? Range(FieldModel field) => field.Constraints is { Minimum: null, Maximum: null }
        ? null
        : Bounds("_range", Quote(field.Column), field.Constraints.Minimum, field.Constraints.Maximum, "range", "", field.Kind);

    /// <summary>All columns of an optional value NULL together, or all its required ones set.</summary>
    public static string WholeOrAbsent(IReadOnlyList<FieldModel> parts) =>
        "(" + string.Join(" AND ", parts.Select(part => Quote(part.Column) + " IS NULL"))
        + ") OR (" + string.Join(" AND ", parts.Where(part => part.Required).Select(part => Quote(part.Column) + " IS NOT NULL")) + ")";

    private static FieldCheck Bounds(string suffix, string measure, string? least, string? greatest, string code, string unit, FieldKind kind)
    {
        var (sql, words) = (least, greatest) switch
        {
            (null, { } most) => (AtMost(most), "at most " + most),
            ({ } fewest, null) => (AtLeast(fewest), "at least " + fewest),
            _ => (AtLeast(least!) + " AND " + AtMost(greatest!), "at least " + least + " and at most " + greatest),
        };
        return new FieldCheck(suffix, sql, code, unit.Length > 0 && least == "1" && greatest is null
            ? "The value must not be empty."
            : "The value must " + (unit.Length > 0 ? "have " : "be ") + words + unit + ".");

        string AtLeast(string value) => measure + " >= " + Value(value);

        string AtMost(string value) => measure + " <= " + Value(value);

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
