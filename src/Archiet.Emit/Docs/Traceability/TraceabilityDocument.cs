using System.Text;
using Archiet.Genome.Sources;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>
/// Where an app comes from, as a page to review: each sentence of the requirements with the elements of the genome that come from it, where they are found and what proves
/// them; then what of the document nothing implements, what was dismissed and why, and what of the genome no sentence asked for.
/// </summary>
public sealed class TraceabilityDocument
{
    private readonly StringBuilder text = new();
    private readonly GenomePaths genome;
    private readonly IReadOnlyList<VerifyingTest> tests;
    private readonly ElementPlaces places;

    private TraceabilityDocument(GenomeModel model, GenomePaths genome, IReadOnlyList<VerifyingTest> tests)
    {
        this.genome = genome;
        this.tests = [.. tests.Distinct().OrderBy(static test => test.Name, StringComparer.Ordinal)];
        places = new(model);
    }

    /// <summary>The page as UTF-8 without a byte order mark, "\n" only.</summary>
    /// <param name="model">The app.</param>
    /// <param name="genome">The paths of its genome.</param>
    /// <param name="sources">The sidecars of its genome files.</param>
    /// <param name="tests">The tests that say what they prove, in any order.</param>
    public static byte[] Write(GenomeModel model, GenomePaths genome, IReadOnlyList<GenomeSources> sources, IReadOnlyList<VerifyingTest> tests)
    {
        var page = new TraceabilityDocument(model, genome, tests);
        page.text.Append("# Traceability of ").Append(model.App.Title).Append("\n\n")
            .Append("Made from the genome and what it knows of its sources; edits are lost. A test is named where it says which element it verifies.\n")
            .Append("That an element comes from a sentence does not say that it does all that the sentence asks for.\n");
        foreach (var document in sources.OrderBy(static document => document.Document, StringComparer.Ordinal))
        {
            page.Document(document);
        }
        page.NobodyAsked(sources);
        page.VerifiesNothing();
        return Encoding.UTF8.GetBytes(page.text.ToString());
    }

    private void Document(GenomeSources sources)
    {
        var elements = sources.Elements.Where(element => IsBuilt(element.Path)).OrderBy(static element => element.Path, StringComparer.Ordinal).ToList();
        var bySentence = elements.SelectMany(static element => element.Sentences.Select(id => (Id: id, element.Path))).ToLookup(static pair => pair.Id, static pair => pair.Path, StringComparer.Ordinal);
        var dismissed = sources.Dismissed.GroupBy(static sentence => sentence.Id, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.First().Reason, StringComparer.Ordinal);
        var open = sources.Sentences.Where(sentence => !bySentence.Contains(sentence.Id) && !dismissed.ContainsKey(sentence.Id)).ToList();
        var built = sources.Sentences.Where(sentence => bySentence.Contains(sentence.Id)).ToList();
        text.Append("\n## ").Append(MarkdownText.Of(sources.Document)).Append("\n\n")
            .Append("Of ").Append(Number(sources.Sentences.Count)).Append(" sentences: ").Append(Number(built.Count)).Append(" lead to elements, ")
            .Append(Number(open.Count)).Append(" to nothing, ").Append(Number(sources.Sentences.Count - built.Count - open.Count)).Append(" dismissed.\n");
        if (built.Count > 0)
        {
            text.Append('\n');
            Row("sentence", "says", "element", "found in", "tests");
            Row("---", "---", "---", "---", "---");
            foreach (var sentence in built)
            {
                Built(sentence, bySentence[sentence.Id].ToList());
            }
        }
        NotBuilt(open, sources);
        Dismissed(sources, dismissed, bySentence);
    }

    private void Built(SourceSentence sentence, List<string> paths)
    {
        for (var at = 0; at < paths.Count; at++)
        {
            Row(
                at == 0 ? Place(sentence) : "", at == 0 ? MarkdownText.Of(sentence.Text) : "", Code(paths[at]),
                string.Join(", ", places.Of(paths[at]).Distinct(StringComparer.Ordinal).Select(Code)), string.Join(", ", TestsOf(paths[at]).Select(Code)));
        }
    }

