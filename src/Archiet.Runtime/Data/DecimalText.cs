using System.Buffers.Text;

namespace Archiet;

/// <summary>Counts the digits of a JSON number as it is written, because parsing rounds what does not fit without a word.</summary>
internal static class DecimalText
{
    /// <summary>More than any number that fits needs.</summary>
    public const int MaxLength = 64;

    /// <summary>Whether a number has at most <paramref name="precision"/> digits, <paramref name="scale"/> of them after the point, zeros at the ends aside.</summary>
    public static bool Fits(ReadOnlySpan<byte> number, int precision, int scale)
    {
        number = number.StartsWith("-"u8) ? number[1..] : number;
        var exponent = 0;
        if (number.IndexOfAny((byte)'e', (byte)'E') is var at and >= 0)
        {
            if (!Utf8Parser.TryParse(number[(at + 1)..], out exponent, out _) || Math.Abs(exponent) > MaxLength)
            {
                return false;
            }
            number = number[..at];
        }
        Span<byte> digits = stackalloc byte[MaxLength];
        var whole = number.IndexOf((byte)'.');
        whole = whole < 0 ? number.Length : whole;
        number[..whole].CopyTo(digits);
        var length = whole;
        if (whole < number.Length)
        {
            number[(whole + 1)..].CopyTo(digits[whole..]);
            length = number.Length - 1;
        }
        digits = digits[..length];
        var significant = digits.TrimStart((byte)'0');
        var before = whole + exponent - (digits.Length - significant.Length);
        significant = significant.TrimEnd((byte)'0');
        return significant.IsEmpty || (before <= precision - scale && significant.Length - before <= scale);
    }
}
