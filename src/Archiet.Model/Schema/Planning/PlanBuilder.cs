using Archiet.Genome;

namespace Archiet.Model;

/// <summary>Plans one migration, from what stands in the way to what is no longer needed.</summary>
internal sealed class PlanBuilder(SchemaMatch schema, IReadOnlyCollection<RunSql> files)
{
    /// <summary>The phases.</summary>
    public EquatableArray<MigrationPhase> Build()
    {
        var phases = new PhaseList();
        var changes = schema.Kept.Select(table => new TableChanges(schema, table)).ToList();
        var fills = new FillPlan(schema, changes, phases);
        var triggers = new TriggerChanges(schema, fills);
        var structure = new StructurePlan(schema, changes, triggers, phases, hasFiles: files.Count > 0);
        var constraints = new ConstraintPlan(schema, changes, triggers, fills, structure, phases);
        structure.Clear();
        structure.Rename();
        structure.Create();
        structure.Widen();
        foreach (var file in files)
        {
            if (!file.InTransaction)
            {
                phases.Alone(file);
                continue;
            }
            phases.Break();
            phases.Add(file);
            phases.Break();
        }
        fills.Small();
        structure.Narrow();
        constraints.Add();
        fills.Large(constraints.Begin);
        constraints.AddRest();
        constraints.Prove();
        constraints.Finish();
        structure.Drop();
        SeedPlan.Add(schema, phases);
        new RowLooks(schema, changes, fills, hasFiles: files.Count > 0, phases).Add();
        return schema.Before.Tables.Concat(schema.After.Tables).Any(static table => table.Partitions > 0) ? PartitionNames.In(phases.ToPhases()) : phases.ToPhases();
    }
}
