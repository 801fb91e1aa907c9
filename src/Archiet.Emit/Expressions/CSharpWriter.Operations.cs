using Archiet.Genome.Expressions;

namespace Archiet.Emit;

/// <content>Arithmetic and the functions of texts.</content>
internal sealed partial class CSharpWriter
{
    private CSharpPart Combined(Arithmetic arithmetic) => arithmetic.Type.Kind switch
    {
        ValueKind.Number => Reckoned(arithmetic),
        ValueKind.Text => Joined(arithmetic),
        _ => scope.IsQuery ? TimeInQuery(arithmetic) : Time(arithmetic),
    };

    private CSharpPart Reckoned(Arithmetic arithmetic)
    {
        if (arithmetic.Operator is ArithmeticOperator.Divide or ArithmeticOperator.Remainder)
        {
            return Divided(arithmetic);
        }
        var left = IsDecimal(arithmetic.Right) && !scope.IsQuery ? Value(arithmetic.Left) : Exact(arithmetic.Left);
        var right = scope.IsQuery ? Exact(arithmetic.Right) : Value(arithmetic.Right);
        return arithmetic.Operator switch
        {
            ArithmeticOperator.Multiply => new(left.At(CSharpStrength.Product) + " * " + right.At(CSharpStrength.Unary), CSharpStrength.Product),
            ArithmeticOperator.Add => new(left.At(CSharpStrength.Sum) + " + " + right.At(CSharpStrength.Product), CSharpStrength.Sum),
            _ => new(left.At(CSharpStrength.Sum) + " - " + right.At(CSharpStrength.Product), CSharpStrength.Sum),
        };
    }

    /// <summary>A quotient toward zero, or what remains; null where the divisor is 0.</summary>
    private CSharpPart Divided(Arithmetic arithmetic)
    {
        var isQuotient = arithmetic.Operator == ArithmeticOperator.Divide;
        var left = Exact(arithmetic.Left).At(CSharpStrength.Unary);
        var right = Exact(arithmetic.Right).At(CSharpStrength.Unary);
        if (!scope.IsQuery && arithmetic.Right is not Literal)
        {
            return new(Reckon + (isQuotient ? ".Divide(" : ".Remainder(") + Exact(arithmetic.Left).Text + ", " + Exact(arithmetic.Right).Text + ")", CSharpStrength.Primary);
        }
        var remainder = left + " % " + right;
        var divided = isQuotient ? "(" + left + " - (" + remainder + ")) / " + right : remainder;
        return arithmetic.Right is Literal
            ? new(divided, CSharpStrength.Product)
            : new("(" + right + " == 0m ? (decimal?)null : " + divided + ")", CSharpStrength.Primary);
    }

    private CSharpPart Joined(Arithmetic arithmetic)
    {
        var (left, right) = (Value(arithmetic.Left), Value(arithmetic.Right));
        var joined = left.At(CSharpStrength.Sum) + " + " + right.At(CSharpStrength.Product);
        var guards = new[] { arithmetic.Left, arithmetic.Right }.Where(IsNullable).Select(value => Presence(value, isThere: true)).ToList();
        return guards.Count == 0
            ? new(joined, CSharpStrength.Sum)
            : new(Joined(guards, isAll: true).At(CSharpStrength.Coalesce) + " ? " + joined + " : null", CSharpStrength.Conditional);
    }

    /// <summary>Moments, dates and durations: what leaves their range ends at its edge.</summary>
    private CSharpPart Time(Arithmetic arithmetic)
    {
        var method = arithmetic.Operator == ArithmeticOperator.Add ? ".Add(" : ".Subtract(";
        var right = arithmetic.Type.Kind == ValueKind.Date ? Days((Literal)arithmetic.Right) : Value(arithmetic.Right).Text;
        return new(Reckon + method + Value(arithmetic.Left).Text + ", " + right + ")", CSharpStrength.Primary);
    }

