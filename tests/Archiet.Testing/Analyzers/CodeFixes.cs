using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Archiet.Testing.Analyzers;

/// <summary>Asks code fixes what they offer and applies it, as an editor does.</summary>
internal static class CodeFixes
{
    /// <summary>The first action offered for the first diagnostic of a document that gets one.</summary>
    public static CodeAction? FirstOffer(CodeFixProvider fix, Document document, ImmutableArray<Diagnostic> diagnostics) =>
        Fixable(fix, document, diagnostics).Select(diagnostic => Offers(fix, document, diagnostic).FirstOrDefault()).FirstOrDefault(action => action is not null);

    /// <summary>The action that applies the fix everywhere in a document.</summary>
    public static CodeAction? FixAll(CodeFixProvider fix, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        var fixable = Fixable(fix, document, diagnostics);
        var key = fixable.SelectMany(diagnostic => Offers(fix, document, diagnostic)).First().EquivalenceKey;
        var context = new FixAllContext(document, fix, FixAllScope.Document, key!, fixable.Select(diagnostic => diagnostic.Id).Distinct(), new Known(fixable), default);
        return fix.GetFixAllProvider()?.GetFixAsync(context).Result;
    }

    /// <summary>The project after an action.</summary>
    public static Project Apply(CodeAction action, Project project) =>
        action.GetOperationsAsync(default).Result.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id)!;

    private static Diagnostic[] Fixable(CodeFixProvider fix, Document document, ImmutableArray<Diagnostic> diagnostics) =>
    [
        .. diagnostics.Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id) && diagnostic.Location.SourceTree?.FilePath == document.FilePath)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start),
    ];

    private static List<CodeAction> Offers(CodeFixProvider fix, Document document, Diagnostic diagnostic)
    {
        var offers = new List<CodeAction>();
        fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offers.Add(action), default)).Wait();
        return offers;
    }

    private sealed class Known(Diagnostic[] diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
