using System.Text;
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
    public static GenomeFile Read(AdditionalText file, CancellationToken cancel)
    {
        var source = file.GetText(cancel);
        return new(file.Path, source is null ? "" : InUtf8(source.ToString(), source.Encoding));
    }

    /// <summary>
    /// A file that is no UTF-8 the compiler reads, without a word, in the code page of the machine. Here its bytes are read as what they must be: where they are no UTF-8
    /// stands U+FFFD, and that is a finding at its line.
    /// </summary>
    private static string InUtf8(string text, Encoding? encoding)
    {
        if (encoding is not { IsSingleByte: true })
        {
            return text;
        }
        var bytes = encoding.GetBytes(text);
        return encoding.GetString(bytes) == text ? Encoding.UTF8.GetString(bytes) : text;
    }

    /// <summary>Files by path, so that the order in which a project happens to list them means nothing; a file that is listed twice is one file.</summary>
    public static IEnumerable<T> InOrder<T>(IEnumerable<T> files, Func<T, string> path) =>
        files.GroupBy(path, StringComparer.Ordinal).Select(static same => same.First()).OrderBy(path, StringComparer.Ordinal);
}
