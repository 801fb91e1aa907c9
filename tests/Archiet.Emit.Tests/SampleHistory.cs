using Archiet.Genome;
using Archiet.Model;

namespace Archiet.Emit.Tests;

/// <summary>The migrations of a sample, oldest first.</summary>
internal static class SampleHistory
{
    /// <summary>Those that are sealed in its folder, and what is pending.</summary>
    public static IReadOnlyList<MigrationPlan> Of(string folder, GenomeModel model)
    {
        var history = Sealed(folder);
        var state = SchemaStates.Of(model);
        var pending = SchemaDiff.Between(history.State, state, SchemaDiff.RenamesOf(history.State, SchemaStates.RenamesOf(model)));
        return [.. history.Links.Select(MigrationPlanner.Plan), .. pending.IsEmpty ? Array.Empty<MigrationPlan>() : [MigrationPlanner.Plan(history.State, pending, MigrationPlan.PendingId, [])]];
    }

    /// <summary>Those that are sealed in its folder.</summary>
    public static SchemaHistory Sealed(string folder)
    {
        var migrations = Path.Combine(folder, "migrations");
        var files = Directory.Exists(migrations) ? Directory.GetFiles(migrations).Select(static path => new HistoryFile(path, File.ReadAllText(path))).ToList() : [];
        var history = SchemaHistory.Of(
            files.Where(static file => file.Name.EndsWith(HistoryFile.SealedEnding, StringComparison.Ordinal)).Select(static file => SealedMigration.Read(file.Path, file.Text)),
            files.Find(static file => file.Name == HistoryFile.Head),
            files.Where(static file => file.Name.EndsWith(".sql", StringComparison.Ordinal)));
        Assert.That(history.Findings, Is.Empty);
        return history;
    }

    /// <summary>The same schema in two: first bare tables with what they cannot do without, then all the rest.</summary>
    public static IReadOnlyList<MigrationPlan> InTwo(GenomeModel model)
    {
        var state = SchemaStates.Of(model);
        var bare = state with { Tables = state.Tables.Where(static table => table.Key.Count == 0).Select(Bare).ToEquatableArray(), Seeds = [], Extensions = [] };
        return
        [
            MigrationPlanner.Plan(SchemaState.Empty, SchemaDiff.Between(SchemaState.Empty, bare, []), "20260101000000_start", []),
            MigrationPlanner.Plan(bare, SchemaDiff.Between(bare, state, []), MigrationPlan.PendingId, []),
        ];
    }

    private static TableModel Bare(TableModel table)
    {
        var indexes = table.Indexes.Where(static index => index.Unique).ToList();
        return table with
        {
            Columns = table.Columns.Where(column => !column.Nullable && column.Computed is null || indexes.Exists(index => index.Columns.Contains(column.Name) || Reads(index.Where, column))).ToEquatableArray(),
            Indexes = indexes.ToEquatableArray(),
            Checks = [],
            ForeignKeys = [],
            Exclusions = [],
            Triggers = [],
        };
    }

    private static bool Reads(string? sql, ColumnModel column) => sql?.Contains($"\"{column.Name}\"", StringComparison.Ordinal) == true;
}
