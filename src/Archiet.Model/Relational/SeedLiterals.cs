using System.Globalization;
using System.Text;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>Values in canonical text as SQL.</summary>
internal static class SeedLiterals
{
    /// <summary>A value of a kind; that of an enum by its stored name.</summary>
    public static string Of(FieldKind kind, string value) => kind switch
    {
        FieldKind.Bool => value == "true" ? "TRUE" : "FALSE",
        FieldKind.Int or FieldKind.Long or FieldKind.Decimal => value,
        FieldKind.Date => "DATE " + Text(value),
        FieldKind.Time => "TIME " + Text(value),
        FieldKind.Timestamp => "TIMESTAMPTZ " + Text(value),
        FieldKind.Duration => Expressions.SqlLiterals.Interval(value),
        FieldKind.Uuid => "UUID " + Text(value),
        FieldKind.Json => "JSONB " + Text(value),
        FieldKind.Bytes => "decode(" + Text(value) + ", 'base64')",
        _ => Text(value),
    };

    /// <summary>The id that a seed row has in the tenant $1.</summary>
    public static string Id(string entity, string key) => "archiet.seed_id($1, " + Text(entity) + ", " + Text(key) + ")";

    // On one line, and free of what ends a raw literal of C#, whatever the genome holds.
    private static string Text(string value)
    {
        var hasQuotes = value.IndexOf("\"\"\"", StringComparison.Ordinal) >= 0;
        if (!hasQuotes && !value.Any(IsUnsafe))
        {
            return "'" + value.Replace("'", "''") + "'";
        }
        var text = new StringBuilder("E'");
        foreach (var c in value)
        {
            if (IsUnsafe(c) || (hasQuotes && c == '"'))
            {
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(c switch { '\'' => "''", '\\' => "\\\\", _ => c.ToString() });
            }
        }
        return text.Append('\'').ToString();
    }

    private static bool IsUnsafe(char c) => JsonLiteral.NeedsEscape(c) && !char.IsSurrogate(c);
}
