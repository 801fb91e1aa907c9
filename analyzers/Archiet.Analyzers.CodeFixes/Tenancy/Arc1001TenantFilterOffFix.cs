using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Archiet.Analyzers.Tenancy;

/// <summary>
/// Puts the tenant filter back: takes its name out of the names that a query ignores, or the call away where nothing else is named. Offered only where every
/// name is known and the result compiles; where a query must see every tenant, only its author can say why.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Arc1001TenantFilterOffFix))]
[Shared]
public sealed class Arc1001TenantFilterOffFix() : RewriteFix(Arc1001TenantFilterOff.TenantFilterOff, "Keep the tenant filter on")
{
    private const string TenantFilter = "tenant";

    private protected override SyntaxNode? Rewrite(SyntaxNode root, SyntaxNode found, SemanticModel model, CancellationToken cancellation) =>
        found is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access } name && access.Name == name
            && WithFilter(call, access, model, cancellation) is { } replacement
            ? root.ReplaceNode(call, replacement)
            : null;

    /// <summary>What to write instead of a call; null where its names are not all known.</summary>
    private static ExpressionSyntax? WithFilter(
        InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, SemanticModel model, CancellationToken cancellation)
    {
        var without = access.Expression.WithTrailingTrivia(call.GetTrailingTrivia());
        switch (call.ArgumentList.Arguments)
        {
            case []:
                return without;
            case [{ Expression: CollectionExpressionSyntax names }] when names.Elements.All(element => element is ExpressionElementSyntax && IsKnown(NameOf(element))):
                var elements = names.Elements;
                return Kept(elements, NameOf) is { Count: > 0 } kept ? call.ReplaceNode(names, names.WithElements(kept)) : without;
            case [{ Expression: ImplicitArrayCreationExpressionSyntax { Initializer: var list } }] when list.Expressions.All(IsKnown):
                return Kept(list.Expressions, expression => expression) is { Count: > 0 } left ? call.ReplaceNode(list, list.WithExpressions(left)) : without;
            default:
                return null;
        }

        bool IsKnown(ExpressionSyntax expression) => model.GetConstantValue(expression, cancellation).HasValue;

        bool IsTenant(ExpressionSyntax expression) => model.GetConstantValue(expression, cancellation).Value is TenantFilter;

        SeparatedSyntaxList<T> Kept<T>(SeparatedSyntaxList<T> all, Func<T, ExpressionSyntax> expression)
            where T : SyntaxNode =>
            all.Where(item => IsTenant(expression(item))).Aggregate(all, (rest, item) => rest.RemoveAt(rest.IndexOf(candidate => candidate.IsEquivalentTo(item))));
    }

    private static ExpressionSyntax NameOf(CollectionElementSyntax element) => ((ExpressionElementSyntax)element).Expression;
}
