using System.Globalization;
using Archiet.Genome;
using Archiet.Model;
using Archiet.Testing;

namespace Archiet.Benchmarks.Migrations;

/// <summary>An app of many tables that has come to be in many steps: the first migration makes all tables, each later one adds a column to one of them.</summary>
/// <param name="Genome">The genome as it is in the end.</param>
/// <param name="Files">The folder of migrations: sealed files and their head.</param>
internal sealed record SyntheticHistory(string Genome, IReadOnlyList<HistoryFile> Files)
{
    private const string Folder = "migrations/";
    private const string Fields = "    fields:\n";

    /// <summary>Makes one of so many tables, beside the tenant's and the member's, and so many migrations.</summary>
    public static SyntheticHistory Of(int tables, int migrations)
    {
        var genome = SyntheticGenome.Text(tables);
        var files = new List<HistoryFile>();
        SealedMigration? newest = null;
        var state = SchemaState.Empty;
        for (var migration = 0; migration < migrations; migration++)
        {
            genome = migration == 0 ? genome : AddField(genome, SyntheticGenome.EntityName((migration - 1) % tables), migration);
            var after = SchemaStates.Of(Lowering.Lower(GenomeFrontEnd.Compile([new GenomeFile(SyntheticGenome.Path, genome)]).Genome!));
            var id = string.Create(CultureInfo.InvariantCulture, $"{20260101000000 + migration}_step{migration}");
            var text = SealedMigrationWriter.Write(id, newest, SchemaDiff.Between(state, after, EquatableArray<SchemaRename>.Empty), [], [], after);
            files.Add(new HistoryFile(Folder + id + HistoryFile.SealedEnding, text));
            newest = SealedMigration.Read(files[^1].Path, text);
            state = after;
        }
        return new(genome, [.. files, new HistoryFile(Folder + HistoryFile.Head, newest!.Id + "\n")]);
    }

    private static string AddField(string genome, string entity, int number)
    {
        var at = genome.IndexOf(Fields, genome.IndexOf($"  {entity}:\n", StringComparison.Ordinal), StringComparison.Ordinal) + Fields.Length;
        return genome.Insert(at, string.Create(CultureInfo.InvariantCulture, $"      added{number}: {{ type: int, description: What was counted from then on. }}\n"));
    }
}
