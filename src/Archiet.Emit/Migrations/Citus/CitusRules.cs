using Archiet.Model;

namespace Archiet.Emit;

/// <summary>What Citus asks of tables that are distributed by their tenants, as far as it follows from a schema. What scripts say in another way for it is not asked here.</summary>
public static class CitusRules
{
    private const string Tenant = "tenant_id";

    /// <summary>What Citus would refuse of a schema, each as a sentence.</summary>
    public static IEnumerable<string> Broken(SchemaState state)
    {
        var tables = new HashSet<string>(state.Tables.Select(table => table.Name), StringComparer.Ordinal);
        return state.Tables.SelectMany(table => Broken(table, tables));
    }

    private static IEnumerable<string> Broken(TableModel table, HashSet<string> tables)
    {
        if (table.Columns.SingleOrDefault(column => column.Name == Tenant) is not { Nullable: false, Computed: null })
        {
            yield return $"The table '{table.Name}' has no '{Tenant}' that every row has.";
        }
        if (table.Key.Count > 0 && !table.Key.Contains(Tenant))
        {
            yield return $"The key '{table.PrimaryKey}' of '{table.Name}' lacks '{Tenant}', and each node would hold it to its own rows only.";
        }
        if (table.Partitions > 0)
        {
            yield return $"The table '{table.Name}' is in partitions, and Citus spreads rows itself; take 'partitions' away.";
        }
        foreach (var index in table.Indexes.Where(index => index.Unique && !index.Columns.Contains(Tenant)))
        {
            yield return $"The unique index '{index.Name}' of '{table.Name}' lacks '{Tenant}', and each node would hold it to its own rows only.";
        }
        foreach (var reference in table.ForeignKeys.Where(reference => !tables.Contains(reference.PrincipalTable)))
        {
            yield return $"The reference '{reference.Name}' of '{table.Name}' leads to '{reference.PrincipalTable}', which is not distributed.";
        }
    }
}
