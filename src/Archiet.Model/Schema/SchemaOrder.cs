using Archiet.Genome;

namespace Archiet.Model;

/// <summary>The one order of everything in a state, so that equal states are equal values whatever they were made from.</summary>
internal static class SchemaOrder
{
    /// <summary>A table with all that belongs to it in order: the columns of the key first, the others by origin; what has a name by it; rules by kind and text.</summary>
    public static TableModel Of(TableModel table) => table with
    {
        Columns = table.Columns.OrderBy(column => InKey(table, column)).ThenBy(column => column.Origin, StringComparer.Ordinal).ToEquatableArray(),
        Indexes = table.Indexes.OrderBy(index => index.Name, StringComparer.Ordinal).Select(Of).ToEquatableArray(),
        Checks = table.Checks.OrderBy(check => check.Name, StringComparer.Ordinal).ToEquatableArray(),
        ForeignKeys = table.ForeignKeys.OrderBy(key => key.Name, StringComparer.Ordinal).ToEquatableArray(),
        Exclusions = table.Exclusions.OrderBy(exclusion => exclusion.Name, StringComparer.Ordinal).ToEquatableArray(),
        Triggers = table.Triggers.OrderBy(trigger => trigger.Name, StringComparer.Ordinal).Select(trigger => Of(table, trigger)).ToEquatableArray(),
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

    private static IndexModel Of(IndexModel index) => index.Descending.Any(descends => descends) ? index : index with { Descending = EquatableArray<bool>.Empty };

    private static TriggerModel Of(TableModel table, TriggerModel trigger) => trigger with
    {
        Rules = trigger.Rules.OrderBy(SchemaLineWriter.Rank).ThenBy(rule => SchemaLineWriter.Rule(table.Origin, trigger.Name, rule).Text, StringComparer.Ordinal).ToEquatableArray(),
    };
}
