using System.Reflection;
using System.Text.RegularExpressions;
using Archiet.Generators.Live;
using Archiet.Genome;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Sources;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using NUnit.Framework;

namespace Archiet.Generators.Tests.Live;

/// <summary>Mistakes in a genome appear while it is written, and what the generator reports as well is the very same diagnostic.</summary>
public sealed partial class GenomeAnalyzerTests
{
    private const string Shop = "shop.genome.yaml";
    private const string Sales = "sales.genome.yaml";

    /// <summary>The example of each page of spec/diagnostics: every id at least once.</summary>
    private static IEnumerable<TestCaseData> Examples => Directory.EnumerateFiles(Path.Combine(SampleGenomes.Root, "spec", "diagnostics"), "ARC*.md")
        .Order(StringComparer.Ordinal)
        .Select(static page => (Id: Path.GetFileNameWithoutExtension(page), Example: YamlBlock.Match(File.ReadAllText(page))))
        .Where(static page => page.Example.Success)
        .Select(static page => new TestCaseData(page.Example.Groups[1].Value).SetArgDisplayNames(page.Id));

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex YamlBlock { get; }

    [Test]
    public void A_mistake_appears_in_its_file_at_its_place()
    {
        var marked = MarkedText.Parse(Shop, Genomes.Small.Replace("ship: { type: Address }", "ship: { type: {|ARC0051:Adress|} }", StringComparison.Ordinal));

        var found = new Editor((Shop, marked.Text)).Open(Shop);

        new DiagnosticExpectations([marked]).Verify(found);
    }

    [Test]
    public void A_mistake_is_shown_in_the_file_in_which_it_is_and_in_no_other()
    {
        var marked = MarkedText.Parse(Sales, "entities:\n  Invoice:\n    fields:\n      order: { type: {|ARC0051:Ordr|} }\n");
        var editor = new Editor((Shop, Genomes.Small), (Sales, marked.Text), ("notes.txt", "entities: ["));

        Assert.That(editor.Open(Shop), Is.Empty);
        new DiagnosticExpectations([marked]).Verify(editor.Open(Sales));
        new DiagnosticExpectations([marked]).Verify(editor.All());
        Assert.That(editor.Memory.GenomesChecked, Is.EqualTo(1), "asked three times about the same texts");
    }

    [Test]
    public void An_edit_of_one_file_shows_in_another()
    {
        var editor = new Editor((Shop, Genomes.Small), (Sales, "entities:\n  Invoice:\n    fields:\n      order: { type: Order }\n"));
        Assert.That(editor.All(), Is.Empty);

        editor.Edit(Shop, Genomes.Small.Replace("Order:", "Purchase:", StringComparison.Ordinal));
        Assert.That(editor.Open(Sales).Select(static found => found.Id), Is.EqualTo(["ARC0051"]));

        editor.Edit(Shop, Genomes.Small);
        Assert.That(editor.Open(Sales), Is.Empty);
    }

    [Test]
    public void A_keystroke_in_a_Csharp_file_reads_nothing_and_checks_nothing()
    {
        var editor = new Editor((Shop, Genomes.Small));
        editor.All();
        var read = editor.Memory.SectionsRead;

        editor.EditSource("internal static class Later;").All();

        Assert.That((editor.Memory.SectionsRead, editor.Memory.GenomesChecked), Is.EqualTo((read, 1)));
    }

    [Test]
    public void A_keystroke_in_an_entity_reads_that_entity()
    {
        var files = SampleGenomes.Files("Crm");
        var editor = new Editor([.. files]);
        Assert.That(editor.All(), Is.Empty);
        var read = editor.Memory.SectionsRead;

        var (name, text) = files.Single(static file => file.Name == Sales);
        Assert.That(editor.Edit(name, "# Moved.\n" + text.Replace("type: Campaign,", "type: Campain,", StringComparison.Ordinal)).All(), Is.Not.Empty);

        Assert.That(editor.Memory.SectionsRead - read, Is.EqualTo(1));
    }

    [TestCaseSource(nameof(Examples))]
    public void The_generator_reports_the_very_same_diagnostics(string genome)
    {
        var editor = new Editor((Shop, genome));

        Assert.That(editor.All(), Is.EquivalentTo(editor.Generated()), "Equal in the compiler's own sense, or a build shows both.");
    }

    [Test]
    public void A_missing_handler_is_shown_at_its_operation_until_it_is_written()
    {
        var marked = MarkedText.Parse(Sales, "operations:\n  {|ARC0300:closeDay|}: { description: Ends the day. }\ncapabilities:\n  close: { to: [owner], run: [closeDay] }\n");
        var editor = new Editor((Shop, Genomes.Small), (Sales, marked.Text));
        new DiagnosticExpectations([marked]).Verify(editor.All());
        Assert.That(editor.Open(Shop), Is.Empty, "the operation is not in this file");

        const string Half = "namespace Shop.Api.Operations; partial class CloseDay { public partial System.Threading.Tasks.ValueTask RunAsync()";
        new DiagnosticExpectations([marked]).Verify(editor.EditSource(Half + "; }").All());
        Assert.That(editor.EditSource(Half + " => default; }").All(), Is.Empty);
        Assert.That(editor.EditSource(Half + "; } partial class CloseDay { public partial System.Threading.Tasks.ValueTask RunAsync() => default; }").All(), Is.Empty);
    }

    [Test]
    public void Every_finding_that_there_is_can_be_reported()
    {
        // What is found in a sources file is the trace's to report: an editor's genome knows of none.
        var all = typeof(GenomeFrontEnd).Assembly.GetTypes()
            .Where(static type => type != typeof(SourcesDiagnostics))
            .SelectMany(static type => type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(static property => property.PropertyType == typeof(GenomeDiagnosticDescriptor))
            .Select(static property => ((GenomeDiagnosticDescriptor)property.GetValue(null)!).Id);

        Assert.That(new GenomeAnalyzer().SupportedDiagnostics.Select(static rule => rule.Id), Is.EquivalentTo(all.Append("ARC0300")));
    }
}
