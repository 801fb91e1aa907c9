using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>What rows hold otherwise from here on: defaults where they had nothing, and new names of enum members.</summary>
internal sealed class FillPlan
{
    private readonly PhaseList phases;
    private readonly List<Fill> fills;

    public FillPlan(SchemaMatch schema, IEnumerable<TableChanges> changes, PhaseList phases)
    {
        this.phases = phases;
        var renamed = schema.Members.Where(members => members.Stored.Count > 0).ToDictionary(members => members.Name, StringComparer.Ordinal);
        fills = changes.SelectMany(change => change.Table.Columns.Except(change.Recomputed).Where(column => column.After.Computed is null)
            .Select(column => Of(change.Table, column, renamed)).OfType<Fill>()).ToList();
    }

    /// <summary>Whether a trigger would have a say in what is filled: it stands aside meanwhile.</summary>
    public bool Concerns(TriggerModel trigger) => fills.Exists(fill => fill.Table.After.Name == trigger.Table && trigger.Rules.Any(rule => Reads(rule, fill.Column.Name)));

    /// <summary>Whether rows are still filled when the first transaction is over.</summary>
    public bool IsLate(TriggerModel trigger) => Concerns(trigger) && fills.Exists(fill => fill.Table.After.Name == trigger.Table && !fill.Table.IsSmall);

    /// <summary>Whether rows get another value in a column that an expression speaks of.</summary>
    public bool Changes(TableMatch table, string sql) => fills.Exists(fill => fill.Table == table && SqlIdentifiers.Names(sql, fill.Column.Name));

    /// <summary>The columns that a check of a large table speaks of and whose values are renamed: it holds when the last of them is filled.</summary>
    public IReadOnlyList<string> Renamed(TableMatch table, CheckModel check) =>
        [.. fills.Where(fill => fill.Table == table && !table.IsSmall && fill.Stored.Count > 0 && SqlIdentifiers.Names(check.Sql, fill.Column.Name)).Select(fill => fill.Column.Name)];

    /// <summary>Fills small tables, one statement a column.</summary>
    public void Small()
    {
        foreach (var fill in fills.Where(fill => fill.Table.IsSmall))
        {
            AtOnce(fill);
        }
    }

    /// <summary>Fills the others in batches, each column and each value in a phase of its own.</summary>
    /// <param name="begin">Called for each table and column whose values are renamed, before they are.</param>
    public void Large(Action<TableMatch, string> begin)
    {
        foreach (var fill in fills.Where(fill => !fill.Table.IsSmall))
        {
            if (fill.Stored.Count > 0)
            {
                begin(fill.Table, fill.Column.Name);
            }
            if (fill.Stored.Count == 0)
            {
                phases.Alone(Step(fill, fill.Column.Default!, Quote(fill) + " IS NULL", inBatches: true));
            }
            else if (RenameOrder.HasCircle(fill.Stored))
            {
                // Done twice, an exchange is undone: all of it or nothing.
                phases.Break();
                AtOnce(fill);
                phases.Break();
            }
            else
            {
                foreach (var (from, to) in RenameOrder.Of(fill.Stored))
                {
                    phases.Alone(Step(fill, from, to), Step(fill, to, from));
                }
            }
        }
    }

    private void AtOnce(Fill fill)
    {
        if (fill.Stored.Count == 0)
        {
            phases.Add(Step(fill, fill.Column.Default!, Quote(fill) + " IS NULL", inBatches: false));
            return;
        }
        phases.Add(Exchange(fill, fill.Stored), Exchange(fill, fill.Stored.Select(stored => (stored.To, stored.From)).ToList()));
    }

    private static FillColumn Exchange(Fill fill, IReadOnlyList<(string From, string To)> stored) => Step(
        fill,
        "CASE " + Quote(fill) + string.Concat(stored.Select(pair => " WHEN " + Literal(pair.From) + " THEN " + Literal(pair.To))) + " END",
        Quote(fill) + " IN (" + string.Join(", ", stored.Select(pair => Literal(pair.From))) + ")",
        inBatches: false);

    private static FillColumn Step(Fill fill, string from, string to) => Step(fill, Literal(to), Quote(fill) + " = " + Literal(from), inBatches: true);

    private static FillColumn Step(Fill fill, string value, string where, bool inBatches) => new(fill.Table.After.Name, fill.Column.Name, value, where, inBatches);

    private static Fill? Of(TableMatch table, ColumnMatch column, Dictionary<string, MemberMatch> renamed)
    {
        if (column.After.Enum is { } name && column.Before.Enum == name && renamed.TryGetValue(name, out var members))
        {
            return new Fill(table, column.After, members.Stored);
        }
        return column.Before.Nullable && !column.After.Nullable && column.After.Default is not null ? new Fill(table, column.After, []) : null;
    }

    private static bool Reads(TriggerRule rule, string column) => rule switch
    {
        WaysRule ways => ways.Column == column,
        OnceRule once => once.Columns.Contains(column),
        HoldsRule holds => holds.Columns.Count == 0 || holds.Columns.Contains(column),
        _ => false,
    };

    private static string Quote(Fill fill) => "\"" + fill.Column.Name + "\"";

    private static string Literal(string text) => SeedLiterals.Of(FieldKind.Enum, text);

    /// <param name="Table">The table.</param>
    /// <param name="Column">The column, as it is in the end.</param>
    /// <param name="Stored">What becomes of what is stored; none where it is the default that comes in the place of NULL.</param>
    private sealed record Fill(TableMatch Table, ColumnModel Column, IReadOnlyList<(string From, string To)> Stored);
}
