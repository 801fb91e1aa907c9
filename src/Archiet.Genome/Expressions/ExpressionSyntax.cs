namespace Archiet.Genome.Expressions;

/// <summary>A part of an expression as it is written, with its place in the text.</summary>
/// <param name="range">Where it stands.</param>
/// <param name="height">How many parts are within one another here.</param>
internal abstract class ExpressionSyntax(TextRange range, int height)
{
    public TextRange Range { get; } = range;

    public int Height { get; } = height;
}

internal enum LiteralKind
{
    Null,
    Bool,
    Number,
    Text,
}

internal sealed class LiteralSyntax(LiteralKind kind, ExpressionToken token) : ExpressionSyntax(token.Range, 1)
{
    public LiteralKind Kind { get; } = kind;

    public string Value { get; } = token.Value;

    /// <summary>The place of a character of a text's value; of the whole text where escapes shift it.</summary>
    public TextRange RangeOf(int index) => token.IsVerbatim ? new(Range.Start + 1 + index, Math.Min(Range.Start + 2 + index, Range.End)) : Range;
}

internal sealed class NameSyntax(ExpressionToken token) : ExpressionSyntax(token.Range, 1)
{
    public string Name { get; } = token.Value;
}

internal sealed class MemberSyntax(ExpressionSyntax target, ExpressionToken name) : ExpressionSyntax(target.Range.To(name.Range), target.Height + 1)
{
    public ExpressionSyntax Target { get; } = target;

    public string Name { get; } = name.Value;

    public TextRange NameRange { get; } = name.Range;
}

/// <summary>A call of a function, or of a method where there is a target.</summary>
internal sealed class CallSyntax(ExpressionSyntax? target, ExpressionToken name, IReadOnlyList<ExpressionSyntax> arguments, TextRange range)
    : ExpressionSyntax(range, 1 + Math.Max(target?.Height ?? 0, arguments.Count == 0 ? 0 : arguments.Max(static argument => argument.Height)))
{
    public ExpressionSyntax? Target { get; } = target;

    public string Name { get; } = name.Value;

    public TextRange NameRange { get; } = name.Range;

    public IReadOnlyList<ExpressionSyntax> Arguments { get; } = arguments;
}

internal sealed class UnarySyntax(ExpressionToken mark, ExpressionSyntax operand) : ExpressionSyntax(mark.Range.To(operand.Range), operand.Height + 1)
{
    public string Operator { get; } = mark.Value;

    public TextRange OperatorRange { get; } = mark.Range;

    public ExpressionSyntax Operand { get; } = operand;
}

internal sealed class BinarySyntax(ExpressionSyntax left, ExpressionToken mark, ExpressionSyntax right)
    : ExpressionSyntax(left.Range.To(right.Range), 1 + Math.Max(left.Height, right.Height))
{
    public ExpressionSyntax Left { get; } = left;

    public string Operator { get; } = mark.Value;

    public TextRange OperatorRange { get; } = mark.Range;

    public ExpressionSyntax Right { get; } = right;
}

/// <summary>Parts joined by one of the two logical operators.</summary>
internal sealed class JunctionSyntax(bool isAll, IReadOnlyList<ExpressionSyntax> operands)
    : ExpressionSyntax(operands[0].Range.To(operands[operands.Count - 1].Range), 1 + operands.Max(static operand => operand.Height))
{
    public bool IsAll { get; } = isAll;

    public IReadOnlyList<ExpressionSyntax> Operands { get; } = operands;
}

internal sealed class ConditionalSyntax(ExpressionSyntax test, ExpressionSyntax then, ExpressionSyntax otherwise)
    : ExpressionSyntax(test.Range.To(otherwise.Range), 1 + Math.Max(test.Height, Math.Max(then.Height, otherwise.Height)))
{
    public ExpressionSyntax Test { get; } = test;

    public ExpressionSyntax Then { get; } = then;

    public ExpressionSyntax Otherwise { get; } = otherwise;
}

internal sealed class ListSyntax(IReadOnlyList<ExpressionSyntax> items, TextRange range)
    : ExpressionSyntax(range, 1 + (items.Count == 0 ? 0 : items.Max(static item => item.Height)))
{
    public IReadOnlyList<ExpressionSyntax> Items { get; } = items;
}
