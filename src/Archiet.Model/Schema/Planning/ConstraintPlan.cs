namespace Archiet.Model;

/// <summary>What rows are held to: at once where that is no harm, else for new rows first, and proved for the rest while reads and writes go on.</summary>
internal sealed class ConstraintPlan(SchemaMatch schema, List<TableChanges> changes, TriggerChanges triggers, FillPlan fills, StructurePlan structure, PhaseList phases)
{
    private readonly List<SchemaStep[]> proofs = [];

    /// <summary>Makes indexes, checks, references, exclusions and triggers, as far as they can be made in this transaction.</summary>
    public void Add()
    {
        foreach (var table in schema.Added)
        {
            foreach (var index in table.Indexes)
            {
                phases.Add(new CreateIndex(table.Name, index, Concurrently: false));
            }
        }
        foreach (var change in changes)
        {
            foreach (var index in change.Indexes.Added.Where(change.Table.IsClosedTo))
            {
                phases.Add(new CreateIndex(change.Table.After.Name, index, Concurrently: false), new DropIndex(change.Table.After.Name, index, Concurrently: false));
            }
        }
        foreach (var change in changes)
        {
            foreach (var check in change.Checks.Added.Where(check => fills.Renamed(change.Table, check).Count == 0))
            {
                Check(change.Table, check);
            }
        }
        foreach (var required in structure.Required())
        {
            phases.Add(new AddCheck(required.Table, required.Check, Valid: false), Drop(required.Table, required.Check.Name));
            proofs.Add([new ValidateConstraint(required.Table, required.Check.Name)]);
        }
        References();
        Exclusions();
        Triggers(late: false);
    }

    /// <summary>Holds what is written from now on to the new values of a column, before the rows that there are get them: no old value comes behind.</summary>
    public void Begin(TableMatch table, string column)
    {
        phases.Break();
        foreach (var check in changes.First(change => change.Table == table).Checks.Added.Where(check => fills.Renamed(table, check) is [var only] && only == column))
        {
            CheckOfRenamed(table, check);
        }
    }

    /// <summary>The same of checks that speak of several such columns: each of them has its new values first.</summary>
    public void AddRest()
    {
        foreach (var change in changes)
        {
            foreach (var check in change.Checks.Added.Where(check => fills.Renamed(change.Table, check).Count > 1))
            {
                CheckOfRenamed(change.Table, check);
            }
        }
    }

    /// <summary>Makes indexes while writes go on, then holds all rows to what new ones are held to already.</summary>
    public void Prove()
    {
        foreach (var change in changes)
        {
            foreach (var index in change.Indexes.Added.Where(index => !change.Table.IsClosedTo(index)))
            {
                var (table, partitions) = (change.Table.After.Name, change.Table.After.Partitions);
                phases.Alone(
                    new CreateIndex(table, Plain(index), Concurrently: true) { Partitions = partitions },
                    new DropIndex(table, Plain(index), Concurrently: partitions == 0));
            }
        }
        if (proofs.Count > 0)
        {
            phases.Break();
            foreach (var proof in proofs)
            {
                phases.Add(proof[0], proof.Skip(1).ToArray());
            }
            phases.Break();
        }
    }

    /// <summary>Says what is now known to hold.</summary>
    public void Finish()
    {
        foreach (var change in changes)
        {
            foreach (var index in change.Indexes.Added.Where(index => index.AtStatementEnd && !change.Table.IsClosedTo(index)))
            {
                // Dropping the constraint drops the index: undone, the index alone is there again for the phase before.
                var table = change.Table.After.Name;
                phases.Add(new UseIndex(table, index), new DropIndex(table, index, Concurrently: false), new CreateIndex(table, Plain(index), Concurrently: false));
            }
        }
        foreach (var required in structure.Required())
        {
            phases.Add(new AlterColumn(required.Table, required.From, required.To), new AlterColumn(required.Table, required.To, required.From));
            phases.Add(Drop(required.Table, required.Check.Name), new AddCheck(required.Table, required.Check, Valid: false));
        }
        Triggers(late: true);
    }

    private void Check(TableMatch table, CheckModel check)
    {
        phases.Add(new AddCheck(table.After.Name, check, Valid: table.IsSmall), Drop(table.After.Name, check.Name));
        if (!table.IsSmall)
        {
            proofs.Add([new ValidateConstraint(table.After.Name, check.Name)]);
        }
    }

    // Where rows get their values of before back, the check must be gone: it goes with its proof, and is gone already when the phase is undone that made it.
    private void CheckOfRenamed(TableMatch table, CheckModel check)
    {
        var drop = new DropConstraint(table.After.Name, check.Name, IfThere: true);
        phases.Add(new AddCheck(table.After.Name, check, Valid: false), drop);
        proofs.Add([new ValidateConstraint(table.After.Name, check.Name), drop]);
    }

    private void References()
    {
        foreach (var table in schema.Added)
        {
            foreach (var reference in table.ForeignKeys)
            {
                phases.Add(new AddReference(table.Name, reference, Valid: true), Drop(table.Name, reference.Name));
            }
        }
        foreach (var change in changes)
        {
            foreach (var reference in change.References.Added)
            {
                Reference(change.Table, reference);
            }
        }
    }

    private void Reference(TableMatch table, ForeignKeyModel reference)
    {
        phases.Add(new AddReference(table.After.Name, reference, table.IsClosed), Drop(table.After.Name, reference.Name));
        if (!table.IsClosed)
        {
            proofs.Add([new ValidateConstraint(table.After.Name, reference.Name)]);
        }
    }

    private void Exclusions()
    {
        foreach (var table in schema.Added)
        {
            foreach (var exclusion in table.Exclusions)
            {
                phases.Add(new AddExclusion(table.Name, exclusion));
            }
        }
        foreach (var change in changes)
        {
            var table = change.Table.After.Name;
            foreach (var exclusion in change.Exclusions.Added)
            {
                phases.Add(new AddExclusion(table, exclusion), Drop(table, exclusion.Name));
            }
        }
    }

    private void Triggers(bool late)
    {
        foreach (var trigger in triggers.Added.Where(trigger => fills.IsLate(trigger) == late))
        {
            phases.Add(new CreateTrigger(trigger), new DropTrigger(trigger.Table, trigger.Name));
        }
    }

    private static DropConstraint Drop(string table, string name) => new(table, name, IfThere: false);

    private static IndexModel Plain(IndexModel index) => index with { AtStatementEnd = false };
}
