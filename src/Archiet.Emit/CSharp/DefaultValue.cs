using System.Globalization;
using System.Xml;
using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>A default of the genome, in canonical text, as a C# expression.</summary>
internal static class DefaultValue
{
    public static string Of(FieldModel field, string canonical, TypeNames names) => field.Kind switch
    {
        FieldKind.Bool or FieldKind.Int => canonical,
        FieldKind.Long => canonical + "L",
        FieldKind.Decimal => canonical + "m",
        FieldKind.Enum => Own(field, names) + "." + CSharpText.Identifier(canonical),
        FieldKind.Date => Date(canonical, names),
        FieldKind.Time => Time(canonical, names),
        FieldKind.Timestamp => Timestamp(canonical, names),
        FieldKind.Duration => Duration(canonical, names),
        FieldKind.Uuid => "new " + names["Guid"] + "(" + CSharpText.Literal(canonical) + ")",
        FieldKind.Json => names.Static("JsonElement") + ".Parse(" + CSharpText.Literal(canonical) + ")",
        FieldKind.Bytes => "global::System.Convert.FromBase64String(" + CSharpText.Literal(canonical) + ")",
        _ when field.TypeName is not null => Own(field, names) + ".From(" + CSharpText.Literal(canonical) + ")",
        _ => CSharpText.Literal(canonical),
    };

    // A member that may be null has another type than its namesake, so C# would take the name for the member.
    private static string Own(FieldModel field, TypeNames names) => names.Own(field.TypeName!, field.Required ? field.Member : null);

    public static string Date(string canonical, TypeNames names)
    {
        var date = DateTime.ParseExact(canonical, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return "new " + names["DateOnly"] + "(" + Numbers(date.Year, date.Month, date.Day) + ")";
    }

    public static string Time(string canonical, TypeNames names)
    {
        var time = TimeSpan.ParseExact(canonical, "hh\\:mm\\:ss", CultureInfo.InvariantCulture);
        return "new " + names["TimeOnly"] + "(" + Numbers(time.Hours, time.Minutes, time.Seconds) + ")";
    }

    public static string Timestamp(string canonical, TypeNames names)
    {
        var moment = XmlConvert.ToDateTimeOffset(canonical).ToUniversalTime();
        var whole = "new " + names["DateTimeOffset"] + "("
            + Numbers(moment.Year, moment.Month, moment.Day, moment.Hour, moment.Minute, moment.Second) + ", " + names.Static("TimeSpan") + ".Zero)";
        return Fraction(whole, moment.Ticks);
    }

    public static string Duration(string canonical, TypeNames names)
    {
        var length = XmlConvert.ToTimeSpan(canonical);
        return length.Ticks % TimeSpan.TicksPerSecond == 0
            ? "new " + names["TimeSpan"] + "(" + Numbers(length.Days, length.Hours, length.Minutes, length.Seconds) + ")"
            : "new " + names["TimeSpan"] + "(" + length.Ticks.ToString(CultureInfo.InvariantCulture) + "L)";
    }

    private static string Fraction(string whole, long ticks) => ticks % TimeSpan.TicksPerSecond == 0
        ? whole
        : whole + ".AddTicks(" + (ticks % TimeSpan.TicksPerSecond).ToString(CultureInfo.InvariantCulture) + ")";

    private static string Numbers(params int[] values) => string.Join(", ", values.Select(CSharpText.Number));
}
