using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Archiet.Analyzers.Secrets;
using Archiet.Analyzers.Tests.Secrets;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Precision.FileCorpus;

/// <summary>What our rules about files find among files of which the answer is known.</summary>
internal sealed class FileCorpusCommand : ICommand
{
    private const double LeastRecall = 0.98;

    /// <summary>What stands between § in a case.</summary>
    private static readonly Dictionary<string, string> Made = new(StringComparer.Ordinal)
    {
        ["TOKEN"] = Tokens.Any,
        ["REST"] = Tokens.Any[4..],
        ["KEY"] = "p7Qw2Lx9Vt4Zr8Nk3Bm6Yc1H",
        ["PEM"] = KeyTexts.Pkcs8.Replace("\n", "\\n", StringComparison.Ordinal),
    };

    /// <inheritdoc/>
    public string Name => "files";

    /// <inheritdoc/>
    public string Purpose => "secrets and placeholders found, and false alarms, a kind of file, among files of which the answer is known";

    /// <inheritdoc/>
    public async Task<int> RunAsync(string[] args)
    {
        var cases = Read();
        var answers = new List<(FileCase Case, bool Found)>();
        foreach (var item in cases)
        {
            answers.Add((item, await FindsAsync(item).ConfigureAwait(false)));
        }
        Console.WriteLine("kind                          to find  found  harmless  false alarms");
        foreach (var kind in answers.GroupBy(answer => answer.Case.Kind, StringComparer.Ordinal))
        {
            Print(kind.Key, [.. kind]);
        }
        Print("all", answers);
        foreach (var (item, found) in answers.Where(answer => answer.Found != answer.Case.IsToFind))
        {
            Console.WriteLine($"    {(found ? "false alarm" : "missed")}: {item.Kind}: {item.Path} {item.Name}");
        }
        var toFind = answers.Where(answer => answer.Case.IsToFind).ToArray();
        return answers.Exists(answer => answer is { Found: true, Case.IsToFind: false }) || toFind.Count(answer => answer.Found) < LeastRecall * toFind.Length ? 1 : 0;
    }

    private static void Print(string kind, List<(FileCase Case, bool Found)> answers)
    {
        var toFind = answers.Count(answer => answer.Case.IsToFind);
        var alarms = answers.Count(answer => answer is { Found: true, Case.IsToFind: false });
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{kind,-28} {toFind,8} {answers.Count(answer => answer is { Found: true, Case.IsToFind: true }),6} {answers.Count - toFind,9} {alarms,13}"));
    }

    private static async Task<bool> FindsAsync(FileCase item)
    {
        var options = new AnalyzerOptions([new InMemoryFile(item.Path, item.Text)]);
        ImmutableArray<DiagnosticAnalyzer> rules = item.Kind == "placeholders" ? [new Arc2011UnfilledPlaceholder()] : [new Arc2010SecretInFile()];
        var found = await CSharpCompilation.Create("Case").WithAnalyzers(rules, options).GetAnalyzerDiagnosticsAsync(CancellationToken.None).ConfigureAwait(false);
        return found.Any(diagnostic => diagnostic.Id.StartsWith("ARC20", StringComparison.Ordinal));
    }

    private static List<FileCase> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("files.cases")!;
        using var reader = new StreamReader(stream);
        var (kind, cases) = ("", new List<FileCase>());
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("=== ", StringComparison.Ordinal))
            {
                kind = line[4..];
            }
            else if (line.Length > 0 && line[0] is '+' or '-')
            {
                var (space, bar) = (line.IndexOf(' ', 2), line.IndexOf(" | ", StringComparison.Ordinal));
                cases.Add(new(kind, line[2..space], line[(space + 1)..bar], Fill(line[(bar + 3)..]), line[0] == '+'));
            }
        }
        return cases;
    }

    private static string Fill(string text)
    {
        var parts = text.Replace('⏎', '\n').Split('§');
        for (var i = 1; i < parts.Length; i += 2)
        {
            parts[i] = Made[parts[i]];
        }
        return string.Concat(parts);
    }
}

/// <summary>A file with a known answer.</summary>
/// <param name="Kind">What kind of file it is.</param>
/// <param name="Path">Its path, which rules look at.</param>
/// <param name="Name">What it is a case of.</param>
/// <param name="Text">Its text.</param>
/// <param name="IsToFind">The answer.</param>
internal sealed record FileCase(string Kind, string Path, string Name, string Text, bool IsToFind);
