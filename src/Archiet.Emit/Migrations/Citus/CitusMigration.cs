using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>A sealed migration as a Citus cluster takes it: the same phases, each table distributed as soon as it is made and before anything refers to it.</summary>
internal sealed class CitusMigration
{
    private readonly MigrationPlan plan;
    private readonly string first;
    private readonly bool isFirst;
    private readonly IReadOnlyList<string> begin;
    private readonly IReadOnlyList<string> end;

    /// <summary>Begins with a migration in its place.</summary>
    public CitusMigration(HistoryLink link, MigrationPlan plan)
    {
        this.plan = plan;
        var made = plan.Phases.SelectMany(phase => phase.Up).OfType<CreateTable>().Select(step => step.Table.Name).ToList();
        var old = link.After.Tables.Select(table => table.Name).Except(made).ToList();
        isFirst = old.Count == 0;
        first = isFirst ? made.FirstOrDefault() ?? "" : old[0];
        var (before, after) = (Emptied(link.Before).ToList(), Emptied(link.After).ToList());
        begin = [.. before.Except(after).Select(CitusSql.EmptyNoMore)];
        end = [.. after.Except(before).Select(CitusSql.Empty)];
    }

    /// <summary>Whether a phase is one transaction. Rows are filled in one as well: a transaction that ends within a statement does not reach the nodes.</summary>
    public bool IsTransactional(int at) => plan.Phases[at].Transactional || plan.Phases[at].Up.Any(step => step is FillColumn);

    /// <summary>What a phase says.</summary>
    public IReadOnlyList<string> Statements(int at)
    {
        var phase = plan.Phases[at] with { Transactional = IsTransactional(at), Up = plan.Phases[at].Up.Select(Taken).ToEquatableArray() };
        return [.. at == 0 ? begin : [], .. SchemaSql.Of(phase, phase.Up, Of), .. at == plan.Phases.Count - 1 ? end : []];
    }

    private IReadOnlyList<string> Of(SchemaStep step) => step is CreateTable { Table: var table, Owner: var owner }
        ? [SchemaSql.Table(table), CitusSql.Policies(table.Name, owner), CitusSql.Distribute(table.Name, isFirst && table.Name == first ? null : first)]
        : SchemaSql.Of(step);

    private static SchemaStep Taken(SchemaStep step) => step switch
    {
        FillColumn fill => fill with { InBatches = false },
        AddReference { Reference.OnDelete: DeleteAction.SetNull } add => add with { Reference = add.Reference with { OnDelete = DeleteAction.Restrict } },
        _ => step,
    };

    private static IEnumerable<EmptiedReference> Emptied(SchemaState state) =>
        from table in state.Tables
        from reference in table.ForeignKeys
        where reference.OnDelete == DeleteAction.SetNull
        select new EmptiedReference(reference.Name, table.Name, reference.Column, reference.PrincipalTable);
}