    private void NotBuilt(List<SourceSentence> open, GenomeSources sources)
    {
        if (open.Count == 0)
        {
            return;
        }
        var later = sources.Screens.SelectMany(static screen => screen.Sentences.Select(id => (id, What: "screen " + screen.Name)))
            .Concat(sources.Compliance.SelectMany(static regime => regime.Sentences.Select(id => (id, What: "regime " + regime.Name))))
            .ToLookup(static pair => pair.id, static pair => pair.What, StringComparer.Ordinal);
        text.Append("\n### What nothing implements\n\n");
        Row("sentence", "says", "noted for a later version of the language");
        Row("---", "---", "---");
        foreach (var sentence in open)
        {
            Row(Place(sentence), MarkdownText.Of(sentence.Text), string.Join(", ", later[sentence.Id].Select(MarkdownText.Of)));
        }
    }

    private void Dismissed(GenomeSources sources, Dictionary<string, string> dismissed, ILookup<string, string> built)
    {
        var sentences = sources.Sentences.Where(sentence => dismissed.ContainsKey(sentence.Id) && !built.Contains(sentence.Id)).ToList();
        if (sentences.Count == 0)
        {
            return;
        }
        text.Append("\n### What was dismissed\n\n");
        Row("sentence", "says", "why");
        Row("---", "---", "---");
        foreach (var sentence in sentences)
        {
            Row(Place(sentence), MarkdownText.Of(sentence.Text), MarkdownText.Of(dismissed[sentence.Id]));
        }
    }

    private void NobodyAsked(IReadOnlyList<GenomeSources> sources)
    {
        var known = new HashSet<string>(sources.SelectMany(static document => document.Elements).Where(static element => element.Sentences.Count > 0).Select(static element => element.Path), StringComparer.Ordinal);
        var unasked = places.All().Where(path => !known.Contains(path)).ToList();
        if (unasked.Count == 0)
        {
            return;
        }
        text.Append("\n## What no sentence asked for\n\n");
        Row("element", "found in", "tests");
        Row("---", "---", "---");
        foreach (var path in unasked)
        {
            Row(Code(path), string.Join(", ", places.Of(path).Distinct(StringComparer.Ordinal).Select(Code)), string.Join(", ", TestsOf(path).Select(Code)));
        }
    }

    /// <summary>A test that names what the genome does not have proves nothing, and nobody would notice.</summary>
    private void VerifiesNothing()
    {
        var lost = tests.Where(test => !genome.Contains(test.Path)).ToList();
        if (lost.Count == 0)
        {
            return;
        }
        text.Append("\n## Tests of what the genome does not have\n\n");
        Row("test", "element");
        Row("---", "---");
        foreach (var test in lost)
        {
            Row(Code(test.Name), Code(test.Path));
        }
    }

    /// <summary>A question implements nothing, and nor does what is no longer in the genome.</summary>
    private bool IsBuilt(string path) => genome.Contains(path) && !path.StartsWith("questions.", StringComparison.Ordinal);

    /// <summary>The tests of an element and of what lies below it.</summary>
    private IEnumerable<string> TestsOf(string path) =>
        tests.Where(test => test.Path == path || test.Path.StartsWith(path + ".", StringComparison.Ordinal)).Select(static test => test.Name).Distinct(StringComparer.Ordinal);

    private static string Place(SourceSentence sentence) => sentence.Id + ", line " + Number(sentence.Line);

    private static string Number(int number) => CSharpText.Number(number);

    // Names have no backtick, and a file can hold any path: it is in a cell whatever it is.
    private static string Code(string name) => "`" + name.Replace('`', '\'').Replace("|", "\\|") + "`";

    private void Row(params string[] cells) => text.Append("| ").Append(string.Join(" | ", cells)).Append(" |\n");
}
