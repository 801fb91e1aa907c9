using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Web;

/// <summary>Whether a function can give but one answer.</summary>
internal static class Always
{
    /// <summary>Whether a delegate, as written, answers true whatever it is asked: every way out of it returns the constant, and none throws.</summary>
    public static bool True(IOperation function) => function switch
    {
        IConversionOperation conversion => True(conversion.Operand),
        IDelegateCreationOperation creation => True(creation.Target),
        IAnonymousFunctionOperation lambda => ReturnsTrue(lambda.Body),
        IMethodReferenceOperation { Method: var method, SemanticModel: { } model } when BodyOf(method, model) is { } body => ReturnsTrue(body),
        _ => false,
    };

    private static bool ReturnsTrue(IOperation body)
    {
        var answers = 0;
        foreach (var part in body.Descendants())
        {
            switch (part)
            {
                case IThrowOperation:
                case IReturnOperation { ReturnedValue: null or not { ConstantValue: { HasValue: true, Value: true } } } when !IsInner(part, body):
                    return false;
                case IReturnOperation when !IsInner(part, body):
                    answers++;
                    break;
            }
        }
        return answers > 0;
    }

    /// <summary>Whether a return ends a function within the function.</summary>
    private static bool IsInner(IOperation part, IOperation body)
    {
        for (var at = part.Parent; at is not null && at != body; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The body of a method in the same file: what stands elsewhere is judged by nobody, as its model may not be asked for here.</summary>
    private static IOperation? BodyOf(IMethodSymbol method, SemanticModel model) =>
        method.DeclaringSyntaxReferences is [var reference] && reference.SyntaxTree == model.SyntaxTree
            ? reference.GetSyntax() switch
            {
                MethodDeclarationSyntax { Body: { } block } => model.GetOperation(block),
                MethodDeclarationSyntax { ExpressionBody: { } arrow } => model.GetOperation(arrow),
                LocalFunctionStatementSyntax { Body: { } block } => model.GetOperation(block),
                LocalFunctionStatementSyntax { ExpressionBody: { } arrow } => model.GetOperation(arrow),
                _ => null,
            }
            : null;
}
