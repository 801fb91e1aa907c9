using Archiet.Evolution.Apps;
using Archiet.Evolution.Databases;
using Archiet.Evolution.Genomes;
using Archiet.Evolution.Rows;
using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Evolution;

/// <summary>
/// The way from the first genome to the last with rows in the tables: each step is written and refused, answered and sealed, applied to the rows of two tenants,
/// and looked at from all sides.
/// </summary>
internal sealed class Walk(IApplier applier, Report report)
{
    private static readonly Guid[] Tenants = [new("01900000-0000-7000-8000-00000000000a"), new("01900000-0000-7000-8000-00000000000b")];

    /// <summary>Walks all steps.</summary>
    public async Task GoAsync()
    {
        var steps = EvolutionStep.ReadAll();
        using var project = new Project();
        project.Write(steps[0]);
        var genome = project.Bind();
        using var server = await Server.StartAsync(genome.Outline.App.Name);
        var database = await server.CreateAsync("walked");
        BoundGenome? before = null;
        foreach (var step in steps)
        {
            report.Say($"{step.Number}. {step.Name}");
            if (step.Answers)
            {
                Refuse(project, step);
            }
            project.Write(step);
            var done = project.Seal(step.Name);
            report.Check("it is sealed", done.Errors);
            report.Check("nothing is approved that did not have to be", [.. done.Warnings.Where(warning => warning.StartsWith("ARC0426", StringComparison.Ordinal))]);
            Describe(project.History());
            SayByKind(done.Warnings);
            genome = project.Bind();
            await ApplyAsync(project, database, before, genome);
            var made = await server.CreateAsync("made_" + step.Name);
            await applier.MakeAsync(project, made);
            report.Check(
                "the catalog is that of a database made from nothing", Catalog.Differences(await Catalog.ReadAsync(database), await Catalog.ReadAsync(made)));
            before = genome;
        }
    }

    /// <summary>What its author is asked before anything is written.</summary>
    private void Refuse(Project project, EvolutionStep step)
    {
        project.WriteUnanswered(step);
        var asked = project.Seal(step.Name).Errors;
        report.Check($"it is refused until it is acknowledged: {asked.Count} findings", asked.Count > 0);
        SayByKind(asked);
    }

    /// <summary>One finding of each kind stands for all.</summary>
    private void SayByKind(IReadOnlyList<string> findings)
    {
        foreach (var kind in findings.GroupBy(finding => finding.Split(' ')[0], StringComparer.Ordinal))
        {
            report.Say($"           {kind.Count(),3} x {kind.First()}");
        }
    }

    private void Describe(SchemaHistory history)
    {
        var delta = history.Links[^1].Migration.Delta;
        var plan = MigrationPlanner.Plan(history.Links[^1]);
        var lines = delta.Changes.CountBy(change => (change.Adds ? "+" : "-") + change.Line.Text.Split(' ')[0]).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => $"{kind.Key} {kind.Value}");
        report.Say($"           {delta.Renames.Count} renamed; {string.Join(", ", lines)}; {plan.Phases.Count} phases{(plan.Breaks ? ", the release before cannot write on" : "")}");
    }

    private async Task ApplyAsync(Project project, Database database, BoundGenome? before, BoundGenome genome)
    {
        var rows = before is null ? null : await RowSnapshot.ReadAsync(database);
        await applier.ApplyAsync(project, database, report);
        if (before is null)
        {
            await AddTenantsAsync(database);
        }
        else
        {
            Compare(rows!, await RowSnapshot.ReadAsync(database), Renames.Between(before, genome));
        }
        var made = await RowMaker.FillAsync(database, Tenants);
        var filled = await RowSnapshot.ReadAsync(database);
        report.Say($"           {made} rows made in empty tables: {filled.Count} rows in {filled.Tables.Count()} tables");
        report.Check("every reference leads to a row of its tenant", await Orphans.FindAsync(database));
        report.Check("each tenant sees its own rows and no others, and without a tenant there are none", await Fences.FaultsAsync(database, filled, Tenants));
    }

    private void Compare(RowSnapshot before, RowSnapshot after, Renames renames)
    {
        var comparison = RowComparison.Of(before, after, renames);
        var counts = before.Tables.Select(table => (Table: renames.Table(table) ?? table, Before: before.Rows(table).Count)).Where(table => after.Rows(table.Table).Count != table.Before)
            .Select(table => $"{table.Table} {table.Before} -> {after.Rows(table.Table).Count}");
        report.Say($"           {before.Count} rows before, {after.Count} after; {renames.Tables} tables and {renames.Columns} columns have another name");
        report.Say($"           otherwise than before: {string.Join(", ", counts.DefaultIfEmpty("no table"))}");
        report.Check(
            $"every value is where it was, or where its new name says: {comparison.Kept} values, {comparison.Renamed} of them under another name, {comparison.Excused} rows with a member that is gone",
            comparison.Lost);
    }

    /// <summary>The runtime's own rows of the tenants: seed rows are made for those that it knows.</summary>
    private static Task AddTenantsAsync(Database database) => database.ExecuteAsync(
        string.Concat(Tenants.Select(tenant => $"INSERT INTO archiet.tenants (id, name, created_at) VALUES ('{tenant}', 'Tenant', now());")));
}
