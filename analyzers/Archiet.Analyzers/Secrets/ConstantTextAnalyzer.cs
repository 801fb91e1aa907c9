using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Secrets;

/// <summary>A rule about what texts in the code hold: literals, concatenations, interpolations and UTF-8 literals, wherever they stand.</summary>
public abstract class ConstantTextAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Where an attribute or a default stands that the compiler hands to no operation action.</summary>
    private static readonly SyntaxKind[] Functions = [SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression];

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(
            InspectOperation,
            OperationKind.Literal,
            OperationKind.Binary,
            OperationKind.InterpolatedString,
            OperationKind.Utf8String);
        context.RegisterSyntaxNodeAction(InspectAttribute, SyntaxKind.AttributeArgument);
        context.RegisterSyntaxNodeAction(InspectDefault, SyntaxKind.Parameter);
    }

    /// <summary>Whether a text might be worth a look; asked of every literal, so it must be quick.</summary>
    internal abstract bool MayHold(string text);

    /// <summary>The first secret in a text, or null.</summary>
    internal abstract Secret? Find(string text);

    /// <summary>Beside top-level statements the compiler hands over an assembly's attributes twice: for the namespace, and again for the program's class.</summary>
    private void InspectOperation(OperationAnalysisContext context)
    {
        if (Inspect(context.Operation) is { } found
            && (context.ContainingSymbol is not INamedTypeSymbol
                || context.Operation.Syntax.FirstAncestorOrSelf<AttributeListSyntax>() is not { Parent: CompilationUnitSyntax }))
        {
            context.Report(found);
        }
    }

    /// <summary>An implicit literal is a parameter's default at a call that leaves it out; it is looked at where it is written.</summary>
    private Diagnostic? Inspect(IOperation operation)
    {
        if (operation.IsImplicit
            || !ConstantText.IsText(operation)
            || (operation is ILiteralOperation { ConstantValue.Value: string literal } && !MayHold(literal))
            || !ConstantText.IsOutermost(operation))
        {
            return null;
        }
        var text = ConstantText.Of(operation);
        return MayHold(text.Text) && Find(text.Text) is { } secret && text.Locate(secret.Start, secret.Length, part => Find(part) is not null) is { } place
            ? Diagnostic.Create(SupportedDiagnostics[0], place, secret.Words)
            : null;
    }

    private void InspectAttribute(SyntaxNodeAnalysisContext context)
    {
        if (context.Node is AttributeArgumentSyntax { Parent.Parent.Parent: AttributeListSyntax list } argument && IsOfFunction(list.Parent))
        {
            InspectExpression(argument.Expression, context);
        }
    }

    private void InspectDefault(SyntaxNodeAnalysisContext context)
    {
        if (context.Node is ParameterSyntax { Default.Value: var value } parameter && IsOfFunction(parameter))
        {
            InspectExpression(value, context);
        }
    }

    private static bool IsOfFunction(SyntaxNode? owner) =>
        (owner is ParameterSyntax or TypeParameterSyntax ? owner.Parent?.Parent : owner) is { } function && Functions.Contains(function.Kind());

    private void InspectExpression(ExpressionSyntax expression, SyntaxNodeAnalysisContext context)
    {
        if (context.SemanticModel.GetOperation(expression, context.CancellationToken) is { } operation)
        {
            foreach (var part in operation.DescendantsAndSelf())
            {
                if (Inspect(part) is { } found)
                {
                    context.Report(found);
                }
            }
        }
    }
}

/// <summary>A secret in a text.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Words">What the rule's message says of it. They give nothing of it away.</param>
internal sealed record Secret(int Start, int Length, params string[] Words);
