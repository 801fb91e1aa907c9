using System.Globalization;
using System.Text.RegularExpressions;

namespace Archiet.Conformance.OpenApi;

/// <summary>The formats of texts that generated apps use.</summary>
internal static partial class TextFormats
{
    /// <summary>Whether a text is of a format. A format that is not known fits nothing: then either the document or this list is wrong.</summary>
    public static bool Fits(string format, string text) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "time" => Time().IsMatch(text),
        "date-time" => Timestamp().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _),
        "duration" => Duration().IsMatch(text),
        "email" => Email().IsMatch(text),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "decimal" => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        "byte" => Convert.TryFromBase64String(text, new byte[text.Length], out _),
        "password" => true,
        _ => false,
    };

    [GeneratedRegex(@"^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?$")]
    private static partial Regex Time();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"^-?P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$")]
    private static partial Regex Duration();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+$")]
    private static partial Regex Email();
}
