using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Archiet.Analyzers.Web;

/// <summary>
/// Draws from <c>RandomNumberGenerator</c> where that gives the same type and takes the same bounds: <c>Next</c> with bounds that are constants, or with the length of what it picks from, and
/// <c>NextBytes</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Arc5007WeakRandomnessFix))]
[Shared]
public sealed class Arc5007WeakRandomnessFix() : RewriteFix(Arc5007WeakRandomness.WeakRandomness, "Draw from RandomNumberGenerator")
{
    private protected override SyntaxNode? Rewrite(SyntaxNode root, SyntaxNode found, SemanticModel model, CancellationToken cancellation)
    {
        if (found is not SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access } || access.Name != found
            || model.GetTypeInfo(access.Expression, cancellation).Type is not { Name: "Random", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
        {
            return null;
        }
        var arguments = call.ArgumentList;
        return (access.Name.Identifier.ValueText, arguments.Arguments) switch
        {
            ("NextBytes", [_]) => Drawn("Fill", arguments),
            ("Next", []) => Drawn("GetInt32", SyntaxFactory.ParseArgumentList("(int.MaxValue)")),
            ("Next", [var most]) when Constant(most) is > 0 || IsLengthOfPicked(most, call) => Drawn("GetInt32", arguments),
            ("Next", [var least, var most]) when Constant(least) < Constant(most) => Drawn("GetInt32", arguments),
            _ => null,
        };

        // An argument's name would be that of the other method.
        SyntaxNode? Drawn(string method, ArgumentListSyntax with) => with.Arguments.Any(argument => argument.NameColon is not null) ? null
            : root.ReplaceNode(call, SyntaxFactory.InvocationExpression(
                SyntaxFactory.ParseExpression("System.Security.Cryptography.RandomNumberGenerator." + method).WithAdditionalAnnotations(Simplifier.Annotation), with).WithTriviaFrom(call));

        int? Constant(ArgumentSyntax argument) => model.GetConstantValue(argument.Expression, cancellation).Value as int?;
    }

    /// <summary><c>letters[random.Next(letters.Length)]</c>: of nothing, neither could pick anything.</summary>
    private static bool IsLengthOfPicked(ArgumentSyntax most, InvocationExpressionSyntax call) =>
        most.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length", Expression: var picked }
        && call.Parent is ArgumentSyntax { Parent: BracketedArgumentListSyntax { Arguments.Count: 1, Parent: ElementAccessExpressionSyntax element } }
        && element.Expression.IsEquivalentTo(picked, topLevel: false);
}
