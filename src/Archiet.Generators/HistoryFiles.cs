using Archiet.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Generators;

/// <summary>Which of a project's additional files are its schema's history.</summary>
internal static class HistoryFiles
{
    private const string SqlEnding = ".sql";

    /// <summary>The folder of the history as the SDK says it, relative to the project. Without it, every SQL file that the compiler is handed is a step.</summary>
    private const string FolderProperty = "build_property.ArchietMigrationsFolder";

    /// <summary>How the folder of a history's SQL ends, between slashes; null where nobody says it.</summary>
    public static string? FolderOf(AnalyzerConfigOptions options) =>
        options.TryGetValue(FolderProperty, out var folder) && Slashed(folder).TrimStart('.', '/').TrimEnd('/') is { Length: > 0 } name ? "/" + name + "/" : null;

    /// <summary>Whether a file is a step of the history, and not SQL of something else that is there to be looked through for secrets.</summary>
    public static bool IsIn(string? folder, string path) => folder is null || !IsSql(path)
        || Slashed(path) is var slashed && slashed.Substring(0, slashed.LastIndexOf('/') + 1).EndsWith(folder, StringComparison.Ordinal);

    /// <summary>Whether a file belongs to a folder of migrations: a sealed one, the head, or SQL.</summary>
    public static bool IsHistory(AdditionalText file) => IsSealed(file.Path) || IsSql(file.Path) || IsHead(file.Path);

    /// <summary>A file with its text; one that cannot be read is an empty one, and the compiler says why.</summary>
    public static HistoryFile Read(AdditionalText file, CancellationToken cancel) => new(file.Path, file.GetText(cancel)?.ToString() ?? "");

    /// <summary>Reads the chain that files make.</summary>
    public static SchemaHistory Chain(IReadOnlyCollection<HistoryFile> files) => SchemaHistory.Of(
        files.Where(static file => IsSealed(file.Path)).Select(static file => SealedMigration.Read(file.Path, file.Text)),
        files.FirstOrDefault(static file => IsHead(file.Path)),
        files.Where(static file => IsSql(file.Path)));

    private static string Slashed(string path) => path.Replace('\\', '/');

    private static bool IsSealed(string path) => path.EndsWith(HistoryFile.SealedEnding, StringComparison.Ordinal);

    private static bool IsSql(string path) => path.EndsWith(SqlEnding, StringComparison.Ordinal);

    private static bool IsHead(string path) => path.Length > HistoryFile.Head.Length
        && path.EndsWith(HistoryFile.Head, StringComparison.Ordinal) && path[path.Length - HistoryFile.Head.Length - 1] is '/' or '\\';
}
