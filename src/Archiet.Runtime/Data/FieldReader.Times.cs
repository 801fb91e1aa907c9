using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Archiet;

/// <summary>Dates and times, from ISO 8601 alone and in no culture but the invariant one.</summary>
public ref partial struct FieldReader
{
    private const int LongestTime = 64;

    /// <summary>A date, as in 2026-01-31.</summary>
    public DateOnly Date() => DateOrNull() ?? default;

    /// <summary>The same, or null.</summary>
    public DateOnly? DateOrNull()
    {
        if (!IsString("a date"))
        {
            return null;
        }
        Span<char> text = stackalloc char[LongestTime];
        if (TryCopy(ref text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return InRange(date.DayNumber) ? date : null;
        }
        Refuse("format", "The field must be a date, as in 2026-01-31.");
        return null;
    }

    /// <summary>A time of day, as in 09:30:00.</summary>
    public TimeOnly Time() => TimeOrNull() ?? default;

    /// <summary>The same, or null.</summary>
    public TimeOnly? TimeOrNull()
    {
        if (!IsString("a time of day"))
        {
            return null;
        }
        Span<char> text = stackalloc char[LongestTime];
        if (TryCopy(ref text) && TimeOnly.TryParseExact(text, "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return InRange(time.Ticks) ? time : null;
        }
        Refuse("format", "The field must be a time of day, as in 09:30:00.");
        return null;
    }

    /// <summary>A moment with its offset; kept in UTC, to the microsecond.</summary>
    public DateTimeOffset Timestamp() => TimestampOrNull() ?? default;

    /// <summary>The same, or null.</summary>
    public DateTimeOffset? TimestampOrNull()
    {
        if (!IsString("a moment"))
        {
            return null;
        }
        Span<char> text = stackalloc char[LongestTime];
        if (TryCopy(ref text) && HasOffset(text) && json.TryGetDateTimeOffset(out var moment))
        {
            var utc = new DateTimeOffset(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
            return InRange(utc.Ticks) ? utc : null;
        }
        Refuse("format", "The field must be a moment with its offset, as in 2026-01-31T09:30:00Z.");
        return null;
    }

    /// <summary>A length of time in ISO 8601 days, hours, minutes and seconds, as in P1DT2H.</summary>
    public TimeSpan Duration() => DurationOrNull() ?? default;

    /// <summary>The same, or null.</summary>
    public TimeSpan? DurationOrNull()
    {
        if (!IsString("a length of time"))
        {
            return null;
        }
        Span<byte> text = stackalloc byte[LongestTime];
        if (TryCopy(ref text) && IsoDuration.TryParse(text, out var value))
        {
            return InRange(value.Ticks) ? value : null;
        }
        Refuse("format", "The field must be a length of time, as in P1DT2H30M.");
        return null;
    }

    /// <summary>A date alone, or a time without an offset, would be read in the server's own zone.</summary>
    private static bool HasOffset(ReadOnlySpan<char> text) => text.Length > 19 && text[10] == 'T' && (text[^1] == 'Z' || text[^6] is '+' or '-');

    private readonly bool TryCopy(ref Span<char> to)
    {
        Span<byte> text = stackalloc byte[LongestTime];
        if (!TryCopy(ref text))
        {
            return false;
        }
        to = to[..text.Length];
        return System.Text.Ascii.ToUtf16(text, to, out _) == OperationStatus.Done;
    }

    /// <summary>Copies the string when it is short and has no escapes: what has is none of the forms above.</summary>
    private readonly bool TryCopy(scoped ref Span<byte> to) =>
        // The bytes as they are: CopyString throws where they are no UTF-8, and then they are no time either.
        !json.ValueIsEscaped && RawValue.TryCopy(in json, ref to);
}
