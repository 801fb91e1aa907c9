namespace Archiet.Schema.Tests.Oracle;

/// <summary>Who has which name while a migration runs.</summary>
internal sealed class NamesInForce
{
    private readonly KeyedState after;
    private readonly Dictionary<string, Table> tables;

    public NamesInForce(KeyedState before, KeyedState after)
    {
        this.after = after;
        tables = before.State.Tables.ToDictionary(static table => table.Name, table => new Table(
            before.Key(table.Name), table.Name, table.Columns.Select(column => new Column(before.Key(table.Name, column.Name), column.Name)).ToDictionary(static column => column.Now, StringComparer.Ordinal)),
            StringComparer.Ordinal);
    }

    /// <summary>The key of the table that has the name now.</summary>
    public string this[string table] => tables[table].Key;

    /// <summary>The key of the column that has the name now.</summary>
    public string this[string table, string column] => tables[table].Columns[column].Key;

    /// <summary>The key of the column that has the name in the end.</summary>
    public string Later(string table, string column) => after.Key(table, column);

    /// <summary>The lines of what is called otherwise in the end.</summary>
    public IEnumerable<Line> Renames() => tables.Values.Where(static table => table.Was != table.Now).Select(static table => new Line("rename", "table", table.Key, table.Was, table.Now))
        .Concat(tables.Values.SelectMany(static table => table.Columns.Values.Where(static column => column.Was != column.Now)
            .Select(column => new Line("rename", "column", table.Key, column.Key, column.Now))));

    public void Add(string table) => tables.Add(table, new Table(after.Key(table), table, after.State.Tables.First(one => one.Name == table).Columns
        .Select(column => new Column(after.Key(table, column.Name), column.Name)).ToDictionary(static column => column.Now, StringComparer.Ordinal)));

    public string Drop(string table)
    {
        var dropped = tables[table];
        tables.Remove(table);
        return dropped.Key;
    }

    public void Rename(string table, string name)
    {
        var renamed = tables[table];
        tables.Remove(table);
        renamed.Now = name;
        tables.Add(name, renamed);
    }

    public string AddColumn(string table, string column)
    {
        var added = new Column(after.Key(table, column), column);
        tables[table].Columns.Add(column, added);
        return added.Key;
    }

    public string DropColumn(string table, string column)
    {
        var dropped = tables[table].Columns[column];
        tables[table].Columns.Remove(column);
        return dropped.Key;
    }

    public void RenameColumn(string table, string column, string name)
    {
        var columns = tables[table].Columns;
        var renamed = columns[column];
        columns.Remove(column);
        renamed.Now = name;
        columns.Add(name, renamed);
    }

    /// <summary>Columns of an index or a reference, by their keys.</summary>
    public string Keys(string table, IEnumerable<string> columns) => string.Join(",", columns.Select(column => this[table, column]));

    private sealed class Table(string key, string name, Dictionary<string, Column> columns)
    {
        public string Key { get; } = key;

        public string Was { get; } = name;

        public string Now { get; set; } = name;

        public Dictionary<string, Column> Columns { get; } = columns;
    }

    private sealed class Column(string key, string name)
    {
        public string Key { get; } = key;

        public string Was { get; } = name;

        public string Now { get; set; } = name;
    }
}
