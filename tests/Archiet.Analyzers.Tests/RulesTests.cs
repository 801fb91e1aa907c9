using Archiet.Analyzers.Secrets;
using Archiet.Analyzers.Tenancy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests;

/// <summary>What holds for every rule: one class, one id, one page, one test fixture, one release row, all by the same stem.</summary>
public sealed class RulesTests
{
    private static readonly string Root = RepositoryRoot.Path;

    private static IEnumerable<Type> Rules => typeof(Arc1001TenantFilterOff).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type));

    [Test]
    public void The_release_notes_list_the_rules_and_no_others() => Assert.That(
        Notes().Where(line => line.StartsWith("ARC", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal),
        Is.EqualTo(Rules.Select(type => Descriptor(type).Id).Order(StringComparer.Ordinal)));

    [TestCaseSource(nameof(Rules))]
    public void A_rule_is_named_after_its_id_and_its_fact(Type rule)
    {
        var fact = rule.Name["Arc0000".Length..];
        Assert.That(rule.Name, Does.StartWith("Arc" + Descriptor(rule).Id["ARC".Length..]));
        Assert.That(rule.GetField(fact)?.GetValue(null), Is.SameAs(Descriptor(rule)), $"a field {fact}");
        Assert.That(File.Exists(Path.Combine(Root, "analyzers", "Archiet.Analyzers", Family(rule), rule.Name + ".cs")), "its file");
        Assert.That(GetType().Assembly.GetType($"Archiet.Analyzers.Tests.{Family(rule)}.{rule.Name}Tests"), Is.Not.Null, "its tests");
    }

    [TestCaseSource(nameof(Rules))]
    public void A_rule_is_on_and_one_of_tenancy_or_secrets_stops_the_build_and_cannot_be_configured_away(Type rule)
    {
        var descriptor = Descriptor(rule);
        Assert.That(descriptor.IsEnabledByDefault, Is.True);
        Assert.That(descriptor.Category, Is.EqualTo("Archiet." + Family(rule)));
        if (Family(rule) is "Tenancy" or "Secrets")
        {
            Assert.That(descriptor.DefaultSeverity, Is.EqualTo(DiagnosticSeverity.Error));
            Assert.That(descriptor.CustomTags, Does.Contain(WellKnownDiagnosticTags.NotConfigurable));
        }
        else if (Family(rule) is "Adoption")
        {
            Assert.That(descriptor.DefaultSeverity, Is.EqualTo(DiagnosticSeverity.Info), "a note for the report of exceptions");
            Assert.That(descriptor.CustomTags, Does.Contain(WellKnownDiagnosticTags.NotConfigurable));
        }
        else
        {
            Assert.That(descriptor.CustomTags, Does.Not.Contain(WellKnownDiagnosticTags.NotConfigurable));
        }
    }

    [TestCaseSource(nameof(Rules))]
    public void A_rule_has_a_page_with_an_example_and_a_remedy(Type rule)
    {
        var descriptor = Descriptor(rule);
        var page = File.ReadAllLines(Path.Combine(Root, "spec", "diagnostics", descriptor.Id + ".md"));
        Assert.That(descriptor.HelpLinkUri, Is.EqualTo($"dotnet build -tl:off -t:ArchietExplain -p:Id={descriptor.Id}"));
        Assert.That(page[0], Is.EqualTo($"# {descriptor.Id}: {descriptor.Title}").IgnoreCase);
        Assert.That(page.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Take(2), Is.EqualTo(["## Example", "## What to do"]));
    }

    [TestCaseSource(nameof(Rules))]
    public void A_rule_is_in_the_release_notes(Type rule)
    {
        var descriptor = Descriptor(rule);
        Assert.That(Notes(), Has.Some.EqualTo($"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}"));
    }

    [Test]
    public void A_fix_is_named_after_its_rule()
    {
        var fixes = typeof(Arc1001TenantFilterOffFix).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type)).ToArray();
        Assert.That(fixes.Select(type => type.FullName), Is.SubsetOf(Rules.Select(rule => rule.FullName + "Fix")));
        foreach (var fix in fixes)
        {
            var provider = (CodeFixProvider)Activator.CreateInstance(fix)!;
            Assert.That(provider.FixableDiagnosticIds.Select(id => "Arc" + id["ARC".Length..]), Is.EqualTo([fix.Name[.."Arc0000".Length]]));
            Assert.That(provider.GetFixAllProvider(), Is.Not.Null, "it fixes all at once");
            Assert.That(GetType().Assembly.GetType($"Archiet.Analyzers.Tests.{Family(fix)}.{fix.Name}Tests"), Is.Not.Null, "its tests");
        }
    }

    [Test]
    public void The_page_lists_every_provider()
    {
        var page = File.ReadAllText(Path.Combine(Root, "spec", "diagnostics", "ARC2001.md"));
        Assert.That(TokenFormats.All.Where(format => !page.Contains($"| {format.Kind} | `{format.Mark}` |", StringComparison.Ordinal)), Is.Empty);
    }

    private static string[] Notes() =>
    [
        .. File.ReadAllLines(Path.Combine(Root, "analyzers", "Archiet.Analyzers", "AnalyzerReleases.Unshipped.md")),
        .. File.ReadAllLines(Path.Combine(Root, "analyzers", "Archiet.Analyzers", "AnalyzerReleases.Shipped.md")),
    ];

    private static DiagnosticDescriptor Descriptor(Type rule) => ((DiagnosticAnalyzer)Activator.CreateInstance(rule)!).SupportedDiagnostics.Single();

    private static string Family(Type rule) => rule.Namespace!.Split('.')[^1];
}
