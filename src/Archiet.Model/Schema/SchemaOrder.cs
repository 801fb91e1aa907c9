using Archiet.Genome;

namespace Archiet.Model;

/// <summary>The one order of everything in a state, so that equal states are equal values whatever they were made from.</summary>
internal static class SchemaOrder
{
    /// <summary>A table with all that belongs to it in order: the columns of the key first, the others by origin; what has a name by it; rules by kind and text.</summary>
    public static TableModel Of(TableModel table) => table with
    {
        Columns = Sorted(table.Columns, (left, right) => Compare(table, left, right)),
        Indexes = Sorted(table.Indexes.Select(Of), static (left, right) => string.CompareOrdinal(left.Name, right.Name)),
        Checks = Sorted(table.Checks, static (left, right) => string.CompareOrdinal(left.Name, right.Name)),
        ForeignKeys = Sorted(table.ForeignKeys, static (left, right) => string.CompareOrdinal(left.Name, right.Name)),
        Exclusions = Sorted(table.Exclusions, static (left, right) => string.CompareOrdinal(left.Name, right.Name)),
        Triggers = Sorted(table.Triggers.Select(trigger => Of(table, trigger)), static (left, right) => string.CompareOrdinal(left.Name, right.Name)),
    };

    /// <summary>A state in order.</summary>
    public static SchemaState Of(SchemaState state) => state with
    {
        Tables = state.Tables.OrderBy(table => table.Origin, StringComparer.Ordinal).Select(Of).ToEquatableArray(),
        Extensions = state.Extensions.OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray(),
        Enums = state.Enums.OrderBy(members => members.Name, StringComparer.Ordinal)
            .Select(members => members with { Members = members.Members.OrderBy(member => member.Name, StringComparer.Ordinal).ToEquatableArray() }).ToEquatableArray(),
        Seeds = state.Seeds.OrderBy(row => row.Entity, StringComparer.Ordinal).ThenBy(row => row.Key, StringComparer.Ordinal).ToEquatableArray(),
    };

    /// <summary>Of a table: no two of its things have one name.</summary>
    private static EquatableArray<T> Sorted<T>(IEnumerable<T> items, Comparison<T> compare)
        where T : class, IEquatable<T>
    {
        var sorted = items.ToArray();
        Array.Sort(sorted, compare);
        return sorted.ToEquatableArray();
    }

    private static int Compare(TableModel table, ColumnModel left, ColumnModel right)
    {
        var order = InKey(table, left).CompareTo(InKey(table, right));
        return order != 0 ? order : string.CompareOrdinal(left.Origin, right.Origin);
    }

    private static int InKey(TableModel table, ColumnModel column)
    {
        var key = table.Key.Count > 0 ? table.Key : TableModel.UsualKey;
        for (var at = 0; at < key.Count; at++)
        {
            if (key[at] == column.Name)
            {
                return at;
            }
        }
        return key.Count;
    }

    private static IndexModel Of(IndexModel index) => index.Descending.Count == 0 || index.Descending.Contains(true) ? index : index with { Descending = EquatableArray<bool>.Empty };

    private static TriggerModel Of(TableModel table, TriggerModel trigger) => trigger with
    {
        Rules = trigger.Rules.OrderBy(SchemaLineWriter.Rank).ThenBy(rule => SchemaLineWriter.Rule(table.Origin, trigger.Name, rule).Text, StringComparer.Ordinal).ToEquatableArray(),
    };
}
