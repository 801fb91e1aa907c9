using Npgsql;
using NpgsqlTypes;

namespace Archiet;

/// <summary>The values of many rows, column by column: each column becomes one array parameter.</summary>
internal sealed class ParameterColumns(int rows)
{
    private readonly List<Column> columns = [];
    private int at;

    /// <summary>Adds a value to the next column; every row has the same columns in the same order.</summary>
    public void Add<T>(T value, NpgsqlDbType type)
    {
        if (at == columns.Count)
        {
            columns.Add(new Column<T>(type, rows));
        }
        ((Column<T>)columns[at++]).Add(value);
    }

    /// <summary>The next value is the first of a new row.</summary>
    public void EndRow() => at = 0;

    /// <summary>Adds the arrays to a statement's parameters.</summary>
    public void CopyTo(NpgsqlParameterCollection parameters) => columns.ForEach(column => parameters.Add(column.ToParameter()));

    private abstract class Column
    {
        public abstract NpgsqlParameter ToParameter();
    }

    private sealed class Column<T>(NpgsqlDbType type, int rows) : Column
    {
        private readonly T[] values = new T[rows];
        private int count;

        public void Add(T value) => values[count++] = value;

        public override NpgsqlParameter ToParameter() => new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
    }
}
