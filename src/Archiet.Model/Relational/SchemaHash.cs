using System.Globalization;
using System.Text;

namespace Archiet.Model;

/// <summary>
/// The hash of a relational model: SHA-256 in lower-case hex over its owner and the hash of each table, which is SHA-256 over one line for each thing in it.
/// In two levels, so that an edit within one entity hashes one table anew.
/// </summary>
public static class SchemaHash
{
    /// <summary>Hashes an app's tables, each of which was hashed when its entity was lowered.</summary>
    public static string Of(AppModel app, IEnumerable<EntityModel> entities) => Of(app.OwnerRole, entities.Select(entity => entity.TableHash));

    /// <summary>Hashes the tables of an entity: complete lines, "\n" only, the order of the model.</summary>
    /// <param name="tables">The entity's table, and those of its links.</param>
    /// <param name="seeds">The rows that every tenant has in it.</param>
    public static string Of(IEnumerable<TableModel> tables, IEnumerable<SeedModel> seeds)
    {
        var text = new StringBuilder();
        foreach (var table in tables)
        {
            Table(text, table);
        }
        foreach (var seed in seeds)
        {
            foreach (var row in seed.Rows)
            {
                Sql(text.Append("seed ").Append(seed.Rank), " ", string.Join(", ", row)).Append('\n');
            }
        }
        return Naming.Sha256(text.ToString());
    }

    private static void Table(StringBuilder text, TableModel table)
    {
        text.Append("table ").Append(table.Name).Append(' ').Append(table.PrimaryKey);
        text.Append(table.Key.Count > 0 ? " (" + string.Join(", ", table.Key) + ")\n" : "\n");
        foreach (var column in table.Columns)
        {
            text.Append("column ").Append(column.Name).Append(' ').Append(column.StoreType).Append(column.Nullable ? " null" : " not null");
            Sql(Sql(text, " default ", column.Default), " as ", column.Computed).Append('\n');
        }
        foreach (var index in table.Indexes)
        {
            text.Append(index.Unique ? "unique " : "index ").Append(index.Name).Append(" (").Append(string.Join(", ", index.Columns.Select((column, at) => index.Descending.Count > 0 && index.Descending[at] ? column + " desc" : column))).Append(')');
            Sql(text, " where ", index.Where).Append(index.AtStatementEnd ? " at statement end\n" : "\n");
        }
        foreach (var check in table.Checks)
        {
            Sql(text.Append("check ").Append(check.Name), " ", check.Sql).Append('\n');
        }
        foreach (var key in table.ForeignKeys)
        {
            text.Append("reference ").Append(key.Name).Append(' ').Append(key.Column).Append(" -> ").Append(key.PrincipalTable)
                .Append(' ').Append(key.OnDelete.ToString()).Append('\n');
        }
        foreach (var exclusion in table.Exclusions)
        {
            text.Append("exclusion ").Append(exclusion.Name).Append(" (").Append(string.Join(", ", exclusion.Key)).Append(')');
            Sql(Sql(text, " ", exclusion.Range), " where ", exclusion.Where).Append('\n');
        }
        foreach (var trigger in table.Triggers)
        {
            text.Append("trigger ").Append(trigger.Name).Append(' ').Append(trigger.Table).Append(' ').Append(trigger.DeferredEvents ?? "row").Append('\n');
            foreach (var rule in trigger.Rules)
            {
                Rule(text.Append("holds ").Append(rule.Constraint).Append(' '), rule).Append('\n');
            }
        }
    }

    private static StringBuilder Rule(StringBuilder text, TriggerRule rule) => rule switch
    {
        WaysRule ways => text.Append(ways.Column).Append(" from ").Append(ways.Initial).Append(": ").Append(string.Join(", ", ways.Ways.Select(way => way.From + " -> " + way.To))),
        OnceRule once => text.Append("once ").Append(string.Join(", ", once.Columns)),
        HoldsRule holds => Sql(text.Append('(').Append(string.Join(", ", holds.Columns)).Append(')'), " ", holds.Sql),
        LiveRule live => text.Append(live.Column).Append(" to live ").Append(live.Table),
        TouchRule touch => text.Append("touches ").Append(touch.Table).Append(" by ").Append(touch.Column),
        HoldsOfRule of => Sql(text.Append(of.Table).Append(" by ").Append(of.Column), " ", of.Sql),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Constraint, "A trigger holds nothing else."),
    };

    // Its length stands before it: a text of several lines is told from several lines.
    private static StringBuilder Sql(StringBuilder text, string before, string? sql) => sql is null
        ? text
        : text.Append(before).Append(sql.Length.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(sql);

    private static string Of(string owner, IEnumerable<string> tables)
    {
        var text = new StringBuilder("archiet-schema 1\n").Append("owner ").Append(owner).Append('\n');
        foreach (var table in tables)
        {
            text.Append("table ").Append(table).Append('\n');
        }
        return Naming.Sha256(text.ToString());
    }
}
