using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Secrets;

/// <summary>What can be told of a text from the code that writes it: constants joined as the compiler would, and a mark for what only run time knows.</summary>
internal sealed class ConstantText
{
    /// <inheritdoc cref="Placeholder.Hole"/>
    public const char Hole = Placeholder.Hole;

    /// <summary>Every rule asks for the same operations: each is folded for the first that asks.</summary>
    private static readonly ConditionalWeakTable<IOperation, ConstantText> Folded = new();

    private readonly IOperation whole;
    private readonly ImmutableArray<Part> parts;

    private static readonly string HoleText = Hole.ToString();

    private ConstantText(IOperation whole, string text, ImmutableArray<Part> parts)
    {
        this.whole = whole;
        Text = text;
        this.parts = parts;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Whether an operation writes a text of its own and is not part of a longer one that is looked at instead.</summary>
    public static bool IsOutermost(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IConversionOperation { IsImplicit: true } or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }
        return parent is not (IInterpolatedStringTextOperation or IInterpolationOperation) && !IsConcatenation(parent);
    }

    /// <summary>Whether an operation can write a text at all.</summary>
    public static bool IsText(IOperation operation) => operation switch
    {
        ILiteralOperation { Type.SpecialType: SpecialType.System_String } or IUtf8StringOperation or IInterpolatedStringOperation => true,
        _ => IsConcatenation(operation),
    };

    /// <summary>What an operation writes; the same answer for every rule that asks.</summary>
    public static ConstantText Of(IOperation operation) => Folded.GetValue(operation, Fold);

    /// <summary>Joins what an operation writes. Works on a stack of its own: a concatenation of ten thousand parts must not end the compiler.</summary>
    private static ConstantText Fold(IOperation operation)
    {
        var text = new StringBuilder();
        var parts = ImmutableArray.CreateBuilder<Part>();
        var pending = new Stack<IOperation>();
        pending.Push(operation);
        while (pending.Count > 0)
        {
            var at = pending.Pop();
            switch (at)
            {
                case IBinaryOperation binary when IsConcatenation(binary):
                    pending.Push(binary.RightOperand);
                    pending.Push(binary.LeftOperand);
                    break;
                case IInterpolatedStringOperation interpolated:
                    for (var i = interpolated.Parts.Length - 1; i >= 0; i--)
                    {
                        pending.Push(interpolated.Parts[i]);
                    }
                    break;
                case IInterpolatedStringTextOperation piece:
                    pending.Push(piece.Text);
                    break;
                case IInterpolationOperation interpolation:
                    pending.Push(interpolation.Expression);
                    break;
                case IConversionOperation { IsImplicit: true } conversion:
                    pending.Push(conversion.Operand);
                    break;
                default:
                    var value = ValueOf(at);
                    parts.Add(new Part(text.Length, value.Length, at));
                    text.Append(value);
                    break;
            }
        }
        return new ConstantText(operation, text.ToString(), parts.ToImmutable());
    }

    /// <summary>
    /// The place in the code that writes a span of the text: the one literal that holds it all, or the whole expression; null when it comes from a constant
    /// that is reported where it is declared.
    /// </summary>
    /// <param name="start">Where the span starts.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="isReported">Whether a constant of this text is reported by itself.</param>
    public Location? Locate(int start, int length, Func<string, bool> isReported)
    {
        foreach (var part in parts)
        {
            if (part.Start <= start && start + length <= part.Start + part.Length)
            {
                return part.Source is ILiteralOperation or IUtf8StringOperation ? PlaceOf(part.Source)
                    : isReported(Text.Substring(part.Start, part.Length)) ? null
                    : whole.Syntax.GetLocation();
            }
        }
        return whole.Syntax.GetLocation();
    }

    /// <summary>The text inside an interpolation has no quotes of its own; its place is the whole expression's.</summary>
    private static Location PlaceOf(IOperation literal) =>
        literal.Parent is IInterpolatedStringTextOperation { Parent: { } interpolated } ? interpolated.Syntax.GetLocation() : literal.Syntax.GetLocation();

    private static string ValueOf(IOperation operation) => operation switch
    {
        IUtf8StringOperation utf8 => utf8.Value,
        INameOfOperation => HoleText,
        { ConstantValue: { HasValue: true, Value: var value } } => value as string ?? (value as IFormattable)?.ToString(null, CultureInfo.InvariantCulture) ?? value?.ToString() ?? "",
        ILocalReferenceOperation or IFieldReferenceOperation => WrittenOnce.Of(operation) ?? HoleText,
        _ when ComputedText.Computes(operation) => ComputedText.Of(operation)?.Text ?? HoleText,
        _ => HoleText,
    };

    /// <summary>Whether an operation joins texts with <c>+</c>.</summary>
    public static bool IsConcatenation(IOperation? operation) => operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } binary
        && (binary.Type?.SpecialType == SpecialType.System_String || binary.LeftOperand is IUtf8StringOperation || binary.RightOperand is IUtf8StringOperation);

    private readonly record struct Part(int Start, int Length, IOperation Source);
}
