using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>Rows that every tenant has. Those that the genome has no longer stay: they are the tenants'.</summary>
internal static class SeedPlan
{
    private const string Now = "now()";

    /// <summary>Adds rows, and renews what changes in those that are there; what tenants have made of the rest of them stays.</summary>
    public static void Add(SchemaMatch schema, PhaseList phases)
    {
        var tables = schema.After.Tables.Where(table => table.Origin.Length > 0).ToDictionary(table => table.Origin, StringComparer.Ordinal);
        var kept = schema.Kept.ToDictionary(table => table.After.Origin, StringComparer.Ordinal);
        var steps = schema.After.Seeds.OrderBy(row => row.Rank).ThenBy(row => row.Entity, StringComparer.Ordinal).ThenBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => Step(row, tables[row.Entity], kept.TryGetValue(row.Entity, out var match) ? match : null, schema)).OfType<SeedRow>().ToList();
        if (steps.Count > 0 && schema.Kept.Count > 0)
        {
            // What is deferred waits until all rows are there: the filling of columns before was proved at once.
            phases.Break();
        }
        foreach (var step in steps)
        {
            phases.Add(step);
        }
    }

    private static SeedRow? Step(SeedState row, TableModel table, TableMatch? match, SchemaMatch schema)
    {
        var fixedColumns = table.Triggers.SelectMany(trigger => trigger.Rules).SelectMany(Fixed).ToList();
        var renewable = row.Values.Where(value => value.Column is not ("tenant_id" or "id") && value.Sql != Now && !fixedColumns.Contains(value.Column)).ToList();
        var was = match is null ? null : schema.Before.Seeds.FirstOrDefault(other => other.Entity == match.Before.Origin && other.Key == row.Key);
        if (was is null || match is null)
        {
            return Of(renewable);
        }
        var changed = renewable.Where(value => IsChanged(was, value, match, schema)).ToList();
        return changed.Count == 0 ? null : Of(changed);

        SeedRow Of(IEnumerable<SeedValue> renewed) =>
            new(table.Name, row, renewed.Select(value => value.Column).OrderBy(column => column, StringComparer.Ordinal).ToEquatableArray());
    }

    private static bool IsChanged(SeedState was, SeedValue value, TableMatch match, SchemaMatch schema)
    {
        var earlier = was.Values.FirstOrDefault(other => match.ColumnAfter(other.Column) == value.Column);
        if (earlier is null)
        {
            return true;
        }
        var column = match.Columns.FirstOrDefault(column => column.After.Name == value.Column)?.After;
        var renamed = schema.Members.Where(members => members.Name == column?.Enum).SelectMany(members => members.Stored)
            .Where(stored => SeedLiterals.Of(FieldKind.Enum, stored.From) == earlier.Sql).Select(stored => SeedLiterals.Of(FieldKind.Enum, stored.To)).FirstOrDefault();
        return (renamed ?? earlier.Sql) != value.Sql;
    }

    // What only its transitions change, and what is set once, a migration does not change either.
    private static IEnumerable<string> Fixed(TriggerRule rule) => rule switch
    {
        WaysRule ways => [ways.Column],
        OnceRule once => once.Columns,
        _ => [],
    };
}
