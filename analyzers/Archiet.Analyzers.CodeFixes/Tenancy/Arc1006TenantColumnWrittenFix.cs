using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Archiet.Analyzers.Tenancy;

/// <summary>
/// Takes the write of a tenant column away: a statement, an element of an initialiser, a <c>SetProperty</c> among others. Offered for entities of a genome only, whose rows
/// get their tenant when they are saved.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Arc1006TenantColumnWrittenFix))]
[Shared]
public sealed class Arc1006TenantColumnWrittenFix() : RewriteFix(Arc1006TenantColumnWritten.TenantColumnWritten, "Leave the tenant to the context")
{
    private protected override bool Mends(Diagnostic finding) => finding.Properties.ContainsKey(Arc1006TenantColumnWritten.Stamped);

    private protected override SyntaxNode? Rewrite(SyntaxNode root, SyntaxNode found, SemanticModel model, CancellationToken cancellation) => found switch
    {
        { Parent: AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement } assignment } when assignment.Left == found =>
            Without(root, statement),
        { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment } when assignment.Left == found =>
            Without(root, initializer, assignment),
        LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call } }
            when access.Expression is InvocationExpressionSyntax || call.Parent is MemberAccessExpressionSyntax => root.ReplaceNode(call, access.Expression.WithTriviaFrom(call)),
        _ => null,
    };
}
