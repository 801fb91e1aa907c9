namespace Archiet.Schema.Tests;

/// <summary>A folder of migrations, in memory.</summary>
internal sealed class Folder
{
    private readonly SortedDictionary<string, string> files = new(StringComparer.Ordinal);
    private SealedMigration? newest;

    /// <summary>The text of a file; null takes it away.</summary>
    public string? this[string name]
    {
        get => files.GetValueOrDefault(name);
        set
        {
            files.Remove(name);
            if (value is not null)
            {
                files.Add(name, value);
            }
        }
    }

    /// <summary>The schema after what was sealed last.</summary>
    public SchemaState State { get; private set; } = SchemaState.Empty;

    /// <summary>Reads it.</summary>
    public SchemaHistory Read() => SchemaHistory.Of(
        files.Where(static file => file.Key.EndsWith(HistoryFile.SealedEnding, StringComparison.Ordinal)).Select(static file => SealedMigration.Read("migrations/" + file.Key, file.Value)).Reverse(),
        files.TryGetValue(HistoryFile.Head, out var head) ? new HistoryFile("migrations/head", head) : null,
        files.Where(static file => file.Key.EndsWith(".sql", StringComparison.Ordinal)).Select(static file => new HistoryFile("migrations/" + file.Key, file.Value)));

    /// <summary>Its findings, each as <c>file(line,column): id</c>.</summary>
    public IEnumerable<string> Findings => Read().Findings.Select(static found => $"{HistoryName(found.Path)}({found.Line},{found.Column}): {found.Descriptor.Id}");

    /// <summary>Seals what leads to a schema.</summary>
    public Folder Seal(string id, SchemaState after, params string[] steps)
    {
        var before = State;
        var asked = SchemaDiff.Between(before, after, default);
        return Seal(id, asked, after, [], steps);
    }

    /// <summary>Seals a difference.</summary>
    public Folder Seal(string id, SchemaDelta delta, SchemaState after, IEnumerable<SealedApproval> approvals, params string[] steps)
    {
        var named = steps.Select((text, at) => new HistoryFile($"{id}.{at + 1}.sql", text)).ToList();
        named.ForEach(step => files.Add(step.Name, step.Text));
        var text = SealedMigrationWriter.Write(id, newest, delta, approvals, named.Select(static step => new SealedStep(step.Name, step.Hash)), after);
        files.Add(id + HistoryFile.SealedEnding, text);
        files[HistoryFile.Head] = id + "\n";
        (newest, State) = (SealedMigration.Read("migrations/" + id + HistoryFile.SealedEnding, text), after);
        return this;
    }

    private static string HistoryName(string path) => path[(path.LastIndexOf('/') + 1)..];
}
