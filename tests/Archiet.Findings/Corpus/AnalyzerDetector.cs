using System.Collections.Immutable;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Precision.Corpus;

/// <summary>Analyzers of the compiler: ours, or those of a package.</summary>
/// <param name="name">What they are called.</param>
/// <param name="analyzers">The analyzers.</param>
/// <param name="isOfSecrets">Whether an id is about secrets.</param>
internal sealed class AnalyzerDetector(string name, ImmutableArray<DiagnosticAnalyzer> analyzers, Func<string, bool> isOfSecrets) : IDetector
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Preview);

    private static readonly SyntaxTree Usings = CSharpSyntaxTree.ParseText(
        "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Net.Http;", Parse);

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public async Task<bool?[]> FindAsync(IReadOnlyList<Case> cases)
    {
        var found = new bool?[cases.Count];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = await FindsAsync(cases[i].Text).ConfigureAwait(false);
        }
        return found;
    }

    /// <summary>Whether something is found in sources that compile; null when they do not.</summary>
    public async Task<bool?> FindsAsync(params string[] sources)
    {
        var trees = sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, Parse, $"/case/Case{i}.cs")).ToArray();
        var isProgram = trees.Any(tree => ((CompilationUnitSyntax)tree.GetRoot()).Members.OfType<GlobalStatementSyntax>().Any());
        var options = new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(NullableContextOptions.Enable)
            .WithSpecificDiagnosticOptions(analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(fact => fact.Id).Distinct().Where(isOfSecrets)
                .Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn)));
        var compilation = CSharpCompilation.Create("Case", [Usings, .. trees], References.WebApp, options);
        if (compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return null;
        }
        var run = compilation.WithAnalyzers(analyzers, new AnalyzerOptions([], new ProjectProperties(new Dictionary<string, string>())));
        var diagnostics = await run.GetAnalyzerDiagnosticsAsync(CancellationToken.None).ConfigureAwait(false);
        return diagnostics.Any(diagnostic => isOfSecrets(diagnostic.Id));
    }
}
