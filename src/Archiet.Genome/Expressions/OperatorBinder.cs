using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Expressions;

/// <summary>Binds what operators join: conditions, comparisons and lists. <see cref="ArithmeticBinder"/> has those that reckon.</summary>
internal sealed class OperatorBinder(ExpressionBinder binder)
{
    private readonly ArithmeticBinder arithmetic = new(binder.Faults);

    /// <summary><c>!x</c> and <c>-x</c>.</summary>
    public Expression? BindUnary(UnarySyntax syntax)
    {
        if (syntax.Operator == "!")
        {
            return binder.BindCondition(syntax.Operand) switch
            {
                null => null,
                Not not => not.Operand,
                var operand => new Not(operand),
            };
        }
        if (syntax.Operand is LiteralSyntax { Kind: LiteralKind.Number } number)
        {
            return binder.Literals.BindNumber("-" + number.Value, syntax.Range);
        }
        var bound = binder.Bind(syntax.Operand);
        if (bound is null || bound.Type.Kind == ValueKind.Number)
        {
            return bound is null ? null : new Negation(bound);
        }
        binder.Faults.Add(GenomeDiagnostics.OperandType, syntax.Operand.Range, "-", "a number", TypeWords.Of(bound));
        return null;
    }

    /// <summary>Two values and an operator between them.</summary>
    public Expression? BindBinary(BinarySyntax syntax) => syntax.Operator switch
    {
        "==" or "!=" => BindEquality(syntax),
        "<" => BindOrder(syntax, ComparisonOperator.Less),
        "<=" => BindOrder(syntax, ComparisonOperator.LessOrEqual),
        ">" => BindOrder(syntax, ComparisonOperator.Greater),
        ">=" => BindOrder(syntax, ComparisonOperator.GreaterOrEqual),
        "in" => BindMembership(syntax),
        _ => BindArithmetic(syntax),
    };

    /// <summary>Conditions joined; those of the same kind within one another become one.</summary>
    public Expression? BindJunction(JunctionSyntax syntax)
    {
        var operands = new List<Expression>();
        var isWhole = true;
        foreach (var part in syntax.Operands)
        {
            var bound = binder.BindCondition(part);
            isWhole &= bound is not null;
            if (bound is Junction inner && inner.IsAll == syntax.IsAll)
            {
                operands.AddRange(inner.Operands);
            }
            else if (bound is not null)
            {
                operands.Add(bound);
            }
        }
        return isWhole ? new Junction(syntax.IsAll, operands.ToEquatableArray(), operands.Exists(static operand => operand.IsNullable)) : null;
    }

    /// <summary>A condition between two values.</summary>
    public Expression? BindConditional(ConditionalSyntax syntax, ExpressionType? hint)
    {
        var test = binder.BindCondition(syntax.Test);
        var (then, otherwise) = BindSides(syntax.Then, syntax.Otherwise, hint);
        if (test is null || then is null || otherwise is null)
        {
            return null;
        }
        if (Unify(then.Type, otherwise.Type) is { } type)
        {
            return new Conditional(test, then, otherwise, type);
        }
        RefusePair("?:", syntax.Range, then, otherwise);
        return null;
    }

    private Expression? BindEquality(BinarySyntax syntax)
    {
        var isEqual = syntax.Operator == "==";
        if (IsNull(syntax.Right) || IsNull(syntax.Left))
        {
            var asked = IsNull(syntax.Right) ? syntax.Left : syntax.Right;
            return BindMissing(asked) is { } missing ? isEqual ? missing : new Not(missing) : null;
        }
        var (left, right) = BindSides(syntax.Left, syntax.Right, null);
        return left is not null && right is not null && ArePair(syntax.Operator, syntax, left, right)
            ? new Comparison(isEqual ? ComparisonOperator.Equal : ComparisonOperator.NotEqual, left, right)
            : null;
    }

    private IsMissing? BindMissing(ExpressionSyntax asked)
    {
        var operand = binder.Bind(asked);
        if (operand is not null && (operand.Type.Kind == ValueKind.Rows || operand is RowExpression { Root: RowRoot.Input }))
        {
            binder.Faults.Add(GenomeDiagnostics.OperandType, asked.Range, "== null", "a value", TypeWords.Of(operand));
            return null;
        }
        return operand is null ? null : new(operand);
    }

    private Comparison? BindOrder(BinarySyntax syntax, ComparisonOperator order)
    {
        var (left, right) = BindSides(syntax.Left, syntax.Right, null);
        if (left is null || right is null)
        {
            return null;
        }
        if (left.Type.Kind == ValueKind.Text && right.Type.Kind == ValueKind.Text)
        {
            binder.Faults.Add(GenomeDiagnostics.TextOrder, syntax.OperatorRange, syntax.Operator, "texts");
            return null;
        }
        if (left.Type.Kind == right.Type.Kind && !left.Type.IsOrdered)
        {
            binder.Faults.Add(
                GenomeDiagnostics.OperandType, syntax.OperatorRange, syntax.Operator, "numbers, dates, times, moments or durations", TypeWords.Of(left));
            return null;
        }
        return ArePair(syntax.Operator, syntax, left, right) ? new Comparison(order, left, right) : null;
    }

