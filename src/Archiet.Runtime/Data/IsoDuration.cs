using System.Buffers.Text;

namespace Archiet;

/// <summary>Lengths of time in ISO 8601: days, hours, minutes and seconds. Years and months have no length and are refused.</summary>
internal static class IsoDuration
{
    /// <summary>The longest text that <see cref="Format"/> makes.</summary>
    public const int MaxLength = 48;

    private const long Second = TimeSpan.TicksPerSecond;

    /// <summary>Reads <c>P1DT2H3M4.5S</c>, with a sign before it or none; to the microsecond.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out TimeSpan value)
    {
        value = default;
        var negative = text.StartsWith("-"u8);
        text = negative ? text[1..] : text;
        if (!text.StartsWith("P"u8) || text.Length < 3)
        {
            return false;
        }
        text = text[1..];
        var ticks = decimal.Zero;
        if (TryTake(ref text, (byte)'D', out var days))
        {
            ticks += days * TimeSpan.TicksPerDay;
        }
        if (text.StartsWith("T"u8))
        {
            text = text[1..];
            if (text.IsEmpty)
            {
                return false;
            }
            ticks += TryTake(ref text, (byte)'H', out var hours) ? hours * TimeSpan.TicksPerHour : 0;
            ticks += TryTake(ref text, (byte)'M', out var minutes) ? minutes * TimeSpan.TicksPerMinute : 0;
            ticks += TryTakeSeconds(ref text, out var seconds) ? seconds : 0;
        }
        if (!text.IsEmpty || ticks > TimeSpan.MaxValue.Ticks)
        {
            return false;
        }
        value = TimeSpan.FromTicks(negative ? -(long)ticks : (long)ticks);
        return true;
    }

    /// <summary>Writes the shortest form; the result says how many bytes.</summary>
    public static int Format(TimeSpan value, Span<byte> to)
    {
        var at = 0;
        var ticks = value.Ticks;
        if (ticks < 0)
        {
            to[at++] = (byte)'-';
        }
        var left = ticks < 0 ? (ulong)-(ticks + 1) + 1 : (ulong)ticks;
        to[at++] = (byte)'P';
        Put(ref left, TimeSpan.TicksPerDay, (byte)'D', to, ref at);
        if (left == 0 && to[at - 1] != 'P')
        {
            return at;
        }
        to[at++] = (byte)'T';
        Put(ref left, TimeSpan.TicksPerHour, (byte)'H', to, ref at);
        Put(ref left, TimeSpan.TicksPerMinute, (byte)'M', to, ref at);
        if (left > 0 || to[at - 1] == 'T')
        {
            PutSeconds(left, to, ref at);
        }
        return at;
    }

    private static bool TryTake(ref ReadOnlySpan<byte> text, byte unit, out decimal count)
    {
        if (Utf8Parser.TryParse(text, out uint whole, out var length) && length < text.Length && text[length] == unit && IsDigit(text[0]))
        {
            count = whole;
            text = text[(length + 1)..];
            return true;
        }
        count = 0;
        return false;
    }

    private static bool TryTakeSeconds(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty || text[^1] != 'S' || !IsDigit(text[0]) || !IsDigit(text[^2]) || text.Length > 20 || text.ContainsAny((byte)'e', (byte)'E'))
        {
            return false;
        }
        if (!Utf8Parser.TryParse(text[..^1], out decimal seconds, out var length) || length != text.Length - 1 || seconds > uint.MaxValue)
        {
            return false;
        }
        ticks = (long)(seconds * 1_000_000) * (Second / 1_000_000);
        text = default;
        return true;
    }

    private static void Put(ref ulong left, long size, byte unit, Span<byte> to, ref int at)
    {
        var count = left / (ulong)size;
        left %= (ulong)size;
        if (count > 0)
        {
            Utf8Formatter.TryFormat(count, to[at..], out var length);
            at += length;
            to[at++] = unit;
        }
    }

    private static void PutSeconds(ulong ticks, Span<byte> to, ref int at)
    {
        Utf8Formatter.TryFormat(ticks / (ulong)Second, to[at..], out var length);
        at += length;
        var fraction = ticks % (ulong)Second;
        if (fraction > 0)
        {
            to[at++] = (byte)'.';
            Utf8Formatter.TryFormat(fraction, to[at..], out length, new('D', 7));
            at += to.Slice(at, length).TrimEnd((byte)'0').Length;
        }
        to[at++] = (byte)'S';
    }

    private static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';
}
