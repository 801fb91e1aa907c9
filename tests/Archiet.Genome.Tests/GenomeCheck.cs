using System.Globalization;
using System.Text;
using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Tests;

/// <summary>Compiles genomes in tests. A text may mark the places of its findings: <c>{|ARC0050:integer|}</c>.</summary>
internal static class GenomeCheck
{
    /// <summary>The file that completes a fragment: an app, its tenancy and the tenant entity.</summary>
    public const string Base = """
        genome: "1.0"
        app: { name: Shop, namespace: Shop }
        tenancy: { tenant: Store }
        entities:
          Store: { fields: { name: { type: string, max: 80, required: true } } }

        """;

    /// <summary>Compiles a fragment together with <see cref="Base"/>, or a text that has an app of its own alone.</summary>
    public static CompiledGenome Compile(string text) =>
        HasApp(text) ? GenomeFrontEnd.Compile([new("test.genome.yaml", text)]) : GenomeFrontEnd.Compile([new("base.genome.yaml", Base), new("test.genome.yaml", text)]);

    /// <summary>Compiles a fragment that has no findings.</summary>
    public static BoundGenome Bind(string text)
    {
        var compiled = Compile(text);
        Assert.That(Describe(compiled.Diagnostics), Is.Empty);
        return compiled.Genome!;
    }

    /// <summary>The fields of the entity Order, by name, of a genome whose only entity besides the tenant has these lines.</summary>
    public static BoundField Field(string field) =>
        Bind($"entities:\n  Order:\n    fields:\n      {field}\n").Entities.Single(static entity => entity.Name == "Order").Fields[0];

    /// <summary>Asserts that exactly the marked findings come out, at exactly their places.</summary>
    public static void Findings(string marked)
    {
        var (text, expected) = Unmark(marked);
        Assert.That(Lines(Compile(text).Diagnostics), Is.EqualTo(expected));
    }

    /// <summary>Every diagnostic on a line, for a message.</summary>
    public static string Describe(IEnumerable<GenomeDiagnostic> diagnostics) =>
        string.Join('\n', diagnostics.Select(static diagnostic => $"{Line(diagnostic)} {diagnostic.Message}"));

    private static bool HasApp(string text) => text.Contains("\napp:", StringComparison.Ordinal) || text.StartsWith("app:", StringComparison.Ordinal);

    private static List<string> Lines(IEnumerable<GenomeDiagnostic> diagnostics) => [.. diagnostics.Select(Line)];

    private static string Line(GenomeDiagnostic diagnostic)
    {
        var (_, line, column, endLine, endColumn) = diagnostic.Span;
        return string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Descriptor.Id} ({line},{column})-({endLine},{endColumn})");
    }

    private static (string Text, List<string> Expected) Unmark(string marked)
    {
        var text = new StringBuilder();
        var open = new Stack<(string Id, int Start)>();
        var found = new List<(string Id, int Start, int End)>();
        for (var i = 0; i < marked.Length;)
        {
            if (string.CompareOrdinal(marked, i, "{|ARC", 0, 5) == 0)
            {
                open.Push((marked.Substring(i + 2, 7), text.Length));
                i += 10;
            }
            else if (open.Count > 0 && string.CompareOrdinal(marked, i, "|}", 0, 2) == 0)
            {
                var (id, start) = open.Pop();
                found.Add((id, start, text.Length));
                i += 2;
            }
            else
            {
                text.Append(marked[i++]);
            }
        }
        var plain = text.ToString();
        return (plain, [.. found.OrderBy(static it => it.Start).ThenBy(static it => it.Id, StringComparer.Ordinal).Select(it => $"{it.Id} {At(plain, it.Start)}-{At(plain, it.End)}")]);
    }

    private static string At(string text, int index)
    {
        var before = text[..index];
        var line = before.Count(static c => c == '\n') + 1;
        return string.Create(CultureInfo.InvariantCulture, $"({line},{index - before.LastIndexOf('\n')})");
    }
}
