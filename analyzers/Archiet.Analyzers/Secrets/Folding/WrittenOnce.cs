using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Secrets;

/// <summary>The text of a local variable or a read-only field that is written where it is declared and nowhere else. One step, and no data flow: what is written must be literals.</summary>
internal static class WrittenOnce
{
    private const int MostParts = 32;

    /// <summary>Whether a variable is written again takes a look at all of its member, which is taken once.</summary>
    private static readonly ConditionalWeakTable<ILocalSymbol, Written> Locals = new();

    /// <summary>The text behind a reference, or null.</summary>
    public static string? Of(IOperation reference) => reference switch
    {
        ILocalReferenceOperation { Type.SpecialType: SpecialType.System_String, Local: { IsRef: false } local } => Locals.GetValue(local, Look).Text,
        IFieldReferenceOperation { Type.SpecialType: SpecialType.System_String, Field: { IsReadOnly: true } field } when InitializerOf(field) is { } initializer => TextOf(initializer, MostParts),
        _ => null,
    };

    private static Written Look(ILocalSymbol local) =>
        new(InitializerOf(local) is { } initializer && TextOf(initializer, MostParts) is { } text && !IsAssigned(local.Name, initializer) ? text : null);

    private static ExpressionSyntax? InitializerOf(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value } ? value : null;

    /// <summary>What literals and sums of literals say.</summary>
    private static string? TextOf(ExpressionSyntax expression, int depth) => expression switch
    {
        _ when depth == 0 => null,
        LiteralExpressionSyntax { Token.Value: string text } => text,
        ParenthesizedExpressionSyntax inner => TextOf(inner.Expression, depth - 1),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when TextOf(sum.Left, depth - 1) is { } left && TextOf(sum.Right, depth - 1) is { } right => left + right,
        _ => null,
    };

    private static bool IsAssigned(string name, ExpressionSyntax initializer)
    {
        SyntaxNode? scope = initializer.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax);
        scope ??= initializer.SyntaxTree.GetRoot();
        foreach (var node in scope.DescendantNodes())
        {
            if (node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name && IsWritten(identifier))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsWritten(IdentifierNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind is (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword || argument.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax },
        RefExpressionSyntax => true,
        _ => false,
    };

    private sealed record Written(string? Text);
}
