using System.Text.RegularExpressions;
using Archiet.Analyzers.Tenancy;
using Archiet.Analyzers.Tests.Secrets;
using Archiet.Analyzers.Tests.Tenancy;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Pages;

/// <summary>
/// What a page shows is true: the code under "Example" compiles and every rule of ours together finds exactly what the page says at the lines where it says so,
/// and the code under "What to do" compiles and has nothing to find.
/// </summary>
public sealed class PagesTests
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Preview, DocumentationMode.Parse);

    private static IEnumerable<string> Ids => typeof(Arc1001TenantFilterOff).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
        .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
        .Where(descriptor => descriptor.DefaultSeverity > DiagnosticSeverity.Info)
        .Select(descriptor => descriptor.Id)
        .Distinct()
        .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Ids))]
    public void The_example_gives_what_the_page_says_where_it_says_so(string id)
    {
        var blocks = PageBlock.Under(Page(id), "## Example");

        Assert.That(blocks.SelectMany(block => block.Marks).Select(mark => mark.Id), Does.Contain(id), "the example has a line that ends in a comment with the page's id");
        Assert.That(Found(blocks), Is.EquivalentTo(blocks.SelectMany(block => block.Marks)));
    }

    [TestCaseSource(nameof(Ids))]
    public void What_to_do_leaves_nothing_to_find(string id)
    {
        var blocks = PageBlock.Under(Page(id), "## What to do");

        Assert.That(blocks, Is.Not.Empty, "the remedy shows code");
        Assert.That(Found(blocks), Is.Empty);
    }

    /// <summary>Each piece of C# stands by itself; the files of the section stand beside all of them.</summary>
    private static IEnumerable<PageMark> Found(IReadOnlyList<PageBlock> blocks)
    {
        var files = blocks.Where(block => !block.IsCode).ToArray();
        var code = blocks.Where(block => block.IsCode).ToArray();
        return (code.Length == 0 ? Run(null, files) : code.SelectMany(block => Run(block, files))).Distinct();
    }

    private static IEnumerable<PageMark> Run(PageBlock? code, PageBlock[] files)
    {
        var sources = new[] { ImplicitUsings.Web, Contexts.Source }.Select(text => CSharpSyntaxTree.ParseText(text, Parse)).ToList();
        if (code is not null)
        {
            sources.Add(CSharpSyntaxTree.ParseText(code.Source, Parse, code.Name));
        }
        if (files.FirstOrDefault(IsGenome) is { } genome)
        {
            sources.Add(CSharpSyntaxTree.ParseText(Emitted(genome.Source), Parse));
        }
        var kind = code is { IsProgram: true } ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var compilation = CSharpCompilation.Create(
            "App", sources, References.WebApp, new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        Assert.That(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty, code?.Source);

        var texts = files.Select(file => (AdditionalText)new InMemoryFile(file.Name, file.Source));
        var found = compilation.WithAnalyzers([.. AllRules()], new AnalyzerOptions([.. texts])).GetAnalyzerDiagnosticsAsync().Result;
        return found.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info).Select(diagnostic => PageMark.Of(diagnostic, code));
    }

    /// <summary>Whether a piece of a page is a genome.</summary>
    internal static bool IsGenome(PageBlock file) => file.Name.EndsWith(".genome.yaml", StringComparison.Ordinal);

    /// <summary>What rules need to know of that which the generator makes of a genome.</summary>
    internal static string Emitted(string genome) => string.Concat(
        Regex.Matches(genome, @"crossTenant: \[(?<name>[^\]]+)\]").Select(match => $"[assembly: Archiet.CrossTenantCapability(\"any\", \"{match.Groups["name"].Value}\")]\n"))
        + "static class Emitted { public static void MapArchiet() { } }";

    private static IEnumerable<DiagnosticAnalyzer> AllRules() => typeof(Arc1001TenantFilterOff).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);

    /// <summary>A page never holds a token; it writes one as its prefix and three dots, and here it gets a body.</summary>
    internal static string Page(string id)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "spec", "diagnostics", id + ".md"));
        return Archiet.Analyzers.Secrets.TokenFormats.All.Aggregate(
            text.Replace("AGE-SECRET-KEY-1...", KeyTexts.Age, StringComparison.Ordinal),
            (page, format) => format.Mark.Length > 0 && Tokens.Makers.TryGetValue(format.Kind, out var make) ? page.Replace($"\"{format.Mark}...\"", $"\"{make(1)}\"", StringComparison.Ordinal) : page);
    }
}
