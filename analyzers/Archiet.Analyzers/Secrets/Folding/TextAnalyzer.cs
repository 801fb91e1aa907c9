using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Secrets;

/// <summary>
/// A rule about the texts in the code, in every form in which C# can write one: literals, sums, interpolations, UTF-8 literals, arrays of bytes or characters, and
/// what the framework's methods make of constants. A plain literal costs a rule one look; all others are folded once for all rules.
/// </summary>
public abstract class TextAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Where an attribute or a default stands that the compiler hands to no operation action.</summary>
    private static readonly SyntaxKind[] Functions = [SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression];

    /// <summary>What writes a text.</summary>
    private static readonly ImmutableArray<OperationKind> Kinds =
    [
        OperationKind.Literal, OperationKind.Binary, OperationKind.InterpolatedString, OperationKind.Utf8String,
        OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.ArrayCreation, OperationKind.CollectionExpression,
    ];

    /// <summary>Whether the rule holds for code that a generator wrote.</summary>
    private protected virtual GeneratedCodeAnalysisFlags Generated => GeneratedCodeAnalysisFlags.None;

    /// <summary>Whether the rule holds for tests.</summary>
    private protected virtual bool InTests => false;

    /// <summary>What the rule looks at beside texts.</summary>
    private protected virtual ImmutableArray<OperationKind> MoreKinds => [];

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(Generated);
        context.RegisterCompilationStartAction(start =>
        {
            if (InTests || !TestProject.Is(start.Compilation, start.Options.AnalyzerConfigOptionsProvider))
            {
                start.RegisterOperationAction(InspectOperation, Kinds.AddRange(MoreKinds));
                start.RegisterSyntaxNodeAction(InspectAttribute, SyntaxKind.AttributeArgument);
                start.RegisterSyntaxNodeAction(InspectDefault, SyntaxKind.Parameter);
            }
        });
    }

    /// <summary>Whether a text might be worth a look; asked of every literal, so it must be quick.</summary>
    internal abstract bool MayHold(string text);

    /// <summary>The first secret in a text, or null.</summary>
    internal abstract Secret? Find(string text);

    /// <summary>What the rule finds in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="operation">What writes it.</param>
    /// <param name="container">The member that it stands in.</param>
    private protected virtual Secret? Find(string text, IOperation operation, ISymbol container) => Find(text);

    /// <summary>What the rule finds in an operation of one of <see cref="MoreKinds"/>.</summary>
    private protected virtual Diagnostic? InspectOther(IOperation operation, ISymbol container) => null;

    /// <summary>Says what was found.</summary>
    private protected Diagnostic Finding(Location place, string text, Secret secret) => Diagnostic.Create(SupportedDiagnostics[0], place, secret.Redacted(text), secret.Kind);

    /// <summary>Beside top-level statements the compiler hands over an assembly's attributes twice: for the namespace, and again for the program's class.</summary>
    private void InspectOperation(OperationAnalysisContext context)
    {
        if (Inspect(context.Operation, context.ContainingSymbol) is { } found
            && (context.ContainingSymbol is not INamedTypeSymbol
                || context.Operation.Syntax.FirstAncestorOrSelf<AttributeListSyntax>() is not { Parent: CompilationUnitSyntax }))
        {
            context.Report(found);
        }
    }

    /// <summary>An implicit literal is a parameter's default at a call that leaves it out; it is looked at where it is written.</summary>
    private Diagnostic? Inspect(IOperation operation, ISymbol container)
    {
        switch (operation)
        {
            case ILiteralOperation { Type.SpecialType: SpecialType.System_String, ConstantValue.Value: string text }:
                return MayHold(text) && !operation.IsImplicit && ConstantText.IsOutermost(operation) && Find(text, operation, container) is { } secret
                    ? Finding(operation.Syntax.GetLocation(), text, secret)
                    : null;
            case IUtf8StringOperation or IInterpolatedStringOperation or IBinaryOperation:
                return !ConstantText.IsText(operation) ? InspectOther(operation, container) : ConstantText.IsOutermost(operation) ? InspectJoined(operation, container) : null;
            case IInvocationOperation or IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation:
                return ComputedText.Computes(operation) && !IsParameterArray(operation) && !ComputedText.IsTakenIn(operation) ? InspectComputed(operation, container) : null;
            default:
                return InspectOther(operation, container);
        }
    }

    /// <summary>The array that the compiler makes of arguments; what they are handed to takes them in. (An initialiser without <c>new</c> is implicit, too, and is written.)</summary>
    private static bool IsParameterArray(IOperation operation) => operation.IsImplicit && operation is not IArrayCreationOperation { Syntax: InitializerExpressionSyntax };

    private Diagnostic? InspectJoined(IOperation operation, ISymbol container)
    {
        var folded = ConstantText.Of(operation);
        return MayHold(folded.Text) && Find(folded.Text, operation, container) is { } secret
            && folded.Locate(secret.Start, secret.Length, part => MayHold(part) && Find(part) is not null) is { } place
            ? Finding(place, folded.Text, secret)
            : null;
    }

    /// <summary>What a single literal among the operands holds is reported there.</summary>
    private Diagnostic? InspectComputed(IOperation operation, ISymbol container) =>
        ComputedText.Of(operation) is { } computed
        && MayHold(computed.Text)
        && Find(computed.Text, operation, container) is { } secret
        && !HoldsPart(operation, computed.Text.Substring(secret.Start, secret.Length))
        ? Finding(operation.Syntax.GetLocation(), computed.Text, secret)
        : null;

    private bool HoldsPart(IOperation operation, string secret)
    {
        foreach (var part in operation.Descendants())
        {
            if (ConstantText.IsText(part)
                && ConstantText.IsOutermost(part)
                && (part is ILiteralOperation { ConstantValue.Value: string literal } ? literal : ConstantText.Of(part).Text) is var text
                && text.IndexOf(secret, StringComparison.Ordinal) >= 0
                && MayHold(text)
                && Find(text) is not null)
            {
                return true;
            }
        }
        return false;
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

    /// <summary>Parentheses have no operation of their own.</summary>
    private void InspectExpression(ExpressionSyntax expression, SyntaxNodeAnalysisContext context)
    {
        while (expression is ParenthesizedExpressionSyntax inner)
        {
            expression = inner.Expression;
        }
        if (context.SemanticModel.GetOperation(expression, context.CancellationToken) is { } operation && context.ContainingSymbol is { } container)
        {
            foreach (var part in operation.DescendantsAndSelf())
            {
                if (Inspect(part, container) is { } found)
                {
                    context.Report(found);
                }
            }
        }
    }
}
