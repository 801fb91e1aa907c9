namespace Archiet.Schema.Tests.Oracle;

/// <summary>The schema of a made-up genome, each of its tables and columns with a key that outlives names.</summary>
internal sealed class KeyedState
{
    private readonly Dictionary<string, string> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Table, string Column), string> columns = [];

    public KeyedState(Shape shape)
    {
        Shape = shape;
        State = States.Of(ShapeText.Entities(shape), ShapeText.Beside(shape));
        foreach (var table in State.Tables)
        {
            tables.Add(table.Name, TableKey(table));
            foreach (var column in table.Columns)
            {
                columns.Add((table.Name, column.Name), ColumnKey(table, column));
            }
        }
    }

    public Shape Shape { get; }

    public SchemaState State { get; }

    /// <summary>The key of a table.</summary>
    public string Key(string table) => tables[table];

    /// <summary>The key of a column.</summary>
    public string Key(string table, string column) => columns[(table, column)];

    // A link that leads to rows of another entity is another link.
    private string TableKey(TableModel table)
    {
        var names = table.Origin.Split('.');
        if (Entity(names[0]) is not { } entity)
        {
            return table.Origin;
        }
        if (names.Length == 1)
        {
            return "e" + entity.Key;
        }
        var link = entity.Fields.First(one => one.Name == names[1]);
        return $"e{entity.Key}.f{link.Key}.e{link.Target}";
    }

    // The two ends of a link are called by their entities: first or second they stay.
    private string ColumnKey(TableModel table, ColumnModel column)
    {
        if (table.Key.Count > 0 && column.Name != "tenant_id")
        {
            return "end" + table.Key.ToList().IndexOf(column.Name);
        }
        var names = column.Origin.Split('.');
        return Entity(table.Origin)?.Fields.FirstOrDefault(one => one.Name == names[0]) is { } field && column.Name is not ("tenant_id" or "id")
            ? "f" + field.Key + column.Origin[names[0].Length..]
            : column.Origin;
    }

    private EntityShape? Entity(string name) => Shape.Entities.FirstOrDefault(one => one.Name == name);
}
