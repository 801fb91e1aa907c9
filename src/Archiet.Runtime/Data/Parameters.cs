using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Archiet;

/// <summary>Binds the values of one statement in order, each with its PostgreSQL type; null binds NULL of that type.</summary>
public sealed class Parameters
{
    private readonly NpgsqlParameterCollection collection;
    private ParameterColumns? columns;

    internal Parameters(NpgsqlParameterCollection collection) => this.collection = collection;

    /// <summary>Text of any kind, an enum's name included.</summary>
    public Parameters Text(string? value) => Reference(value, NpgsqlDbType.Text);

    /// <summary>True or false.</summary>
    public Parameters Bool(bool? value) => Value(value, NpgsqlDbType.Boolean);

    /// <summary>A whole number of 32 bits.</summary>
    public Parameters Int(int? value) => Value(value, NpgsqlDbType.Integer);

    /// <summary>A whole number of 64 bits.</summary>
    public Parameters Long(long? value) => Value(value, NpgsqlDbType.Bigint);

    /// <summary>An exact number.</summary>
    public Parameters Decimal(decimal? value) => Value(value, NpgsqlDbType.Numeric);

    /// <summary>A date.</summary>
    public Parameters Date(DateOnly? value) => Value(value, NpgsqlDbType.Date);

    /// <summary>A time of day.</summary>
    public Parameters Time(TimeOnly? value) => Value(value, NpgsqlDbType.Time);

    /// <summary>A moment.</summary>
    public Parameters Timestamp(DateTimeOffset? value) => Value(value?.UtcDateTime, NpgsqlDbType.TimestampTz);

    /// <summary>A length of time.</summary>
    public Parameters Duration(TimeSpan? value) => Value(value, NpgsqlDbType.Interval);

    /// <summary>A uuid.</summary>
    public Parameters Id(Guid? value) => Value(value, NpgsqlDbType.Uuid);

    /// <summary>A JSON document.</summary>
    public Parameters Json(JsonElement? value) => Reference(value is { ValueKind: not JsonValueKind.Undefined } given ? given.GetRawText() : null, NpgsqlDbType.Jsonb);

    /// <summary>Bytes.</summary>
    public Parameters Bytes(byte[]? value) => Reference(value, NpgsqlDbType.Bytea);

    /// <summary>A row's version.</summary>
    internal Parameters Version(uint value) => Value<uint>(value, NpgsqlDbType.Xid);

    /// <summary>A value of any type.</summary>
    internal Parameters Add<T>(T value, NpgsqlDbType type)
    {
        collection.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
        return this;
    }

    /// <summary>Ids of rows.</summary>
    internal Parameters Ids(Guid[] values) => Add(values, NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    /// <summary>The ids of many rows as one array, then what <c>Bind</c> binds, an array a column: however many rows, the statement's text is the same.</summary>
    internal Parameters Rows<T>(List<T> rows)
        where T : class, IEntity<T>
    {
        columns = new(rows.Count);
        foreach (var row in rows)
        {
            T.Bind(row, Id(row.Id));
            columns.EndRow();
        }
        columns.CopyTo(collection);
        columns = null;
        return this;
    }

    private Parameters Value<T>(T? value, NpgsqlDbType type)
        where T : struct
    {
        if (columns is null)
        {
            return value is { } some ? Add(some, type) : Null(type);
        }
        columns.Add(value, type);
        return this;
    }

    private Parameters Reference<T>(T? value, NpgsqlDbType type)
        where T : class
    {
        if (columns is null)
        {
            return value is null ? Null(type) : Add(value, type);
        }
        columns.Add(value, type);
        return this;
    }

    private Parameters Null(NpgsqlDbType type)
    {
        collection.Add(new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = type });
        return this;
    }
}
