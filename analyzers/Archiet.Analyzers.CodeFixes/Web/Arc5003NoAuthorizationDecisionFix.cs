using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Archiet.Analyzers.Web;

/// <summary>
/// Asks for a caller who is signed in: <c>RequireAuthorization()</c> on an endpoint, <c>[Authorize]</c> on an action. Whether everybody may call it instead, only its author can say.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Arc5003NoAuthorizationDecisionFix))]
[Shared]
public sealed class Arc5003NoAuthorizationDecisionFix() : RewriteFix(Arc5003NoAuthorizationDecision.NoAuthorizationDecision, "Let in only who is signed in")
{
    private protected override SyntaxNode? Rewrite(SyntaxNode root, SyntaxNode found, SemanticModel model, CancellationToken cancellation)
    {
        if (found is MethodDeclarationSyntax action)
        {
            return root.ReplaceNode(action, WithAttribute(action));
        }
        var call = found.FirstAncestorOrSelf<InvocationExpressionSyntax>(it => CallSite.NameOf(it) == found);
        // Only what answers with a builder can be asked more of.
        return call is null || model.GetTypeInfo(call, cancellation).Type is null or { SpecialType: SpecialType.System_Void } ? null
            : root.ReplaceNode(call, SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression, call.WithoutTrailingTrivia(), SyntaxFactory.IdentifierName("RequireAuthorization"))).WithTrailingTrivia(call.GetTrailingTrivia()));
    }

    private static MethodDeclarationSyntax WithAttribute(MethodDeclarationSyntax action)
    {
        var attribute = SyntaxFactory.Attribute(SyntaxFactory.ParseName("Microsoft.AspNetCore.Authorization.Authorize")).WithAdditionalAnnotations(Simplifier.Annotation);
        return action.WithoutLeadingTrivia()
            .WithAttributeLists(action.WithoutLeadingTrivia().AttributeLists.Insert(0, SyntaxFactory.AttributeList([attribute]).WithTrailingTrivia(SyntaxFactory.Space)))
            .WithLeadingTrivia(action.GetLeadingTrivia());
    }
}
