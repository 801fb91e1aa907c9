using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Precision.Corpus;

/// <summary>The tools that are compared: ours, and those that the command is told of.</summary>
internal static class Detectors
{
    /// <summary>Sonar's rules about secrets in C#: credentials, tokens, keys of JWT, empty passwords of databases.</summary>
    private static readonly string[] SonarRules = ["S2068", "S6418", "S6781", "S2115"];

    /// <summary>Our rules.</summary>
    public static AnalyzerDetector Ours { get; } = new(
        "ours",
        [.. AllAnalyzers.Create().Where(analyzer => analyzer.SupportedDiagnostics.Any(fact => IsOfSecrets(fact.Id)))],
        IsOfSecrets);

    /// <summary>Reads <c>sonar=FOLDER</c>, of the restored package, and <c>secretlint=FOLDER</c>, in which npm installed it and its recommended preset.</summary>
    public static IReadOnlyList<IDetector> From(string[] args)
    {
        var detectors = new List<IDetector> { Ours };
        foreach (var (tool, folder) in args.Where(arg => arg.Contains('=', StringComparison.Ordinal)).Select(arg => (arg[..arg.IndexOf('=', StringComparison.Ordinal)], arg[(arg.IndexOf('=', StringComparison.Ordinal) + 1)..])))
        {
            detectors.Add(tool switch
            {
                "sonar" => Sonar(folder),
                "secretlint" => new SecretlintDetector(folder),
                _ => throw new ArgumentException($"'{tool}' is no tool that this command knows: sonar, secretlint.", nameof(args)),
            });
        }
        return detectors;
    }

    private static AnalyzerDetector Sonar(string folder)
    {
        var assembly = Assembly.LoadFrom(Directory.EnumerateFiles(folder, "SonarAnalyzer.CSharp.dll", SearchOption.AllDirectories).First());
        ImmutableArray<DiagnosticAnalyzer> analyzers =
        [
            .. assembly.GetTypes()
                .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is not null)
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
                .Where(analyzer => analyzer.SupportedDiagnostics.Any(fact => SonarRules.Contains(fact.Id))),
        ];
        return new AnalyzerDetector($"Sonar {assembly.GetName().Version?.ToString(2)}", analyzers, SonarRules.Contains);
    }

    private static bool IsOfSecrets(string id) => id.StartsWith("ARC2", StringComparison.Ordinal);
}
