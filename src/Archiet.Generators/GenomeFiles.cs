using Archiet.Genome;
using Microsoft.CodeAnalysis;

namespace Archiet.Generators;

/// <summary>Which of a project's additional files are its genome.</summary>
internal static class GenomeFiles
{
    private const string Extension = ".genome.yaml";

    /// <summary>Whether a file is a part of the genome.</summary>
    public static bool IsGenome(AdditionalText file) => file.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>A file with its text; one that cannot be read is an empty one, and the compiler says why.</summary>
    public static GenomeFile Read(AdditionalText file, CancellationToken cancel) => new(file.Path, file.GetText(cancel)?.ToString() ?? "");

    /// <summary>Files by path, so that the order in which a project happens to list them means nothing; a file that is listed twice is one file.</summary>
    public static IEnumerable<T> InOrder<T>(IEnumerable<T> files, Func<T, string> path) =>
        files.GroupBy(path, StringComparer.Ordinal).Select(static same => same.First()).OrderBy(path, StringComparer.Ordinal);
}
