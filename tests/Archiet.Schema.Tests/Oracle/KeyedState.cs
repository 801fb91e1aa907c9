namespace Archiet.Schema.Tests.Oracle;

/// <summary>The schema of a made-up genome, each of its tables and columns with a key that outlives names.</summary>
internal sealed class KeyedState
{
    private readonly Dictionary<string, string> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Table, string Column), string> columns = [];

    public KeyedState(Shape shape)
    {
        Shape = shape;
        State = States.Of(ShapeText.Entities(shape), ShapeText.Beside(shape), shape.Partitions);
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

    /// <summary>The column of keys; null where there is none.</summary>
    public ColumnModel? Column(string table, string column) =>
        State.Tables.Where(one => Key(one.Name) == table).SelectMany(one => one.Columns.Where(each => Key(one.Name, each.Name) == column)).FirstOrDefault();

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
        if (Entity(table.Origin)?.Fields.FirstOrDefault(one => one.Name == names[0]) is not { } field || column.Name is "tenant_id" or "id")
        {
            return Owner(table, column) is { } owner ? $"o{owner.Key}" : column.Origin;
        }
        return "f" + field.Key + (names.Length == 1 ? "" : ".p" + Shape.Place.First(part => part.Name == names[1]).Key);
    }

    // The owner that a column leads to: it is called by it, whatever that is called.
    private EntityShape? Owner(TableModel table, ColumnModel column) =>
        Entity(table.Origin) is { } entity && ShapeText.Owner(Shape, entity) is { } owner && table.ForeignKeys.Any(key => key.Column == column.Name) ? owner : null;

    private EntityShape? Entity(string name) => Shape.Entities.FirstOrDefault(one => one.Name == name);
}
