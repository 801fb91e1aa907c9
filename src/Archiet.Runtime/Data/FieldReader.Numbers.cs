using System.Text.Json;

namespace Archiet;

/// <summary>Numbers.</summary>
public ref partial struct FieldReader
{
    /// <summary>A whole number of 32 bits.</summary>
    public int Int() => IntOrNull() ?? 0;

    /// <summary>The same, or null.</summary>
    public int? IntOrNull()
    {
        if (!IsNumber("a whole number"))
        {
            return null;
        }
        if (json.TryGetInt32(out var value))
        {
            return InRange(value) ? value : null;
        }
        if (Whole() is >= int.MinValue and <= int.MaxValue and { } whole)
        {
            return InRange(whole) ? (int)whole : null;
        }
        Refuse("range", "The field must be a whole number of 32 bits.");
        return null;
    }

    /// <summary>A whole number of 64 bits.</summary>
    public long Long() => LongOrNull() ?? 0;

    /// <summary>The same, or null.</summary>
    public long? LongOrNull()
    {
        if (!IsNumber("a whole number"))
        {
            return null;
        }
        if (json.TryGetInt64(out var value))
        {
            return InRange(value) ? value : null;
        }
        if (Whole() is >= long.MinValue and <= long.MaxValue and { } whole)
        {
            return InRange(whole) ? (long)whole : null;
        }
        Refuse("range", "The field must be a whole number of 64 bits.");
        return null;
    }

    /// <summary>An exact number within the field's precision and scale.</summary>
    public decimal Decimal() => DecimalOrNull() ?? 0;

    /// <summary>The same, or null.</summary>
    public decimal? DecimalOrNull()
    {
        if (!IsNumber("a number"))
        {
            return null;
        }
        Span<byte> text = stackalloc byte[DecimalText.MaxLength];
        if (RawValue.TryCopy(in json, ref text) && DecimalText.Fits(text, target.Precision, target.Scale) && json.TryGetDecimal(out var value))
        {
            return InRange(value) ? value : null;
        }
        Refuse("precision", target.PrecisionMessage);
        return null;
    }

    /// <summary>A whole number that is written with a point or an exponent, as in <c>5.0</c> or <c>1e2</c>: JSON Schema counts it among the integers, and so does the document of the API.</summary>
    private readonly decimal? Whole()
    {
        const int digitsOfLong = 19;
        Span<byte> text = stackalloc byte[DecimalText.MaxLength];
        return RawValue.TryCopy(in json, ref text) && DecimalText.Fits(text, digitsOfLong, 0) && json.TryGetDecimal(out var value) ? value : null;
    }

    private bool IsNumber(string what)
    {
        if (json.TokenType == JsonTokenType.Number)
        {
            return true;
        }
        if (json.TokenType != JsonTokenType.Null)
        {
            Refuse("type", $"The field must be {what}.");
        }
        return false;
    }

    private bool InRange(decimal value)
    {
        if (target is { Minimum: null, Maximum: null } || target.Bounds.Hold(value))
        {
            return true;
        }
        Refuse("range", target.Bounds.Message);
        return false;
    }
}
