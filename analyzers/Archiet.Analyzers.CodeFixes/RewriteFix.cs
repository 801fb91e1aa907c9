using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Archiet.Analyzers;

/// <summary>A fix that rewrites one document, for one finding or for all of them at once. It is offered only where the result compiles as well as what was there.</summary>
public abstract class RewriteFix : CodeFixProvider
{
    /// <summary>Leaves no hole where something stood, and takes none of its neighbours' blanks.</summary>
    private const SyntaxRemoveOptions WithItsLine = SyntaxRemoveOptions.KeepExteriorTrivia & ~SyntaxRemoveOptions.KeepLeadingTrivia & ~SyntaxRemoveOptions.KeepTrailingTrivia;

    private readonly string _title;

    /// <summary>A fix.</summary>
    /// <param name="rule">What it mends.</param>
    /// <param name="title">What it does, as a person reads it.</param>
    private protected RewriteFix(DiagnosticDescriptor rule, string title)
    {
        FixableDiagnosticIds = [rule.Id];
        _title = title;
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (context.Diagnostics.All(Mends)
            && await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root
            && await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is { } model
            && Rewrite(root, root.FindNode(context.Span, getInnermostNodeForTie: true), model, context.CancellationToken) is { } rewritten
            && context.Document.WithSyntaxRoot(rewritten) is var document
            && await ErrorsAsync(document, context.CancellationToken).ConfigureAwait(false) <= await ErrorsAsync(context.Document, context.CancellationToken).ConfigureAwait(false))
        {
            context.RegisterCodeFix(CodeAction.Create(_title, _ => Task.FromResult(document), GetType().Name), context.Diagnostics);
        }
    }

    /// <summary>Whether a finding is of the kind that the fix knows how to mend: every one, unless the rule says more of it.</summary>
    private protected virtual bool Mends(Diagnostic finding) => true;

    /// <summary>The document as it would be, or null where there is nothing safe to write.</summary>
    /// <param name="root">The document as it is.</param>
    /// <param name="found">Where the finding is.</param>
    /// <param name="model">What the names in it mean.</param>
    /// <param name="cancellation">Ends it.</param>
    private protected abstract SyntaxNode? Rewrite(SyntaxNode root, SyntaxNode found, SemanticModel model, CancellationToken cancellation);

    /// <summary>A document without a statement and its line.</summary>
    private protected static SyntaxNode? Without(SyntaxNode root, StatementSyntax statement) => root.RemoveNode(statement, WithItsLine);

    /// <summary>A document without an element of an initialiser: what stood after the last one stands after the new last one.</summary>
    private protected static SyntaxNode Without(SyntaxNode root, InitializerExpressionSyntax initializer, ExpressionSyntax element)
    {
        var left = initializer.Expressions.Remove(element);
        var wasLast = left.Count > 0 && initializer.Expressions[initializer.Expressions.Count - 1] == element;
        return root.ReplaceNode(initializer, initializer.WithExpressions(wasLast ? left.Replace(left.Last(), left.Last().WithTrailingTrivia(element.GetTrailingTrivia())) : left));
    }

    private static async Task<int> ErrorsAsync(Document document, CancellationToken cancellation) =>
        await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
            ? model.GetDiagnostics(cancellationToken: cancellation).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            : 0;
}
