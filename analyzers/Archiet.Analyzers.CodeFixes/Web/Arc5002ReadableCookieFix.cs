using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Archiet.Analyzers.Web;

/// <summary>
/// Says <c>HttpOnly = true</c>: where it says false, in options that are made where the cookie is written or in a variable before, or in new ones where there are none.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Arc5002ReadableCookieFix))]
[Shared]
public sealed class Arc5002ReadableCookieFix() : RewriteFix(Arc5002ReadableCookie.ReadableCookie, "Keep the cookie from scripts")
{
    private const string HttpOnly = "HttpOnly";

    private protected override SyntaxNode? Rewrite(SyntaxNode root, SyntaxNode found, SemanticModel model, CancellationToken cancellation)
    {
        if (found.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Right: var value } && value.IsKind(SyntaxKind.FalseLiteralExpression))
        {
            return root.ReplaceNode(value, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression).WithTriviaFrom(value));
        }
        return found.FirstAncestorOrSelf<InvocationExpressionSyntax>(it => CallSite.NameOf(it) == found) is not { ArgumentList: var list } ? null
            : list.Arguments switch
            {
                [_, _] => root.ReplaceNode(list, list.AddArguments(SyntaxFactory.Argument(Made()))),
                [_, _, { Expression: BaseObjectCreationExpressionSyntax creation }] => root.ReplaceNode(creation, WithHttpOnly(creation)),
                [_, _, { Expression: IdentifierNameSyntax name }] when CreationOf(name, model, cancellation) is { } creation => root.ReplaceNode(creation, WithHttpOnly(creation)),
                _ => null,
            };
    }

    /// <summary>Where a variable's options are made; null where they are changed afterwards, which would undo it.</summary>
    private static BaseObjectCreationExpressionSyntax? CreationOf(IdentifierNameSyntax name, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(name, cancellation).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var declared] }
        && declared.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax creation } declarator
        && declarator.FirstAncestorOrSelf<BlockSyntax>() is { } block
        && !block.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access => access.Name.Identifier.ValueText == HttpOnly && access.Expression.ToString() == name.ToString())
            ? creation
            : null;

    private static ObjectCreationExpressionSyntax Made()
    {
        var creation = (ObjectCreationExpressionSyntax)SyntaxFactory.ParseExpression("new Microsoft.AspNetCore.Http.CookieOptions { HttpOnly = true }");
        return creation.WithType(creation.Type.WithAdditionalAnnotations(Simplifier.Annotation)).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static BaseObjectCreationExpressionSyntax WithHttpOnly(BaseObjectCreationExpressionSyntax creation)
    {
        var set = creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(element => element.Left.ToString() == HttpOnly);
        if (set is not null)
        {
            return creation.ReplaceNode(set.Right, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression).WithTriviaFrom(set.Right));
        }
        var element = SyntaxFactory.ParseExpression("HttpOnly = true");
        var initializer = creation.Initializer is { } before
            ? before.WithExpressions(before.Expressions.Count == 0 ? [element] : before.Expressions.Insert(0, element))
            : SyntaxFactory.InitializerExpression(SyntaxKind.ObjectInitializerExpression, [element]);
        return creation.WithInitializer(initializer).WithAdditionalAnnotations(Formatter.Annotation);
    }
}
