using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;

namespace Archiet.Cases.Tests;

/// <summary>
/// P1 and P4 for the front end: whatever it is given it returns, with either a genome or errors; every finding lies within its file, in the total order, and none is
/// there twice.
/// </summary>
internal static class FrontEndOracle
{
    /// <summary>Compiles files and holds the result to what must be true of any.</summary>
    public static CompiledGenome Compile(IReadOnlyList<GenomeFile> files)
    {
        var compiled = GenomeFrontEnd.Compile(files);
        if (Complaint(files, compiled) is { } complaint)
        {
            Assert.Fail(complaint);
        }
        return compiled;
    }

    /// <summary>Compiles files that have no findings.</summary>
    public static BoundGenome Bind(IReadOnlyList<GenomeFile> files)
    {
        var compiled = Compile(files);
        Assert.That(compiled.Diagnostics.Select(static it => $"{it.Span.Path}({it.Span.Line},{it.Span.Column}): {it.Descriptor.Id} {it.Message}"), Is.Empty);
        return compiled.Genome!;
    }

    /// <summary>What is wrong with a result, or null: a text and no assertion, so that a hundred thousand mutants cost nothing but their compiling.</summary>
    public static string? Complaint(IReadOnlyList<GenomeFile> files, CompiledGenome compiled)
    {
        var hasError = false;
        var lines = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        GenomeDiagnostic? before = null;
        foreach (var diagnostic in compiled.Diagnostics)
        {
            hasError |= diagnostic.Descriptor.Severity == GenomeSeverity.Error;
            if (Complaint(files, lines, diagnostic) is { } complaint)
            {
                return $"{diagnostic.Descriptor.Id} at {diagnostic.Span}: {complaint}";
            }
            if (before is not null && Compare(before, diagnostic) is var order && order >= 0)
            {
                return $"{before} {(order == 0 ? "is there twice" : "stands before")} {diagnostic}";
            }
            before = diagnostic;
        }
        return hasError == (compiled.Genome is null) ? null : hasError ? "Errors, and a genome all the same." : "Neither an error nor a genome.";
    }

    private static string? Complaint(IReadOnlyList<GenomeFile> files, Dictionary<string, List<int>> lines, GenomeDiagnostic diagnostic)
    {
        var (path, line, column, endLine, endColumn) = diagnostic.Span;
        if (files.FirstOrDefault(file => file.Path == path) is not { } file)
        {
            return "a file that is none of the genome";
        }
        if (line < 1 || column < 1 || (endLine, endColumn).CompareTo((line, column)) < 0)
        {
            return "a place that ends before it begins";
        }
        if (!lines.TryGetValue(path, out var lengths))
        {
            lines.Add(path, lengths = LineLengths(file.Text));
        }
        if (endLine > lengths.Count || column > lengths[line - 1] + 1 || endColumn > lengths[endLine - 1] + 1)
        {
            return $"outside the file, which has {lengths.Count} lines";
        }
        return diagnostic.Message.AsSpan().IndexOfAny('\r', '\n') >= 0 ? "a message of several lines" : diagnostic.Message.Length is 0 or > 2000 ? "a message of no use" : null;
    }

    private static int Compare(GenomeDiagnostic left, GenomeDiagnostic right)
    {
        var order = string.CompareOrdinal(left.Span.Path, right.Span.Path);
        order = order != 0 ? order : (left.Span.Line, left.Span.Column).CompareTo((right.Span.Line, right.Span.Column));
        order = order != 0 ? order : string.CompareOrdinal(left.Descriptor.Id, right.Descriptor.Id);
        return order != 0 ? order : string.CompareOrdinal(left.Message, right.Message);
    }

    /// <summary>The lengths of lines as an editor counts them: without a byte order mark, whatever ends a line.</summary>
    private static List<int> LineLengths(string text)
    {
        var lengths = new List<int>();
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r')
            {
                lengths.Add(i - start);
                i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                start = i + 1;
            }
        }
        lengths.Add(text.Length - start);
        return lengths;
    }
}
