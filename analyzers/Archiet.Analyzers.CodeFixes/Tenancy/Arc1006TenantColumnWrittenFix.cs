using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Archiet.Analyzers.Tenancy;

/// <summary>
/// Takes the write of a tenant column away: a statement, an element of an initialiser, a <c>SetProperty</c> among others. Offered for entities of a genome only, whose rows
/// get their tenant when they are saved.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Arc1006TenantColumnWrittenFix))]
[Shared]
public sealed class Arc1006TenantColumnWrittenFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Arc1006TenantColumnWritten.TenantColumnWritten.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is not null
            && context.Diagnostics.All(diagnostic => diagnostic.Properties.ContainsKey(Arc1006TenantColumnWritten.Stamped))
            && Without(root, root.FindNode(context.Span, getInnermostNodeForTie: true)) is { } without)
        {
            var document = context.Document.WithSyntaxRoot(without);
            context.RegisterCodeFix(
                CodeAction.Create("Leave the tenant to the context", _ => Task.FromResult(document), nameof(Arc1006TenantColumnWrittenFix)), context.Diagnostics);
        }
    }

    private static SyntaxNode? Without(SyntaxNode root, SyntaxNode written) => written switch
    {
        { Parent: AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement } assignment } when assignment.Left == written =>
            root.RemoveNode(statement, SyntaxRemoveOptions.KeepExteriorTrivia & ~SyntaxRemoveOptions.KeepLeadingTrivia & ~SyntaxRemoveOptions.KeepTrailingTrivia),
        { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment } when assignment.Left == written =>
            root.ReplaceNode(initializer, Without(initializer, assignment)),
        LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call } }
            when access.Expression is InvocationExpressionSyntax || call.Parent is MemberAccessExpressionSyntax => root.ReplaceNode(call, access.Expression.WithTriviaFrom(call)),
        _ => null,
    };

    /// <summary>What stood after the last element stands after the new last one.</summary>
    private static InitializerExpressionSyntax Without(InitializerExpressionSyntax initializer, ExpressionSyntax element)
    {
        var left = initializer.Expressions.Remove(element);
        var wasLast = left.Count > 0 && initializer.Expressions[initializer.Expressions.Count - 1] == element;
        return initializer.WithExpressions(wasLast ? left.Replace(left.Last(), left.Last().WithTrailingTrivia(element.GetTrailingTrivia())) : left);
    }
}
