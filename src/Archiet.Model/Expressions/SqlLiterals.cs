using System.Globalization;
using System.Xml;
using Archiet.Genome.Expressions;

namespace Archiet.Model.Expressions;

/// <summary>Literals of expressions as those of SQL.</summary>
internal static class SqlLiterals
{
    public static SqlPart Of(Literal literal, SqlNames names) => literal.Type.Kind switch
    {
        ValueKind.Bool => new(literal.Text == "true" ? "TRUE" : "FALSE", SqlStrength.Primary),
        ValueKind.Number => new(literal.Text, literal.Text[0] == '-' ? SqlStrength.Unary : SqlStrength.Primary),
        ValueKind.Enum => new(SqlNames.Text(names.Stored(literal.Type.Name!, literal.Text)), SqlStrength.Primary),
        ValueKind.Date => Typed("DATE", literal),
        ValueKind.Time => Typed("TIME", literal),
        ValueKind.Timestamp => Typed("TIMESTAMPTZ", literal),
        ValueKind.Duration => new(Interval(literal.Text), literal.Text[0] == '-' ? SqlStrength.Unary : SqlStrength.Primary),
        _ => new(SqlNames.Text(literal.Text), SqlStrength.Primary),
    };

    /// <summary>NULL with the type that the value would have.</summary>
    public static SqlPart Null(ExpressionType type)
    {
        var store = type.Kind switch
        {
            ValueKind.Bool => "boolean",
            ValueKind.Number => "numeric",
            ValueKind.Date => "date",
            ValueKind.Time => "time",
            ValueKind.Timestamp => "timestamptz",
            ValueKind.Duration => "interval",
            ValueKind.Uuid or ValueKind.Reference => "uuid",
            ValueKind.Opaque => null,
            _ => "text",
        };
        return new(store is null ? "NULL" : "NULL::" + store, SqlStrength.Primary);
    }

    /// <summary>The days of a duration that stands beside a date.</summary>
    public static string Days(Literal duration)
    {
        var days = (int)XmlConvert.ToTimeSpan(duration.Text).TotalDays;
        return days < 0 ? "(" + days.ToString(CultureInfo.InvariantCulture) + ")" : days.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A duration in its canonical text; PostgreSQL does not read the sign before its P.</summary>
    public static string Interval(string duration) =>
        duration[0] == '-' ? "-INTERVAL " + SqlNames.Text(duration.Substring(1)) : "INTERVAL " + SqlNames.Text(duration);

    private static SqlPart Typed(string type, Literal literal) => new(type + " " + SqlNames.Text(literal.Text), SqlStrength.Primary);
}
