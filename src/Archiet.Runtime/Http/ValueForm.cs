using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Archiet;

/// <summary>How the values of a kind of field stand in a query and in a cursor, and how they are bound. Text forms are those of JSON.</summary>
internal abstract class ValueForm
{
    private static readonly ValueForm
        Text = new ValueForm<string>(NpgsqlDbType.Text, text => (!text.Contains('\0', StringComparison.Ordinal), text), value => value),
        Bool = new ValueForm<bool>(NpgsqlDbType.Boolean, text => (text is "true" or "false", text == "true"), value => value ? "true" : "false"),
        Int = new ValueForm<int>(
            NpgsqlDbType.Integer,
            text => (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value), value),
            value => value.ToString(CultureInfo.InvariantCulture)),
        Long = new ValueForm<long>(
            NpgsqlDbType.Bigint,
            text => (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value), value),
            value => value.ToString(CultureInfo.InvariantCulture)),
        Decimal = new ValueForm<decimal>(
            NpgsqlDbType.Numeric,
            text => (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value), value),
            value => value.ToString(CultureInfo.InvariantCulture)),
        Date = new ValueForm<DateOnly>(
            NpgsqlDbType.Date,
            text => (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value), value),
            value => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Time = new ValueForm<TimeOnly>(
            NpgsqlDbType.Time,
            text => (TimeOnly.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value), value),
            value => value.ToString(TimeFormat, CultureInfo.InvariantCulture)),
        Timestamp = new ValueForm<DateTime>(NpgsqlDbType.TimestampTz, Moment, value => value.ToString("O", CultureInfo.InvariantCulture)),
        Duration = new ValueForm<TimeSpan>(NpgsqlDbType.Interval, text => (IsoDuration.TryParse(Encoding.UTF8.GetBytes(text), out var value), value), Length),
        Uuid = new ValueForm<Guid>(NpgsqlDbType.Uuid, text => (Guid.TryParseExact(text, "D", out var value), value), value => value.ToString("D"));

    private const string TimeFormat = "HH:mm:ss.FFFFFFF";

    /// <summary>The form of a kind.</summary>
    public static ValueForm Of(FieldKind kind) => kind switch
    {
        FieldKind.Bool => Bool,
        FieldKind.Int => Int,
        FieldKind.Long => Long,
        FieldKind.Decimal => Decimal,
        FieldKind.Date => Date,
        FieldKind.Time => Time,
        FieldKind.Timestamp => Timestamp,
        FieldKind.Duration => Duration,
        FieldKind.Uuid or FieldKind.Reference => Uuid,
        FieldKind.Text or FieldKind.Email or FieldKind.Url or FieldKind.Choice => Text,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Lists are neither sorted nor filtered by documents and bytes."),
    };

    /// <summary>Whether values of a kind have an order that a range makes sense in.</summary>
    public static bool IsOrdered(FieldKind kind) => kind is FieldKind.Int or FieldKind.Long or FieldKind.Decimal
        or FieldKind.Date or FieldKind.Time or FieldKind.Timestamp or FieldKind.Duration;

    /// <summary>The value of a text; null for a text that is none.</summary>
    public abstract object? Read(string text);

    /// <summary>The text of a column of the row on which the reader stands.</summary>
    public abstract string Write(NpgsqlDataReader row, int column);

    /// <summary>Binds a value that <see cref="Read"/> made.</summary>
    public abstract void Bind(Parameters parameters, object value);

    /// <summary>Binds several as an array.</summary>
    public abstract void BindAll(Parameters parameters, IReadOnlyList<object> values);

    /// <summary>A moment says where it is meant: without an offset it would be read in the server's own zone. Finer than a microsecond it is none that could be stored.</summary>
    private static (bool, DateTime) Moment(string text)
    {
        var isMoment = text.Length > 19 && text[10] == 'T' && (text[^1] == 'Z' || text[^6] is '+' or '-');
        return (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) && isMoment, value.UtcDateTime);
    }

    private static string Length(TimeSpan value)
    {
        Span<byte> text = stackalloc byte[IsoDuration.MaxLength];
        return Encoding.UTF8.GetString(text[..IsoDuration.Format(value, text)]);
    }
}

/// <inheritdoc/>
internal sealed class ValueForm<T>(NpgsqlDbType type, Func<string, (bool, T)> read, Func<T, string> write) : ValueForm
    where T : notnull
{
    public override object? Read(string text) => read(text) is (true, var value) ? value : null;

    public override string Write(NpgsqlDataReader row, int column) => write(row.GetFieldValue<T>(column));

    public override void Bind(Parameters parameters, object value) => parameters.Add((T)value, type);

    public override void BindAll(Parameters parameters, IReadOnlyList<object> values) => parameters.Add(values.Cast<T>().ToArray(), NpgsqlDbType.Array | type);
}
