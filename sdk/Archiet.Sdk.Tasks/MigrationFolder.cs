using System.Text;
using Archiet.Model;
using Microsoft.Build.Utilities;

namespace Archiet.Sdk.Tasks;

/// <summary>A project's folder of migrations as it is on disk.</summary>
internal sealed class MigrationFolder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private MigrationFolder(string path, IReadOnlyList<HistoryFile> files)
    {
        Path = path;
        Steps = [.. files.Where(static file => file.Name.EndsWith(".sql", StringComparison.Ordinal))];
        Sealed = [.. files.Where(static file => file.Name.EndsWith(HistoryFile.SealedEnding, StringComparison.Ordinal)).Select(static file => SealedMigration.Read(file.Path, file.Text))];
        Head = files.FirstOrDefault(static file => file.Name == HistoryFile.Head);
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The sealed migrations, in ordinal order of names.</summary>
    public IReadOnlyList<SealedMigration> Sealed { get; }

    /// <summary>The file that names the newest, or null.</summary>
    public HistoryFile? Head { get; }

    /// <summary>The SQL files.</summary>
    public IReadOnlyList<HistoryFile> Steps { get; }

    /// <summary>Reads the files that a history is made of; a folder that is not there is an empty one.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="DecoderFallbackException">A file is not UTF-8.</exception>
    public static MigrationFolder Read(string path) => new(
        path,
        Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path).Where(IsHistory).Order(StringComparer.Ordinal).Select(static file => new HistoryFile(file, Utf8.GetString(File.ReadAllBytes(file))))]
            : []);

    /// <summary>The history, or null where it is broken, which is logged at the places.</summary>
    public SchemaHistory? Check(TaskLoggingHelper log)
    {
        var history = SchemaHistory.Of(Sealed, Head, Steps);
        foreach (var found in history.Findings.Where(static found => found.Descriptor.Severity == Genome.Diagnostics.GenomeSeverity.Error))
        {
            log.Report(found.ToDiagnostic());
        }
        return history.IsBroken ? null : history;
    }

    /// <summary>Writes a file of the folder, whole or not at all.</summary>
    public void Write(string name, string text, CancellationToken cancellation) =>
        FileOnDisk.WriteWhenDifferent(System.IO.Path.Combine(Path, name), Utf8.GetBytes(text), cancellation);

    /// <summary>Writes which migration is the newest.</summary>
    public void WriteHead(string id, CancellationToken cancellation) => Write(HistoryFile.Head, id + "\n", cancellation);

    private static bool IsHistory(string path) =>
        path.EndsWith(HistoryFile.SealedEnding, StringComparison.Ordinal) || path.EndsWith(".sql", StringComparison.Ordinal) || System.IO.Path.GetFileName(path) == HistoryFile.Head;
}
