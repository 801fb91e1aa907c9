using Archiet.Genome;

namespace Archiet.Model;

/// <summary>The one order of everything in a state, so that equal states are equal values whatever they were made from.</summary>
internal static class SchemaOrder
{
    private static readonly Comparer<ColumnModel> ByOrigin = Comparer<ColumnModel>.Create(static (left, right) => string.CompareOrdinal(left.Origin, right.Origin));

    /// <summary>A table with all that belongs to it in order: the columns of the key first, the others by origin; what has a name by it; rules by kind and text.</summary>
    public static TableModel Of(TableModel table) => table with
    {
        Columns = Columns(table),
        Indexes = Sorted(table.Indexes.ConvertAll(Of), static (left, right) => string.CompareOrdinal(left.Name, right.Name)),
        Checks = Sorted(table.Checks, static (left, right) => string.CompareOrdinal(left.Name, right.Name)),
        ForeignKeys = Sorted(table.ForeignKeys, static (left, right) => string.CompareOrdinal(left.Name, right.Name)),
        Exclusions = Sorted(table.Exclusions, static (left, right) => string.CompareOrdinal(left.Name, right.Name)),
        Triggers = Sorted(table.Triggers.ConvertAll(trigger => Of(table, trigger)), static (left, right) => string.CompareOrdinal(left.Name, right.Name)),
    };

    /// <summary>A state in order.</summary>
    public static SchemaState Of(SchemaState state) => state with
    {
        Tables = Sorted(state.Tables, static (left, right) => string.CompareOrdinal(left.Origin, right.Origin)).ConvertAll(Of),
        Extensions = state.Extensions.OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray(),
        Enums = state.Enums.OrderBy(members => members.Name, StringComparer.Ordinal)
            .Select(members => members with { Members = members.Members.OrderBy(member => member.Name, StringComparer.Ordinal).ToEquatableArray() }).ToEquatableArray(),
        Seeds = state.Seeds.OrderBy(row => row.Entity, StringComparer.Ordinal).ThenBy(row => row.Key, StringComparer.Ordinal).ToEquatableArray(),
    };

    /// <summary>Sorts what has no two of one name, and mostly is in order.</summary>
    private static EquatableArray<T> Sorted<T>(EquatableArray<T> items, Comparison<T> compare)
        where T : class, IEquatable<T>
    {
        for (var at = 1; at < items.Count; at++)
        {
            if (compare(items[at - 1], items[at]) > 0)
            {
                var sorted = items.ToList();
                sorted.Sort(compare);
                return sorted.ToEquatableArray();
            }
        }
        return items;
    }

    private static EquatableArray<ColumnModel> Columns(TableModel table)
    {
        var columns = table.Columns.ToList();
        columns.Sort(ByOrigin);
        var placed = 0;
        foreach (var name in table.Key.Count > 0 ? table.Key : TableModel.UsualKey)
        {
            for (var at = placed; at < columns.Count; at++)
            {
                var column = columns[at];
                if (column.Name == name)
                {
                    columns.RemoveAt(at);
                    columns.Insert(placed++, column);
                }
            }
        }
        return columns.ToEquatableArray();
    }

    private static IndexModel Of(IndexModel index) => index.Descending.Count == 0 || index.Descending.Contains(true) ? index : index with { Descending = EquatableArray<bool>.Empty };

    private static TriggerModel Of(TableModel table, TriggerModel trigger) => trigger with
    {
        Rules = trigger.Rules.OrderBy(SchemaLineWriter.Rank).ThenBy(rule => SchemaLineWriter.Rule(table.Origin, trigger.Name, rule).Text, StringComparer.Ordinal).ToEquatableArray(),
    };
}
