using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Archiet.Analyzers.Web;

/// <summary>
/// Puts the check back: takes <c>DisableAntiforgery()</c> away, or <c>[IgnoreAntiforgeryToken]</c>. Which origins may send cookies, only the author knows.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Arc5004ForgeryCheckOffFix))]
[Shared]
public sealed class Arc5004ForgeryCheckOffFix() : RewriteFix(Arc5004ForgeryCheckOff.ForgeryCheckOff, "Check for forged requests")
{
    private protected override SyntaxNode? Rewrite(SyntaxNode root, SyntaxNode found, SemanticModel model, CancellationToken cancellation) => found switch
    {
        SimpleNameSyntax { Identifier.ValueText: "DisableAntiforgery", Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } call } access }
            when access.Name == found && call.Parent is not ExpressionStatementSyntax => root.ReplaceNode(call, access.Expression.WithTrailingTrivia(call.GetTrailingTrivia())),
        SimpleNameSyntax { Identifier.ValueText: "DisableAntiforgery", Parent: MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax before, Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } call } access }
            when access.Name == found => root.ReplaceNode(call, before.WithTrailingTrivia(call.GetTrailingTrivia())),
        _ when found.FirstAncestorOrSelf<AttributeSyntax>() is { Parent: AttributeListSyntax list } attribute => list.Attributes.Count > 1
            ? root.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(attribute)))
            : root.ReplaceNode(list.Parent!, Without(list.Parent!, list)),
        _ => null,
    };

    /// <summary>What stood before the list stands before what follows it.</summary>
    private static SyntaxNode Without(SyntaxNode member, AttributeListSyntax list) => list == member.ChildNodes().First()
        ? member.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!.WithLeadingTrivia(member.GetLeadingTrivia())
        : member.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!;
}
