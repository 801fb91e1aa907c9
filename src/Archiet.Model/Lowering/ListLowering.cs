using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>What lists are sorted and filtered by, and the indexes behind it: each answers with the tenant's rows in the order that is asked for, or with those of a value.</summary>
internal static class ListLowering
{
    /// <summary>Says of each field whether lists are sorted and filtered by it.</summary>
    public static void Mark(BoundEntity entity, FieldLayout layout)
    {
        for (var at = 0; at < layout.Fields.Count; at++)
        {
            var field = layout.Fields[at];
            if (field.Group < 0 && (entity.List.Sorts.Contains(field.Name) || entity.List.Filters.Contains(field.Name)))
            {
                layout.Fields[at] = field with { CanSort = entity.List.Sorts.Contains(field.Name), CanFilter = entity.List.Filters.Contains(field.Name) };
            }
        }
    }

    /// <summary>The natural order.</summary>
    public static EquatableArray<OrderModel> Order(BoundEntity entity, FieldLayout layout) =>
        entity.Order.ConvertAll(sort => new OrderModel(layout.Named(sort.Field).Position, sort.Descending));

    /// <summary>Adds the indexes that are not there already. One behind a foreign key alone grows by the id, which orders the rows of a value.</summary>
    public static void AddIndexes(List<IndexModel> indexes, BoundEntity entity, FieldLayout layout, TableNames names)
    {
        if (entity.Order.Count > 0)
        {
            Add(indexes, entity.Order, layout, "order", names);
        }
        foreach (var sort in entity.List.Sorts)
        {
            Add(indexes, EquatableArray.Of(new BoundSort(sort, false)), layout, layout.Named(sort).Column, names);
        }
        foreach (var filter in entity.List.Filters)
        {
            var column = layout.Named(filter).Column;
            if (!indexes.Any(made => made is { Where: null, Columns.Count: > 2 } && made.Columns[1] == column && made.Descending.Count == 0))
            {
                Add(indexes, EquatableArray.Of(new BoundSort(filter, false)), layout, column, names);
            }
        }
    }

    private static void Add(List<IndexModel> indexes, EquatableArray<BoundSort> keys, FieldLayout layout, string name, TableNames names)
    {
        // Read backwards an index serves the opposite order, so only directions that differ need to be said.
        var mixed = keys.Any(key => key.Descending != keys[0].Descending);
        var columns = keys.Select(key => layout.Named(key.Field).Column).Prepend("tenant_id").Append("id").ToEquatableArray();
        var descending = mixed ? keys.Select(key => key.Descending).Prepend(false).Append(keys[0].Descending).ToEquatableArray() : EquatableArray<bool>.Empty;
        if (indexes.Any(made => made.Where is null && made.Columns.Equals(columns) && made.Descending.Equals(descending)))
        {
            return;
        }
        var bare = indexes.FindIndex(made => made is { Unique: false, Where: null, Columns.Count: 2 } && made.Columns[1] == columns[1]);
        if (bare >= 0 && keys.Count == 1)
        {
            indexes[bare] = indexes[bare] with { Columns = columns };
        }
        else
        {
            indexes.Add(new IndexModel(names.Constraint("ix", name), columns, Unique: false) { Descending = descending });
        }
    }
}