    private Membership? BindMembership(BinarySyntax syntax)
    {
        var operand = binder.Bind(syntax.Left);
        if (syntax.Right is not ListSyntax { Items.Count: > 0 } list)
        {
            var found = syntax.Right is ListSyntax ? "an empty list" : "something else";
            binder.Faults.Add(GenomeDiagnostics.OperandType, syntax.Right.Range, "in", "a list of values such as ['a', 'b'] on its right", found);
            return null;
        }
        var items = new List<Expression>();
        foreach (var item in list.Items)
        {
            var bound = binder.Bind(item, IsNull(item) ? null : operand?.Type);
            if (operand is not null && bound is not null && ArePair("in", syntax, operand, bound, item))
            {
                items.Add(bound);
            }
        }
        return items.Count == list.Items.Count
            ? new(operand!, items.ToEquatableArray(), operand!.IsNullable || items.Exists(static item => item.IsNullable))
            : null;
    }

    private Expression? BindArithmetic(BinarySyntax syntax)
    {
        var left = binder.Bind(syntax.Left);
        var right = binder.Bind(syntax.Right);
        return left is null || right is null ? null : arithmetic.Bind(syntax, left, right);
    }

    /// <summary>Binds two values, of which one may tell what a text or <c>null</c> on the other side means.</summary>
    private (Expression? Left, Expression? Right) BindSides(ExpressionSyntax left, ExpressionSyntax right, ExpressionType? hint)
    {
        if (left is LiteralSyntax { Kind: LiteralKind.Text or LiteralKind.Null } && right is not LiteralSyntax { Kind: LiteralKind.Null })
        {
            var second = binder.Bind(right, hint);
            return second is null ? (null, null) : (binder.Bind(left, hint ?? second.Type), second);
        }
        var first = binder.Bind(left, hint);
        return (first, first is null && right is LiteralSyntax ? null : binder.Bind(right, hint ?? first?.Type));
    }

    private bool ArePair(string mark, BinarySyntax syntax, Expression left, Expression right, ExpressionSyntax? at = null)
    {
        foreach (var side in new[] { left, right })
        {
            if (side.Type.Kind == ValueKind.Opaque)
            {
                var part = side.Type.Name is null ? "" : "; compare its fields";
                binder.Faults.Add(GenomeDiagnostics.OpaqueValue, side == left ? syntax.Left.Range : syntax.Right.Range, TypeWords.Capital(TypeWords.Of(side)), part);
                return false;
            }
        }
        if (left.Type.Kind != ValueKind.Rows && left is not RowExpression { Root: RowRoot.Input } && Unify(left.Type, right.Type) is not null)
        {
            return true;
        }
        RefusePair(mark, at?.Range ?? syntax.OperatorRange, left, right);
        return false;
    }

    private void RefusePair(string mark, TextRange range, Expression left, Expression right) =>
        binder.Faults.Add(GenomeDiagnostics.OperandMismatch, range, mark, TypeWords.Of(left), TypeWords.Of(right), Remedy(left, right));

    /// <summary>What a pair probably means.</summary>
    private static string Remedy(Expression left, Expression right)
    {
        var (literal, other) = left is Literal { Type.Kind: ValueKind.Text } ? ((Literal)left, right) : (right as Literal, left);
        return (literal?.Type.Kind, other.Type.Kind) switch
        {
            (ValueKind.Text, ValueKind.Date) => "; write date('2026-01-31')",
            (ValueKind.Text, ValueKind.Time) => "; write time('17:30')",
            (ValueKind.Text, ValueKind.Timestamp) => "; write timestamp('2026-01-31T17:30:00Z')",
            (ValueKind.Text, ValueKind.Duration) => "; write duration('PT30M')",
            (ValueKind.Text, ValueKind.Number) => "; write the number without quotes",
            _ when (left.Type.Kind, right.Type.Kind) is (ValueKind.Timestamp, ValueKind.Date) or (ValueKind.Date, ValueKind.Timestamp) =>
                "; 'now()' is a moment and 'today()' a date",
            _ => "",
        };
    }

    /// <summary>The type that takes the values of both, or null.</summary>
    private static ExpressionType? Unify(ExpressionType left, ExpressionType right)
    {
        if (left.Kind != right.Kind || (left.Kind is ValueKind.Enum or ValueKind.Reference or ValueKind.Rows && left.Name != right.Name))
        {
            return null;
        }
        return left.Kind switch
        {
            ValueKind.Rows or ValueKind.Opaque => null,
            ValueKind.Number => ExpressionType.Number(Math.Max(left.WholeDigits, right.WholeDigits), Math.Max(left.Scale, right.Scale)),
            ValueKind.Text => left.Name == right.Name ? left : ExpressionType.Text,
            _ => left,
        };
    }

    private static bool IsNull(ExpressionSyntax syntax) => syntax is LiteralSyntax { Kind: LiteralKind.Null };
}
