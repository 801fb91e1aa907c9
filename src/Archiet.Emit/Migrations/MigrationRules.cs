using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The operations for what Entity Framework has no words for: exclusions and the extension behind them, triggers and their functions.</summary>
internal static class MigrationRules
{
    /// <summary>What must be there before the first table.</summary>
    public static void Extensions(SourceWriter source, RelationalModel model)
    {
        if (model.Tables.Any(table => table.Exclusions.Count > 0))
        {
            source.Line("Extension(migrationBuilder, \"btree_gist\");");
        }
    }

    /// <summary>What holds the rules, once every table is there.</summary>
    public static void Up(SourceWriter source, RelationalModel model)
    {
        foreach (var table in model.Tables)
        {
            foreach (var exclusion in table.Exclusions)
            {
                source.Line("NoOverlap(migrationBuilder, " + Literals(table.Name, exclusion.Name, exclusion.Range, exclusion.Where) + string.Concat(exclusion.Key.Select(column => ", " + CSharpText.Literal(column))) + ");");
            }
        }
        foreach (var trigger in model.Tables.SelectMany(table => table.Triggers))
        {
            source.Line(
                (trigger.DeferredEvents is { } events
                    ? "DeferredTrigger(migrationBuilder, " + Literals(trigger.Table, trigger.Name, events)
                    : "RowTrigger(migrationBuilder, " + Literals(trigger.Table, trigger.Name)) + ",").Indent();
            for (var at = 0; at < trigger.Rules.Count; at++)
            {
                source.Line(Rule(trigger.Rules[at]) + (at < trigger.Rules.Count - 1 ? "," : ");"));
            }
            source.Unindent();
        }
    }

    /// <summary>The functions, once the tables are gone and their triggers with them.</summary>
    public static void Down(SourceWriter source, RelationalModel model)
    {
        foreach (var trigger in model.Tables.SelectMany(table => table.Triggers))
        {
            source.Line("DropFunction(migrationBuilder, " + CSharpText.Literal(trigger.Name) + ");");
        }
    }

    private static string Rule(TriggerRule rule) => rule switch
    {
        WaysRule ways => "Ways(" + Literals(ways.Constraint, ways.Column, ways.Initial) + string.Concat(ways.Ways.Select(way => ", (" + Literals(way.From, way.To) + ")")) + ")",
        OnceRule once => "Once(" + Literals([once.Constraint, .. once.Columns]) + ")",
        HoldsRule holds => "Holds(" + Literals([holds.Constraint, holds.Sql, .. holds.Columns]) + ")",
        LiveRule live => "Live(" + Literals(live.Constraint, live.Column, live.Table) + ")",
        TouchRule touch => "Touch(" + Literals(touch.Table, touch.Column) + ")",
        HoldsOfRule of => "HoldsOf(" + Literals(of.Constraint, of.Table, of.Column, of.Sql) + ")",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Constraint, "A trigger holds nothing else."),
    };

    private static string Literals(params string[] texts) => string.Join(", ", texts.Select(CSharpText.Literal));
}
