using Archiet.Model;
using Archiet.Sql;

namespace Archiet.Emit;

/// <summary>The rules of a trigger, as an emitted migration says them and as SQL does.</summary>
internal static class TriggerText
{
    /// <summary>The call of the helper that makes the trigger.</summary>
    public static void Write(SourceWriter source, TriggerModel trigger)
    {
        source.Line(
            (trigger.DeferredEvents is { } events
                ? "DeferredTrigger(migrationBuilder, " + Literals(trigger.Table, trigger.Name, events)
                : "RowTrigger(migrationBuilder, " + Literals(trigger.Table, trigger.Name)) + ",").Indent();
        for (var at = 0; at < trigger.Rules.Count; at++)
        {
            source.Line(Call(trigger.Rules[at]) + (at < trigger.Rules.Count - 1 ? "," : ");"));
        }
        source.Unindent();
    }

    /// <summary>A rule within its function.</summary>
    public static string Sql(TriggerRule rule) => rule switch
    {
        WaysRule ways => TriggerSql.Ways(ways.Constraint, ways.Column, ways.Initial, [.. ways.Ways.Select(way => (way.From, way.To))]),
        OnceRule once => TriggerSql.Once(once.Constraint, once.Columns),
        HoldsRule holds => TriggerSql.Holds(holds.Constraint, holds.Sql, holds.Columns),
        LiveRule live => TriggerSql.Live(live.Constraint, live.Column, live.Table),
        TouchRule touch => TriggerSql.Touch(touch.Table, touch.Column),
        HoldsOfRule of => TriggerSql.HoldsOf(of.Constraint, of.Table, of.Column, of.Sql),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Constraint, "A trigger holds nothing else."),
    };

    private static string Call(TriggerRule rule) => rule switch
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
