using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Model;
using Archiet.Sdk.Tasks;
using Microsoft.Build.Utilities;

namespace Archiet.Evolution.Genomes;

/// <summary>A user's project in a folder of its own: the genome, and the history that grows beside it.</summary>
internal sealed class Project : IDisposable
{
    private const string GenomePattern = "*.genome.yaml";

    /// <summary>The project's folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("archiet-evolution-").FullName;

    /// <summary>The folder of its history.</summary>
    public string Migrations => Path.Combine(Folder, "migrations");

    /// <summary>Writes a step as its author has it before the compiler asks.</summary>
    public void WriteUnanswered(EvolutionStep step) => Write(step.Unanswered, step.Scripts);

    /// <summary>Writes a step with everything that it answers and approves.</summary>
    public void Write(EvolutionStep step) => Write(step.Genome, step.Scripts);

    /// <summary>A project of the same genome that nothing was ever sealed in.</summary>
    public Project WithoutHistory()
    {
        var project = new Project();
        project.Write(GenomePaths().ToDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal), new Dictionary<string, string>());
        return project;
    }

    /// <summary>What <c>dotnet build -t:ArchietSealMigration -p:Name=…</c> does.</summary>
    public Sealing Seal(string name)
    {
        var engine = new RecordingEngine();
        using var task = new ArchietSealMigration
        {
            BuildEngine = engine, Genomes = [.. GenomePaths().Select(path => new TaskItem(path))], Folder = Migrations, Name = name,
        };
        return task.Execute() || engine.Errors.Count > 0
            ? new(engine.Errors, engine.Warnings)
            : throw new InvalidOperationException("The task failed and logged nothing.");
    }

    /// <summary>The genome as the compiler understands it.</summary>
    public BoundGenome Bind()
    {
        var compiled = GenomeFrontEnd.Compile(GenomePaths().Select(path => new GenomeFile(Path.GetFileName(path), File.ReadAllText(path))));
        return compiled.Genome ?? throw new InvalidOperationException(string.Join('\n', compiled.Diagnostics));
    }

    /// <summary>The history in the folder.</summary>
    public SchemaHistory History()
    {
        var files = Directory.EnumerateFiles(Migrations).Order(StringComparer.Ordinal).Select(path => new HistoryFile(path, File.ReadAllText(path))).ToList();
        return SchemaHistory.Of(
            files.Where(file => file.Name.EndsWith(HistoryFile.SealedEnding, StringComparison.Ordinal)).Select(file => SealedMigration.Read(file.Path, file.Text)),
            files.Find(file => file.Name == HistoryFile.Head),
            files.Where(file => file.Name.EndsWith(".sql", StringComparison.Ordinal)));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private IEnumerable<string> GenomePaths() => Directory.EnumerateFiles(Folder, GenomePattern).Order(StringComparer.Ordinal);

    private void Write(IReadOnlyDictionary<string, string> genome, IReadOnlyDictionary<string, string> scripts)
    {
        foreach (var path in GenomePaths().ToList())
        {
            File.Delete(path);
        }
        foreach (var (name, text) in genome)
        {
            File.WriteAllText(Path.Combine(Folder, name), text);
        }
        Directory.CreateDirectory(Migrations);
        foreach (var (name, text) in scripts)
        {
            File.WriteAllText(Path.Combine(Migrations, name), text);
        }
    }
}

/// <summary>What came of sealing.</summary>
/// <param name="Errors">None where it sealed.</param>
/// <param name="Warnings">What its author should know.</param>
internal sealed record Sealing(IReadOnlyList<string> Errors, IReadOnlyList<string> Warnings);
