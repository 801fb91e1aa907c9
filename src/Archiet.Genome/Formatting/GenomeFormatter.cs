using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Formatting;

/// <summary>
/// The two texts of <c>spec/canonical.md</c>: files laid out as people read them, with their comments, and the one text of a genome by which it is compared, hashed
/// and sealed.
/// </summary>
public static class GenomeFormatter
{
    /// <summary>
    /// Lays out the files of a genome, each by itself: same values, same order, same comments, another layout. A file with an error stays as it is; that something is
    /// not decided yet, as in a draft, is no mistake in its text.
    /// </summary>
    /// <param name="files">All files of the genome.</param>
    /// <returns>The files in order of paths.</returns>
    public static IReadOnlyList<FormattedFile> Format(IReadOnlyList<GenomeFile> files)
    {
        var errors = GenomeFrontEnd.Compile(files).Diagnostics.Where(IsMistake).ToLookup(static found => found.Span.Path, StringComparer.Ordinal);
        return
        [
            .. files.OrderBy(static file => file.Path, StringComparer.Ordinal).Select(file => errors[file.Path].Any()
                ? new FormattedFile(file, null, errors[file.Path].ToEquatableArray())
                : new(file, Format(file.Text), EquatableArray<GenomeDiagnostic>.Empty)),
        ];
    }

    /// <summary>The canonical text of a genome, however it is spread over files and laid out; null where it has an error.</summary>
    /// <param name="files">All files of the genome.</param>
    public static string? Canonical(IReadOnlyList<GenomeFile> files) => GenomeFrontEnd.Compile(files).Diagnostics.Any(IsError)
        ? null
        : CanonicalWriter.Write([.. files.OrderBy(static file => file.Path, StringComparer.Ordinal).Select(static file => LayoutReader.Read(Normalize(file.Text)))]);

    /// <summary>A file keeps the line breaks that it has: those of its first line.</summary>
    private static string Format(string text)
    {
        var formatted = LayoutWriter.Write(LayoutReader.Read(Normalize(text)));
        var first = text.IndexOf('\n');
        return first > 0 && text[first - 1] == '\r' ? formatted.Replace("\n", "\r\n") : formatted;
    }

    private static string Normalize(string text) => text.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n');

    private static bool IsMistake(GenomeDiagnostic found) => IsError(found) && !GenomeDiagnostics.IsUndecided(found.Descriptor);

    private static bool IsError(GenomeDiagnostic found) => found.Descriptor.Severity == GenomeSeverity.Error;
}

/// <summary>What formatting made of a file.</summary>
/// <param name="File">The file as it was.</param>
/// <param name="Text">Its text in the layout of the specification, or null where it has errors.</param>
/// <param name="Errors">Why it was not formatted.</param>
public sealed record FormattedFile(GenomeFile File, string? Text, EquatableArray<GenomeDiagnostic> Errors)
{
    /// <summary>Whether the file is not in the layout of the specification yet.</summary>
    public bool Differs => Text is not null && Text != File.Text;
}
