using System.Text.Json;

namespace Archiet;

/// <summary>Reads the value of one field from a JSON body, strictly; what is wrong becomes a finding at the field's pointer.</summary>
public ref struct FieldReader
{
    /// <summary>Text, an e-mail address or a url, checked by the field's kind, lengths and pattern.</summary>
    public string Text() => throw new NotImplementedException();

    /// <summary>The same, or null.</summary>
    public string? TextOrNull() => throw new NotImplementedException();

    /// <summary>A named scalar type.</summary>
    public T Named<T>() where T : struct, IText<T> => throw new NotImplementedException();

    /// <summary>The same, or null.</summary>
    public T? NamedOrNull<T>() where T : struct, IText<T> => throw new NotImplementedException();

    /// <summary>True or false.</summary>
    public bool Bool() => throw new NotImplementedException();

    /// <summary>The same, or null.</summary>
    public bool? BoolOrNull() => throw new NotImplementedException();

    /// <summary>A whole number of 32 bits.</summary>
    public int Int() => throw new NotImplementedException();

    /// <summary>The same, or null.</summary>
    public int? IntOrNull() => throw new NotImplementedException();

    /// <summary>A whole number of 64 bits.</summary>
    public long Long() => throw new NotImplementedException();

    /// <summary>The same, or null.</summary>
    public long? LongOrNull() => throw new NotImplementedException();

    /// <summary>An exact number within the field's precision and scale.</summary>
    public decimal Decimal() => throw new NotImplementedException();

    /// <summary>The same, or null.</summary>
    public decimal? DecimalOrNull() => throw new NotImplementedException();

    /// <summary>A date, as in 2026-01-31.</summary>
    public DateOnly Date() => throw new NotImplementedException();

    /// <summary>The same, or null.</summary>
    public DateOnly? DateOrNull() => throw new NotImplementedException();

    /// <summary>A time of day, as in 09:30:00.</summary>
    public TimeOnly Time() => throw new NotImplementedException();

    /// <summary>The same, or null.</summary>
    public TimeOnly? TimeOrNull() => throw new NotImplementedException();

    /// <summary>A moment with its offset; kept in UTC, to the microsecond.</summary>
    public DateTimeOffset Timestamp() => throw new NotImplementedException();

    /// <summary>The same, or null.</summary>
    public DateTimeOffset? TimestampOrNull() => throw new NotImplementedException();

    /// <summary>A length of time in ISO 8601 days, hours, minutes and seconds, as in P1DT2H.</summary>
    public TimeSpan Duration() => throw new NotImplementedException();

    /// <summary>The same, or null.</summary>
    public TimeSpan? DurationOrNull() => throw new NotImplementedException();

    /// <summary>A uuid: a reference or a plain one.</summary>
    public Guid Id() => throw new NotImplementedException();

    /// <summary>The same, or null.</summary>
    public Guid? IdOrNull() => throw new NotImplementedException();

    /// <summary>Any JSON, copied.</summary>
    public JsonElement Json() => throw new NotImplementedException();

    /// <summary>The same; JSON null is no value.</summary>
    public JsonElement? JsonOrNull() => throw new NotImplementedException();

    /// <summary>Base64.</summary>
    public byte[] Bytes() => throw new NotImplementedException();

    /// <summary>The same, or null.</summary>
    public byte[]? BytesOrNull() => throw new NotImplementedException();

    /// <summary>The position of an enum member, by its name.</summary>
    public int Choice(Choices choices) => throw new NotImplementedException();

    /// <summary>The same, or null.</summary>
    public int? ChoiceOrNull(Choices choices) => throw new NotImplementedException();
}
