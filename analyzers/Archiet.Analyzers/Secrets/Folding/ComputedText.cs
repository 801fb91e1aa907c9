using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Secrets;

/// <summary>
/// A text that the code computes from constants: joined, formatted, replaced, decoded, built, or spelled as an array of bytes or characters. What only run time
/// knows is a hole in it.
/// </summary>
internal sealed class ComputedText
{
    private const int DeepestNesting = 8;
    private static readonly ConditionalWeakTable<IOperation, ComputedText> Computed = new();
    private static readonly ComputedText Unknown = new(null, false);

    private ComputedText(string? text, bool isSpelled)
    {
        Text = text ?? "";
        IsKnown = text is not null;
        IsSpelled = isSpelled;
    }

    /// <summary>The text; bytes are characters of the same numbers, or what they encode.</summary>
    public string Text { get; }

    /// <summary>Whether the text is bytes or characters in an array.</summary>
    public bool IsSpelled { get; }

    private bool IsKnown { get; }

    /// <summary>Whether an operation is one that is computed here at all.</summary>
    public static bool Computes(IOperation operation) => operation switch
    {
        IInvocationOperation call => TextMethods.Knows(call.TargetMethod),
        IObjectCreationOperation { Type.SpecialType: SpecialType.System_String } => true,
        IArrayCreationOperation { Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte or SpecialType.System_Char } } => true,
        ICollectionExpressionOperation { Type: { } type } => IsOfLetters(type),
        _ => false,
    };

    /// <summary>What an operation computes; null when too little of it is known.</summary>
    public static ComputedText? Of(IOperation operation) => Computed.GetValue(operation, Compute) is { IsKnown: true } known ? known : null;

    /// <summary>Whether another computation, which is looked at instead, takes this one in.</summary>
    public static bool IsTakenIn(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation or IArgumentOperation or IArrayInitializerOperation or IArrayCreationOperation)
        {
            parent = parent.Parent;
        }
        return parent is not null && Computes(parent) && Of(parent) is not null;
    }

    private static ComputedText Compute(IOperation operation) => ValueOf(operation, DeepestNesting) is { } text ? new ComputedText(text, IsArray(operation)) : Unknown;

    /// <summary>The text of an operation that is, or is computed from, constants.</summary>
    internal static string? ValueOf(IOperation? operation, int depth) => operation switch
    {
        null => null,
        _ when depth == 0 => null,
        INameOfOperation => null,
        IUtf8StringOperation utf8 => utf8.Value,
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        { ConstantValue: { HasValue: true, Value: char letter } } => letter.ToString(),
        IConversionOperation conversion => ValueOf(conversion.Operand, depth),
        IParenthesizedOperation inner => ValueOf(inner.Operand, depth),
        ILocalReferenceOperation or IFieldReferenceOperation => WrittenOnce.Of(operation),
        IInvocationOperation call => TextMethods.Call(call, depth - 1),
        IObjectCreationOperation { Arguments: [var letters, ..], Type.SpecialType: SpecialType.System_String } creation => creation.Arguments.Length == 1 ? ValueOf(letters.Value, depth - 1) : null,
        IArrayCreationOperation { Initializer: { } initializer } => ConstantArray.Spell(initializer.ElementValues),
        ICollectionExpressionOperation { Type: { } type } collection when IsOfLetters(type) => ConstantArray.Spell(collection.Elements),
        _ when ConstantText.IsConcatenation(operation) || operation is IInterpolatedStringOperation => ConstantText.Of(operation).Text,
        _ => null,
    };

    private static bool IsArray(IOperation operation) => operation is IArrayCreationOperation or ICollectionExpressionOperation;

    private static bool IsOfLetters(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.SpecialType is SpecialType.System_Byte or SpecialType.System_Char,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte or SpecialType.System_Char }] } => true,
        _ => false,
    };
}
