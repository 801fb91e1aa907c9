using System.Buffers.Text;
using System.Text.Json;

namespace Archiet;

/// <summary>What a document must be so that <c>jsonb</c> keeps it: PostgreSQL knows neither U+0000 nor half a surrogate pair, and writes numbers out in full.</summary>
internal static class JsonDocumentRules
{
    /// <summary>A greater exponent makes kilobytes of zeros from a few bytes.</summary>
    private const int MaxExponent = 64;

    /// <summary>Walks over the value that the reader stands on; the result says what is wrong with it, or is null.</summary>
    public static string? Broken(ref Utf8JsonReader json)
    {
        var depth = json.CurrentDepth;
        do
        {
            var broken = json.TokenType switch
            {
                JsonTokenType.String or JsonTokenType.PropertyName => BrokenText(ref json),
                JsonTokenType.Number => BrokenNumber(ref json),
                _ => null,
            };
            if (broken is not null)
            {
                return broken;
            }
        }
        while ((json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray || json.CurrentDepth > depth) && json.Read());
        return null;
    }

    private static string? BrokenText(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString()!.Contains('\0', StringComparison.Ordinal) ? "A text in the document contains U+0000." : null;
        }
        catch (InvalidOperationException)
        {
            return "A text in the document is not valid Unicode.";
        }
    }

    private static string? BrokenNumber(ref Utf8JsonReader json)
    {
        Span<byte> text = stackalloc byte[DecimalText.MaxLength];
        if (RawValue.TryCopy(in json, ref text))
        {
            var exponent = text.IndexOfAny((byte)'e', (byte)'E');
            if (exponent < 0 || (Utf8Parser.TryParse(text[(exponent + 1)..], out int power, out _) && Math.Abs((long)power) <= MaxExponent))
            {
                return null;
            }
        }
        return "A number in the document has too many digits.";
    }
}
