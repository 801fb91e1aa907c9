using System.Globalization;

namespace Archiet.Genome.Binding;

/// <summary>Reads scalar values as the genome writes them and gives their canonical text.</summary>
internal static class CanonicalText
{
    private const string TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'";

    private static readonly string[] TimestampFormats =
    [
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFK",
    ];

    /// <summary>The canonical text of a value of a kind, or null where the text is none.</summary>
    public static string? Of(FieldType type, string text) => type.Kind switch
    {
        FieldKind.Bool => text is "true" or "false" ? text : null,
        FieldKind.Int => Whole(text) is { } whole and >= int.MinValue and <= int.MaxValue ? Invariant(whole) : null,
        FieldKind.Long => Whole(text) is { } whole ? Invariant(whole) : null,
        FieldKind.Decimal => Decimal(text, type.Precision, type.Scale),
        FieldKind.Date => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null,
        FieldKind.Time => Time(text),
        FieldKind.Timestamp => Timestamp(text) is { } moment ? moment.UtcDateTime.ToString(TimestampFormat, CultureInfo.InvariantCulture) : null,
        FieldKind.Duration => DurationText.TryParse(text, out var duration) ? DurationText.Format(duration) : null,
        FieldKind.Uuid => Guid.TryParseExact(text, "D", out var uuid) ? uuid.ToString("D") : null,
        FieldKind.Email => IsEmail(text) ? text : null,
        FieldKind.Url => IsUrl(text) ? text : null,
        FieldKind.Bytes => Base64Length(text) >= 0 ? text : null,
        _ => text,
    };

    /// <summary>What a value of a kind looks like, with its article.</summary>
    public static string Describe(FieldType type) => type.Kind switch
    {
        FieldKind.Bool => "true or false",
        FieldKind.Int => "a whole number of 32 bits",
        FieldKind.Long => "a whole number of 64 bits",
        FieldKind.Decimal => $"a number of at most {type.Precision - type.Scale} digits before and {type.Scale} after the point",
        FieldKind.Date => "a date such as 2026-01-31",
        FieldKind.Time => "a time of day such as 17:30:00",
        FieldKind.Timestamp => "a moment with its offset such as 2026-01-31T17:30:00Z",
        FieldKind.Duration => "a duration such as P1DT2H30M",
        FieldKind.Uuid => "a UUID such as 018f6d2e-5b5c-7e1a-9a55-3f2b6f0c1d2e",
        FieldKind.Email => "an e-mail address of at most 254 characters",
        FieldKind.Url => "an absolute http or https address of at most 2,048 characters",
        FieldKind.Bytes => "base64",
        _ => "text (in quotes where it looks like a number or a truth value)",
    };

    /// <summary>Compares two canonical texts of an ordered kind by value.</summary>
    public static int Compare(FieldKind kind, string left, string right) => kind switch
    {
        FieldKind.Date or FieldKind.Time => string.CompareOrdinal(left, right),
        FieldKind.Timestamp => Nullable.Compare(Timestamp(left), Timestamp(right)),
        FieldKind.Duration => DurationText.TryParse(left, out var first) && DurationText.TryParse(right, out var second) ? first.CompareTo(second) : 0,
        _ => Number(left).CompareTo(Number(right)),
    };

    /// <summary>The number of bytes that base64 stands for, or -1.</summary>
    public static int Base64Length(string text)
    {
        if (text.Length % 4 != 0)
        {
            return -1;
        }
        var padding = text.EndsWith("==", StringComparison.Ordinal) ? 2 : text.EndsWith("=", StringComparison.Ordinal) ? 1 : 0;
        for (var i = 0; i < text.Length - padding; i++)
        {
            if (text[i] is not (>= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9' or '+' or '/'))
            {
                return -1;
            }
        }
        return (text.Length / 4 * 3) - padding;
    }

    private static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string? Decimal(string text, int precision, int scale)
    {
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (text.Length > 64 || !decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }
        var canonical = number.ToString("0.############################", CultureInfo.InvariantCulture);
        var digits = canonical.TrimStart('-');
        var point = digits.IndexOf('.');
        var before = point < 0 ? digits.Length : point;
        var after = point < 0 ? 0 : digits.Length - point - 1;
        before = digits[0] == '0' ? 0 : before;
        return before <= precision - scale && after <= scale ? canonical : null;
    }

    private static string? Time(string text)
    {
        var full = text.Length == 5 ? text + ":00" : text;
        return DateTime.TryParseExact(full, "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? full : null;
    }

    private static DateTimeOffset? Timestamp(string text)
    {
        var hasOffset = text.EndsWith("Z", StringComparison.Ordinal) || (text.Length > 6 && text[text.Length - 6] is '+' or '-');
        return hasOffset && DateTimeOffset.TryParseExact(text, TimestampFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;
    }

    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@');
        if (text.Length > 254 || at is < 1 or > 64 || text.IndexOf('@', at + 1) >= 0 || text.Any(static c => c is <= ' ' or > '~'))
        {
            return false;
        }
        var labels = text.Substring(at + 1).Split('.');
        return labels.Length > 1 && labels.All(static label => label.Length > 0 && label.All(static c => char.IsLetterOrDigit(c) || c == '-'));
    }

    private static bool IsUrl(string text) =>
        text.Length <= 2048 && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
