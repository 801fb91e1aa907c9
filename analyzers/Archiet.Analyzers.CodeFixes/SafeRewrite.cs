using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Archiet.Analyzers;

/// <summary>A rewrite of one document that is offered only where its result compiles as well as what was there.</summary>
internal static class SafeRewrite
{
    /// <summary>Offers a rewrite.</summary>
    /// <param name="context">Where.</param>
    /// <param name="title">What it does, as a person reads it.</param>
    /// <param name="key">The fix, by which all of its kind are applied at once.</param>
    /// <param name="root">The document's syntax as it would be.</param>
    public static async Task OfferAsync(CodeFixContext context, string title, string key, SyntaxNode root)
    {
        var document = context.Document.WithSyntaxRoot(root);
        if (await ErrorsAsync(document, context.CancellationToken).ConfigureAwait(false) <= await ErrorsAsync(context.Document, context.CancellationToken).ConfigureAwait(false))
        {
            context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(document), key), context.Diagnostics);
        }
    }

    private static async Task<int> ErrorsAsync(Document document, CancellationToken cancellation) =>
        await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
            ? model.GetDiagnostics(cancellationToken: cancellation).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            : 0;
}
