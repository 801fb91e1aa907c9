using System.Collections.Immutable;
using System.Reflection;
using Archiet.Analyzers.Secrets;
using Archiet.Analyzers.Tests.Secrets;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Precision.FileCorpus;

/// <summary>Reads files.cases, whose first lines say how it is written, and asks our rules about a file.</summary>
internal static class FileCases
{
    /// <summary>The kind whose cases are placeholders; all others are secrets.</summary>
    public const string Placeholders = "placeholders";

    /// <summary>The password that most cases have, and its shorter form.</summary>
    public static readonly ImmutableArray<string> Secrets = ["Tr0ub4dor&3", "Tr0ub4dor3", "p7Qw2Lx9Vt4Zr8Nk3Bm6Yc1H", Tokens.Any];

    /// <summary>What stands between § in a case.</summary>
    private static readonly Dictionary<string, string> Made = new(StringComparer.Ordinal)
    {
        ["TOKEN"] = Tokens.Any,
        ["REST"] = Tokens.Any[4..],
        ["KEY"] = Secrets[2],
        ["PEM"] = KeyTexts.Pkcs8.Replace("\n", "\\n", StringComparison.Ordinal),
    };

    /// <summary>Whether the rule of its kind finds something in a file.</summary>
    public static async Task<bool> FindsAsync(FileCase item)
    {
        var options = new AnalyzerOptions([new InMemoryFile(item.Path, item.Text)]);
        ImmutableArray<DiagnosticAnalyzer> rules = item.Kind == Placeholders ? [new Arc2011UnfilledPlaceholder()] : [new Arc2010SecretInFile()];
        var found = await CSharpCompilation.Create("Case").WithAnalyzers(rules, options).GetAnalyzerDiagnosticsAsync(CancellationToken.None).ConfigureAwait(false);
        return found.Any(diagnostic => diagnostic.Id.StartsWith("ARC20", StringComparison.Ordinal));
    }

    /// <summary>All cases, with what is made at run time in its places.</summary>
    public static IReadOnlyList<FileCase> Read()
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
