namespace Archiet;

/// <summary>Copies rows from the database's reader to JSON, UTF-8 to UTF-8. The calls follow column order.</summary>
public sealed class RowWriter
{
    /// <summary>Text of any kind, an enum's name included.</summary>
    public RowWriter Text(ReadOnlySpan<byte> name) => throw new NotImplementedException();

    /// <summary>True or false.</summary>
    public RowWriter Bool(ReadOnlySpan<byte> name) => throw new NotImplementedException();

    /// <summary>A whole number of 32 bits.</summary>
    public RowWriter Int(ReadOnlySpan<byte> name) => throw new NotImplementedException();

    /// <summary>A whole number of 64 bits.</summary>
    public RowWriter Long(ReadOnlySpan<byte> name) => throw new NotImplementedException();

    /// <summary>An exact number.</summary>
    public RowWriter Decimal(ReadOnlySpan<byte> name) => throw new NotImplementedException();

    /// <summary>A date.</summary>
    public RowWriter Date(ReadOnlySpan<byte> name) => throw new NotImplementedException();

    /// <summary>A time of day.</summary>
    public RowWriter Time(ReadOnlySpan<byte> name) => throw new NotImplementedException();

    /// <summary>A moment in UTC.</summary>
    public RowWriter Timestamp(ReadOnlySpan<byte> name) => throw new NotImplementedException();

    /// <summary>A length of time.</summary>
    public RowWriter Duration(ReadOnlySpan<byte> name) => throw new NotImplementedException();

    /// <summary>A uuid.</summary>
    public RowWriter Id(ReadOnlySpan<byte> name) => throw new NotImplementedException();

    /// <summary>A JSON document, as it is stored.</summary>
    public RowWriter Json(ReadOnlySpan<byte> name) => throw new NotImplementedException();

    /// <summary>Bytes, as base64.</summary>
    public RowWriter Bytes(ReadOnlySpan<byte> name) => throw new NotImplementedException();

    /// <summary>
    /// Opens a value of <paramref name="count"/> columns as an object; when the column <paramref name="probe"/> places on, a required field of the value, is
    /// NULL, writes null and skips the columns up to <see cref="End"/>.
    /// </summary>
    public RowWriter Begin(ReadOnlySpan<byte> name, int count, int probe) => throw new NotImplementedException();

    /// <summary>Closes the value.</summary>
    public RowWriter End() => throw new NotImplementedException();
}
