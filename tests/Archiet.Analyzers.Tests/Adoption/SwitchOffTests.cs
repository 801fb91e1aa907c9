using System.Text.RegularExpressions;
using Archiet.Analyzers.Tenancy;
using Archiet.Analyzers.Tests.Pages;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Adoption;

/// <summary>
/// The table of spec/analyzers.md that says what silences which rule, held to the compiler itself: every page's example is compiled once for every way to switch a
/// rule off, by the csc of the .NET SDK with the arguments that a build gives it.
/// </summary>
public sealed partial class SwitchOffTests
{
    private static readonly string Spec = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "spec", "analyzers.md"));

    private static readonly DiagnosticDescriptor[] Rules =
    [
        .. typeof(Arc1001TenantFilterOff).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            .Where(descriptor => descriptor.DefaultSeverity > DiagnosticSeverity.Info)
            .DistinctBy(descriptor => descriptor.Id).OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    private static readonly string Ids = string.Join(',', Rules.Select(rule => rule.Id));

    /// <summary>Each row of the page's table, and the arguments or files that stand for it.</summary>
    private static readonly Dictionary<string, Func<string, string[]>> Ways = new(StringComparer.Ordinal)
    {
        ["nothing"] = _ => [],
        ["`NoWarn`"] = _ => ["/nowarn:" + Ids],
        ["`WarningsNotAsErrors`"] = _ => ["/warnaserror+", "/warnaserror-:" + Ids],
        ["`TreatWarningsAsErrors`"] = _ => ["/warnaserror+"],
        ["`WarningLevel` 0"] = _ => ["/warn:0"],
        ["`#pragma warning disable`"] = _ => [],
        ["`[SuppressMessage]`"] = folder => [Write(folder, "Suppressions.cs", string.Concat(Rules.Select(rule => $"[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"x\", \"{rule.Id}\", Justification = \"a test\")]\n")))],
        ["`.editorconfig` severity `none`"] = folder => ["/analyzerconfig:" + Write(folder, ".editorconfig", "root = true\n[*]\n" + Severities("none"))],
        ["`.editorconfig` severity `error`"] = folder => ["/analyzerconfig:" + Write(folder, ".editorconfig", "root = true\n[*]\n" + Severities("error"))],
        ["`.globalconfig` severity `none`"] = folder => ["/analyzerconfig:" + Write(folder, ".globalconfig", "is_global = true\n" + Severities("none"))],
        ["`.globalconfig` severity `error`"] = folder => ["/analyzerconfig:" + Write(folder, ".globalconfig", "is_global = true\n" + Severities("error"))],
        ["`dotnet_analyzer_diagnostic.severity = none`"] = folder => ["/analyzerconfig:" + Write(folder, ".globalconfig", "is_global = true\ndotnet_analyzer_diagnostic.severity = none\n")],
        ["`generated_code = true` in `.editorconfig`"] = folder => ["/analyzerconfig:" + Write(folder, ".editorconfig", "root = true\n[*.cs]\ngenerated_code = true\n")],
        ["`RunAnalyzers=false`, `RunAnalyzersDuringBuild=false`"] = _ => ["/skipanalyzers+"],
    };

    private static IEnumerable<string> Names => Ways.Keys;

    [Test]
    public void The_page_has_a_row_for_each_way() => Assert.That(Rows().Select(row => row.Way), Is.EquivalentTo(Names));

    [TestCaseSource(nameof(Names))]
    public void A_way_does_to_each_rule_what_the_page_says(string way)
    {
        var folder = Directory.CreateTempSubdirectory("archiet-switch-").FullName;
        try
        {
            var (sources, files) = Examples(folder, way.Contains("pragma", StringComparison.Ordinal) ? $"#pragma warning disable {Ids}\n" : "");
            var more = Ways[way](folder);
            var found = CommandLineCompiler.Run(folder, sources.Concat(more.Where(argument => argument[0] != '/' || File.Exists(argument))), files, [.. more.Where(argument => !File.Exists(argument))]);
            var row = Rows().Single(row => row.Way == way);

            var makesErrors = more.Contains("/warnaserror+");
            Assert.That(found.Where(same => !makesErrors && same.Key.StartsWith("CS", StringComparison.Ordinal) && same.Contains("error")).Select(same => same.Key), Is.Empty, "the examples compile");
            Assert.That(Rules.Select(rule => $"{rule.Id} {string.Join('+', found[rule.Id].Order(StringComparer.Ordinal))}".TrimEnd()), Is.EqualTo(Rules.Select(rule => $"{rule.Id} {Expected(row, rule)}".TrimEnd())));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Expected(Row row, DiagnosticDescriptor rule)
    {
        var cell = rule.Id switch
        {
            "ARC1015" or "ARC2010" or "ARC2011" => row.Files,
            "ARC5001" or "ARC5002" => row.WebFiles,
            _ => rule.Category == "Archiet.Web" ? row.Web : row.Fixed,
        };
        return cell switch
        {
            "stays" => rule.DefaultSeverity == DiagnosticSeverity.Error ? "error" : "warning",
            "only errors" => rule.DefaultSeverity == DiagnosticSeverity.Error ? "error" : "",
            "off" => "",
            _ when cell.StartsWith("off; ", StringComparison.Ordinal) => cell.Contains(rule.Id, StringComparison.Ordinal) ? "error" : "",
            _ => cell,
        };
    }

    /// <summary>The example of every rule, each in a namespace of its own.</summary>
    private static (List<string> Sources, List<string> Files) Examples(string folder, string head)
    {
        var (sources, files) = (new List<string> { Write(folder, ImplicitUsings.FileName, ImplicitUsings.Web), Write(folder, "Contexts.cs", Tenancy.Contexts.Source) }, new List<string>());
        foreach (var rule in Rules)
        {
            foreach (var (block, index) in PageBlock.Under(PagesTests.Page(rule.Id), "## Example").Select((block, index) => (block, index)).Where(one => !one.block.IsProgram))
            {
                var below = Directory.CreateDirectory(Path.Combine(folder, $"{rule.Id}_{index}")).FullName;
                if (block.IsCode)
                {
                    sources.Add(Write(below, block.Name, $"{head}namespace Of{rule.Id}_{index}\n{{\n{block.Source}\n}}\n"));
                }
                else
                {
                    files.Add(Write(below, block.Name, block.Source));
                    if (PagesTests.IsGenome(block))
                    {
                        sources.Add(Write(below, "Emitted.cs", PagesTests.Emitted(block.Source)));
                    }
                }
            }
        }
        return (sources, files);
    }

    private static string Severities(string severity) => string.Concat(Rules.Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = {severity}\n"));

    private static string Write(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private static IEnumerable<Row> Rows() => TableRow().Matches(Spec[Spec.IndexOf("| what is set |", StringComparison.Ordinal)..].Split("\n\n")[0])
        .Skip(1).Select(match => new Row(match.Groups["way"].Value, match.Groups["fixed"].Value, match.Groups["web"].Value, match.Groups["files"].Value, match.Groups["webFiles"].Value));

    private sealed record Row(string Way, string Fixed, string Web, string Files, string WebFiles);

    [GeneratedRegex(@"^\| (?<way>.*?) \| (?<fixed>[^|]*?) \| (?<web>[^|]*?) \| (?<files>[^|]*?) \| (?<webFiles>[^|]*?) \|$", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}
