using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Archiet.Analyzers.Web;

/// <summary>
/// Takes the callback away that accepts everything, and so leaves the check to the platform: a statement or an element of an initialiser that sets it, or an argument that nothing needs.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Arc5005CertificateCheckOffFix))]
[Shared]
public sealed class Arc5005CertificateCheckOffFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Arc5005CertificateCheckOff.CertificateCheckOff.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root
            && Rewrite(root, root.FindNode(context.Span, getInnermostNodeForTie: true)) is { } rewritten)
        {
            await SafeRewrite.OfferAsync(context, "Leave the check of certificates to the platform", nameof(Arc5005CertificateCheckOffFix), rewritten).ConfigureAwait(false);
        }
    }

    private static SyntaxNode? Rewrite(SyntaxNode root, SyntaxNode found) => Whole(found) switch
    {
        { Parent: AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement } assignment } value when assignment.Right == value =>
            root.RemoveNode(statement, SyntaxRemoveOptions.KeepExteriorTrivia & ~SyntaxRemoveOptions.KeepLeadingTrivia & ~SyntaxRemoveOptions.KeepTrailingTrivia),
        { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment } value when assignment.Right == value =>
            root.ReplaceNode(initializer, Without(initializer, assignment)),
        { Parent: ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax list } argument } when list.Arguments.Last() == argument =>
            root.ReplaceNode(list, list.WithArguments(list.Arguments.Remove(argument))),
        _ => null,
    };

    /// <summary>The expression that a delegate or the framework's own validator is written as.</summary>
    private static SyntaxNode Whole(SyntaxNode found)
    {
        var whole = found is ArgumentSyntax { Expression: var expression } ? expression : found;
        while (whole.Parent is MemberAccessExpressionSyntax access && access.Name == whole || whole.Parent is ParenthesizedExpressionSyntax)
        {
            whole = whole.Parent;
        }
        return whole;
    }

    private static InitializerExpressionSyntax Without(InitializerExpressionSyntax initializer, ExpressionSyntax element)
    {
        var left = initializer.Expressions.Remove(element);
        var wasLast = left.Count > 0 && initializer.Expressions[initializer.Expressions.Count - 1] == element;
        return initializer.WithExpressions(wasLast ? left.Replace(left.Last(), left.Last().WithTrailingTrivia(element.GetTrailingTrivia())) : left);
    }
}
