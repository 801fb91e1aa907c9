using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Archiet.Analyzers.Tenancy;

/// <summary>
/// Waits for the work that a request started and left: <c>await</c> before it, in a function that is asynchronous. Work that must outlive its request needs a tenant of its own, which only its author
/// can give it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Arc1012WorkWithoutTenantFix))]
[Shared]
public sealed class Arc1012WorkWithoutTenantFix() : RewriteFix(Arc1012WorkWithoutTenant.WorkWithoutTenant, "Wait for it")
{
    private protected override SyntaxNode? Rewrite(SyntaxNode root, SyntaxNode found, SemanticModel model, CancellationToken cancellation)
    {
        var call = found.FirstAncestorOrSelf<InvocationExpressionSyntax>(it => CallSite.NameOf(it) == found);
        if (call is null || !IsAsynchronous(call) || model.GetTypeInfo(call, cancellation).Type is not { Name: "Task" or "ValueTask" })
        {
            return null;
        }
        SyntaxNode? left = call.Parent switch
        {
            ExpressionStatementSyntax => call,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax } assignment => assignment,
            _ => null,
        };
        return left is null ? null : root.ReplaceNode(left, SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), call.WithoutTrivia()).WithTriviaFrom(left));
    }

    private static bool IsAsynchronous(SyntaxNode node) => node.Ancestors().FirstOrDefault(it => it is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax) switch
    {
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax function => function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        _ => false,
    };
}