    private CSharpPart TimeInQuery(Arithmetic arithmetic)
    {
        var (left, right) = (Value(arithmetic.Left), Value(arithmetic.Right));
        var isSum = arithmetic.Operator == ArithmeticOperator.Add;
        var cast = IsNullable(arithmetic) ? "(" + TypeOf(arithmetic.Type) + "?)" : "";
        if (arithmetic.Type.Kind == ValueKind.Date)
        {
            var days = Days((Literal)arithmetic.Right);
            var date = left.At(CSharpStrength.Primary) + (cast.Length == 0 ? "" : "!.Value");
            return new(cast + date + ".AddDays(" + (isSum ? days : "-(" + days + ")") + ")", cast.Length == 0 ? CSharpStrength.Primary : CSharpStrength.Unary);
        }
        return arithmetic.Left.Type.Kind == ValueKind.Date
            ? new(Reckon + ".Subtract(" + left.Text + ", " + right.Text + ")", CSharpStrength.Primary)
            : new(left.At(CSharpStrength.Sum) + (isSum ? " + " : " - ") + right.At(CSharpStrength.Product), CSharpStrength.Sum);
    }

    /// <summary>A question to a text: false, both ways, where it or what it is asked for is missing.</summary>
    private CSharpPart Asked(FunctionCall call, bool holds)
    {
        var (text, part) = (call.Arguments[0], call.Arguments[1]);
        var guards = new[] { text, part }.Where(IsNullable).Select(value => Presence(value, isThere: true));
        var target = Present(text, CSharpStrength.Primary);
        var argument = Present(part, CSharpStrength.Conditional);
        var asked = call.Function switch
        {
            ExpressionFunction.Matches when scope.IsQuery =>
                "global::System.Text.RegularExpressions.Regex.IsMatch(" + target + ", " + argument + ", global::System.Text.RegularExpressions.RegexOptions.Singleline)",
            ExpressionFunction.Matches => Reckon + ".Matches(" + target + ", " + argument + ")",
            _ => target + "." + call.Function + "(" + argument + (scope.IsQuery ? ")" : ", " + scope.Types.Static("StringComparison") + ".Ordinal)"),
        };
        return Joined(guards.Append(new((holds ? "" : "!") + asked, holds ? CSharpStrength.Primary : CSharpStrength.Unary)), isAll: true);
    }

    /// <summary>A text that a guard has found; where C# cannot see that it has, it is told.</summary>
    private string Present(Expression text, CSharpStrength least)
    {
        var value = Value(text);
        return IsNullable(text) && value.Text.Any(static c => c is not ('.' or '_' or '@') && !char.IsLetterOrDigit(c)) ? value.At(CSharpStrength.Primary) + "!" : value.At(least);
    }

    /// <summary>A number as decimal, which reckons exactly.</summary>
    private CSharpPart Exact(Expression expression)
    {
        if (expression is Literal literal)
        {
            return Spelled(literal, isExact: true);
        }
        var value = Value(expression);
        if (scope.IsQuery && !IsDecimal(expression))
        {
            return new(Reckon + ".Exact(" + value.Text + ")", CSharpStrength.Primary);
        }
        return IsDecimal(expression) ? value : new((IsNullable(expression) ? "(decimal?)" : "(decimal)") + value.At(CSharpStrength.Primary), CSharpStrength.Unary);
    }

    /// <summary>Two values to be compared: in a query, whole numbers beside decimals with all their digits.</summary>
    private (CSharpPart Left, CSharpPart Right) Sides(Expression left, Expression right)
    {
        var isMixed = scope.IsQuery && left.Type.Kind == ValueKind.Number && IsDecimal(left) != IsDecimal(right);
        return (isMixed && left is not Literal ? Exact(left) : Value(left), isMixed && right is not Literal ? Exact(right) : Value(right));
    }

    private static bool IsDecimal(Expression expression) =>
        expression.Type.Scale > 0 || expression is Arithmetic or Negation or Conditional or ChildQuery { Kind: ChildQueryKind.Sum };
}
