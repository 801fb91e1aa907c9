using System.Globalization;
using System.Text.Json;

namespace Archiet;

/// <summary>Writes the fields of an operation's output, in the forms in which the fields of rows are written.</summary>
public sealed class OutputWriter
{
    private readonly Utf8JsonWriter json;

    internal OutputWriter(Utf8JsonWriter json) => this.json = json;

    /// <summary>Text of any kind, an enum's name included.</summary>
    public OutputWriter Text(ReadOnlySpan<byte> name, string? value)
    {
        json.WriteString(name, value);
        return this;
    }

    /// <summary>True or false.</summary>
    public OutputWriter Bool(ReadOnlySpan<byte> name, bool? value)
    {
        if (Begin(name, value is null))
        {
            json.WriteBooleanValue(value.GetValueOrDefault());
        }
        return this;
    }

    /// <summary>A whole number of 32 bits.</summary>
    public OutputWriter Int(ReadOnlySpan<byte> name, int? value) => Long(name, value);

    /// <summary>A whole number of 64 bits.</summary>
    public OutputWriter Long(ReadOnlySpan<byte> name, long? value)
    {
        if (Begin(name, value is null))
        {
            json.WriteNumberValue(value.GetValueOrDefault());
        }
        return this;
    }

    /// <summary>An exact number.</summary>
    public OutputWriter Decimal(ReadOnlySpan<byte> name, decimal? value)
    {
        if (Begin(name, value is null))
        {
            json.WriteNumberValue(value.GetValueOrDefault());
        }
        return this;
    }

    /// <summary>A date.</summary>
    public OutputWriter Date(ReadOnlySpan<byte> name, DateOnly? value) => Text(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A time of day.</summary>
    public OutputWriter Time(ReadOnlySpan<byte> name, TimeOnly? value) => Text(name, value?.ToString("HH:mm:ss", CultureInfo.InvariantCulture));

    /// <summary>A moment in UTC.</summary>
    public OutputWriter Timestamp(ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (Begin(name, value is null))
        {
            json.WriteStringValue(value.GetValueOrDefault().UtcDateTime);
        }
        return this;
    }

    /// <summary>A length of time.</summary>
    public OutputWriter Duration(ReadOnlySpan<byte> name, TimeSpan? value)
    {
        if (Begin(name, value is null))
        {
            Span<byte> text = stackalloc byte[IsoDuration.MaxLength];
            json.WriteStringValue(text[..IsoDuration.Format(value.GetValueOrDefault(), text)]);
        }
        return this;
    }

    /// <summary>A uuid.</summary>
    public OutputWriter Id(ReadOnlySpan<byte> name, Guid? value)
    {
        if (Begin(name, value is null))
        {
            json.WriteStringValue(value.GetValueOrDefault());
        }
        return this;
    }

    /// <summary>A JSON document.</summary>
    public OutputWriter Json(ReadOnlySpan<byte> name, JsonElement? value)
    {
        if (Begin(name, value is null))
        {
            value.GetValueOrDefault().WriteTo(json);
        }
        return this;
    }

    /// <summary>Bytes, as base64.</summary>
    public OutputWriter Bytes(ReadOnlySpan<byte> name, byte[]? value)
    {
        if (Begin(name, value is null))
        {
            json.WriteBase64StringValue(value);
        }
        return this;
    }

    /// <summary>Writes the name, and null where there is no value; whether there is one.</summary>
    private bool Begin(ReadOnlySpan<byte> name, bool isNull)
    {
        json.WritePropertyName(name);
        if (isNull)
        {
            json.WriteNullValue();
        }
        return !isNull;
    }
}
