using System.Text;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Formatting;
using Archiet.Genome.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Archiet.Genome.Tests.Formatting;

/// <summary>What holds of every genome without errors, before and after formatting.</summary>
internal static class FormatProperties
{
    /// <summary>Asserts all of it.</summary>
    public static void Hold(IReadOnlyList<GenomeFile> files)
    {
        Assert.That(GenomeCheck.Describe(Errors(files)), Is.Empty, "of what has errors nothing is promised");
        var formatted = Formatted(files);
        Assert.Multiple(() =>
        {
            foreach (var (before, after) in files.OrderBy(static file => file.Path, StringComparer.Ordinal).Zip(formatted))
            {
                Assert.That(Values(after.Text), Is.EqualTo(Values(before.Text)), "values, kinds and order");
                Assert.That(Comments(after.Text), Is.EqualTo(Comments(before.Text)), "comments");
                Assert.That(after.Text, Does.EndWith("\n").And.Not.EndsWith("\n\n").Or.Contains("|+").Or.Contains(">+"));
            }
            Assert.That(Formatted(formatted), Is.EqualTo(formatted), "formatted again");
            Assert.That(GenomeFrontEnd.Compile(formatted).Genome, Is.EqualTo(GenomeFrontEnd.Compile(files).Genome), "the genome");
            Assert.That(GenomeFormatter.Canonical(formatted), Is.EqualTo(GenomeFormatter.Canonical(files)), "the canonical text");
        });
    }

    /// <summary>The errors of a genome.</summary>
    public static IEnumerable<GenomeDiagnostic> Errors(IReadOnlyList<GenomeFile> files) =>
        GenomeFrontEnd.Compile(files).Diagnostics.Where(static found => found.Descriptor.Severity == GenomeSeverity.Error);

    /// <summary>The files after formatting.</summary>
    public static IReadOnlyList<GenomeFile> Formatted(IReadOnlyList<GenomeFile> files) =>
        [.. GenomeFormatter.Format(files).Select(static file => new GenomeFile(file.File.Path, file.Text!))];

    /// <summary>Every value of a file, with its kind, in the order of the file: read by the compiler's own reader.</summary>
    private static string Values(string text)
    {
        var root = YamlReader.Read(text.TrimStart('\uFEFF'), new FindingList());
        var values = new StringBuilder();
        Write(values, root!);
        return values.ToString();
    }

    private static void Write(StringBuilder into, YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                into.Append('{');
                Array.ForEach(mapping.Entries, entry =>
                {
                    into.Append(entry.Key.Text).Append(": ");
                    Write(into, entry.Value);
                });
                into.Append("}\n");
                break;
            case YamlSequence sequence:
                into.Append('[');
                sequence.Items.ForEach(item => Write(into, item));
                into.Append("]\n");
                break;
            default:
                var kind = ScalarKinds.Of((YamlScalar)node);
                into.Append(kind).Append(' ').Append(kind == ScalarKind.Null ? "" : ((YamlScalar)node).Text).Append('\n');
                break;
        }
    }

    /// <summary>The comments of a file as YamlDotNet's scanner sees them, sorted: one may move to another line, none may change.</summary>
    private static List<string> Comments(string text)
    {
        var comments = new List<string>();
        var scanner = new Scanner(new StringReader(text.TrimStart('\uFEFF')), skipComments: false);
        while (scanner.MoveNext())
        {
            if (scanner.Current is Comment comment)
            {
                comments.Add(comment.Value.TrimEnd());
            }
        }
        comments.Sort(StringComparer.Ordinal);
        return comments;
    }
}
