using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;

namespace Archiet;

/// <summary>Copies rows from the database's reader to JSON, UTF-8 to UTF-8. The calls follow column order.</summary>
public sealed class RowWriter : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> buffer = new(16 * 1024);
    private readonly Utf8JsonWriter json;
    private byte[] scratch = new byte[1024];
    private NpgsqlDataReader? rows;
    private int firstField;
    private int column;
    private FieldSet visible;
    private int? skippedTo;

    internal RowWriter() => json = new(buffer, Options);

    /// <summary>What is written around the rows.</summary>
    internal Utf8JsonWriter Around => json;

    /// <summary>The id of the last row.</summary>
    internal Guid RowId { get; private set; }

    /// <summary>The version of the last row.</summary>
    internal uint RowVersion { get; private set; }

    /// <summary>How many bytes are written.</summary>
    internal long Length => json.BytesCommitted + json.BytesPending;

    /// <summary>How many bytes the writer keeps for its next use.</summary>
    internal int Capacity => buffer.Capacity + scratch.Length;

    /// <summary>Everything that is written.</summary>
    internal ReadOnlyMemory<byte> Written
    {
        get
        {
            json.Flush();
            return buffer.WrittenMemory;
        }
    }

    private NpgsqlDataReader Rows => rows ?? throw new InvalidOperationException("There is no row to write.");

    /// <summary>Text of any kind, an enum's name included.</summary>
    public RowWriter Text(ReadOnlySpan<byte> name)
    {
        if (Next(name) is var at and >= 0)
        {
            json.WriteStringValue(Utf8(at));
        }
        return this;
    }

    /// <summary>True or false.</summary>
    public RowWriter Bool(ReadOnlySpan<byte> name)
    {
        if (Next(name) is var at and >= 0)
        {
            json.WriteBooleanValue(Rows.GetBoolean(at));
        }
        return this;
    }

    /// <summary>A whole number of 32 bits.</summary>
    public RowWriter Int(ReadOnlySpan<byte> name)
    {
        if (Next(name) is var at and >= 0)
        {
            json.WriteNumberValue(Rows.GetInt32(at));
        }
        return this;
    }

    /// <summary>A whole number of 64 bits.</summary>
    public RowWriter Long(ReadOnlySpan<byte> name)
    {
        if (Next(name) is var at and >= 0)
        {
            json.WriteNumberValue(Rows.GetInt64(at));
        }
        return this;
    }

    /// <summary>An exact number.</summary>
    public RowWriter Decimal(ReadOnlySpan<byte> name)
    {
        if (Next(name) is var at and >= 0)
        {
            json.WriteNumberValue(Rows.GetDecimal(at));
        }
        return this;
    }

    /// <summary>A date.</summary>
    public RowWriter Date(ReadOnlySpan<byte> name)
    {
        if (Next(name) is var at and >= 0)
        {
            Span<byte> text = stackalloc byte[10];
            Rows.GetFieldValue<DateOnly>(at).TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            json.WriteStringValue(text);
        }
        return this;
    }

    /// <summary>A time of day.</summary>
    public RowWriter Time(ReadOnlySpan<byte> name)
    {
        if (Next(name) is var at and >= 0)
        {
            Span<byte> text = stackalloc byte[8];
            Rows.GetFieldValue<TimeOnly>(at).TryFormat(text, out _, "HH:mm:ss", CultureInfo.InvariantCulture);
            json.WriteStringValue(text);
        }
        return this;
    }

    /// <summary>A moment in UTC.</summary>
    public RowWriter Timestamp(ReadOnlySpan<byte> name)
    {
        if (Next(name) is var at and >= 0)
        {
            json.WriteStringValue(Rows.GetDateTime(at));
        }
        return this;
    }

    /// <summary>A length of time.</summary>
    public RowWriter Duration(ReadOnlySpan<byte> name)
    {
        if (Next(name) is var at and >= 0)
        {
            Span<byte> text = stackalloc byte[IsoDuration.MaxLength];
            json.WriteStringValue(text[..IsoDuration.Format(Rows.GetFieldValue<TimeSpan>(at), text)]);
        }
        return this;
    }

    /// <summary>A uuid.</summary>
    public RowWriter Id(ReadOnlySpan<byte> name)
    {
        if (Next(name) is var at and >= 0)
        {
            json.WriteStringValue(Rows.GetGuid(at));
        }
        return this;
    }

    /// <summary>A JSON document, as it is stored.</summary>
    public RowWriter Json(ReadOnlySpan<byte> name)
    {
        if (Next(name) is var at and >= 0)
        {
            // Behind the version of jsonb's binary form.
            json.WriteRawValue(Utf8(at)[1..], skipInputValidation: true);
        }
        return this;
    }

    /// <summary>Owned rows, in the array that the database made of them.</summary>
    public RowWriter Children(ReadOnlySpan<byte> name)
    {
        if (Next(name) is var at and >= 0)
        {
            json.WriteRawValue(Utf8(at), skipInputValidation: true);
        }
        return this;
    }

    /// <summary>Bytes, as base64.</summary>
    public RowWriter Bytes(ReadOnlySpan<byte> name)
    {
        if (Next(name) is var at and >= 0)
        {
            json.WriteBase64StringValue(Utf8(at));
        }
        return this;
    }

    /// <summary>
    /// Opens a value of <paramref name="count"/> columns as an object; when the column <paramref name="probe"/> places on, a required field of the value, is
    /// NULL, writes null and skips the columns up to <see cref="End"/>. A value that is always there has no probe: -1. One that the caller does not see is skipped
    /// without a word.
    /// </summary>
    public RowWriter Begin(ReadOnlySpan<byte> name, int count, int probe)
    {
        if (!IsVisible(column))
        {
            skippedTo = column + count;
            return this;
        }
        json.WritePropertyName(name);
        if (probe >= 0 && Rows.IsDBNull(column + probe))
        {
            json.WriteNullValue();
            skippedTo = column + count;
        }
        else
        {
            json.WriteStartObject();
        }
        return this;
    }

    /// <summary>Closes the value.</summary>
    public RowWriter End()
    {
        if (skippedTo is { } next)
        {
            column = next;
            skippedTo = null;
        }
        else
        {
            json.WriteEndObject();
        }
        return this;
    }

    /// <summary>Gives up what the pool does not keep.</summary>
    public void Dispose() => json.Dispose();

    /// <summary>Writes what the caller sees of the row that the reader stands on.</summary>
    internal void Row<T>(NpgsqlDataReader from, Sight sight)
        where T : class, IEntity<T>
    {
        rows = from;
        column = firstField = sight.FirstField;
        visible = sight.Of(from);
        RowId = from.GetGuid(0);
        RowVersion = from.GetFieldValue<uint>(1);
        Span<byte> version = stackalloc byte[RowVersions.Digits];
        RowVersions.Format(RowVersion, version);
        json.WriteStartObject();
        json.WriteString("id"u8, RowId);
        json.WriteString("version"u8, version);
        T.Write(this);
        json.WriteEndObject();
    }

    /// <summary>Makes the writer ready for its next use.</summary>
    internal void Reset()
    {
        rows = null;
        skippedTo = null;
        json.Reset();
        buffer.ResetWrittenCount();
    }

    /// <summary>Goes on to the next column and writes its name; the position to read, or -1 when nothing is left to write.</summary>
    private int Next(ReadOnlySpan<byte> name)
    {
        if (skippedTo is not null)
        {
            return -1;
        }
        var at = column++;
        if (!IsVisible(at))
        {
            return -1;
        }
        json.WritePropertyName(name);
        if (!Rows.IsDBNull(at))
        {
            return at;
        }
        json.WriteNullValue();
        return -1;
    }

    private bool IsVisible(int at) => visible.Has(at - firstField);

    /// <summary>The bytes of a column as the server sent them.</summary>
    private ReadOnlySpan<byte> Utf8(int at)
    {
        var length = Rows.GetBytes(at, 0, scratch, 0, scratch.Length);
        if (length == scratch.Length)
        {
            var whole = (int)Rows.GetBytes(at, 0, null, 0, 0);
            scratch = whole > scratch.Length ? new byte[whole + 1] : scratch;
            length = Rows.GetBytes(at, 0, scratch, 0, whole);
        }
        return scratch.AsSpan(0, (int)length);
    }
}
