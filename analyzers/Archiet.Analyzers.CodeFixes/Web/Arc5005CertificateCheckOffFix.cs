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
public sealed class Arc5005CertificateCheckOffFix() : RewriteFix(Arc5005CertificateCheckOff.CertificateCheckOff, "Leave the check of certificates to the platform")
{
    private protected override SyntaxNode? Rewrite(SyntaxNode root, SyntaxNode found, SemanticModel model, CancellationToken cancellation) => Whole(found) switch
    {
        { Parent: AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement } assignment } value when assignment.Right == value =>
            Without(root, statement),
        { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment } value when assignment.Right == value =>
            Without(root, initializer, assignment),
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
}
