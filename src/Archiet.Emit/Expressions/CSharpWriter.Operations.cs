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
        var left = IsDecimal(arithmetic.Right) ? Value(arithmetic.Left) : Exact(arithmetic.Left);
        var right = Value(arithmetic.Right);
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
        if (arithmetic.Right is Literal { Text: "0" })
        {
            return new("(decimal?)null", CSharpStrength.Unary);
        }
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
        var mark = arithmetic.Operator == ArithmeticOperator.Add ? " + " : " - ";
        if (arithmetic.Type.Kind == ValueKind.Date)
        {
            var sign = arithmetic.Operator == ArithmeticOperator.Add ? "" : "-";
            return new(Present(left, arithmetic.Left) + ".AddDays(" + sign + "(" + Days((Literal)arithmetic.Right) + "))", CSharpStrength.Primary);
        }
        return arithmetic.Left.Type.Kind == ValueKind.Date
            ? new(scope.Types.Static("TimeSpan") + ".FromDays(" + Present(left, arithmetic.Left) + ".DayNumber - " + Present(right, arithmetic.Right) + ".DayNumber)", CSharpStrength.Primary)
            : new(left.At(CSharpStrength.Sum) + mark + right.At(CSharpStrength.Product), CSharpStrength.Sum);

        string Present(CSharpPart part, Expression expression) => part.At(CSharpStrength.Primary) + (IsNullable(expression) ? "!.Value" : "");
    }

    /// <summary>A question to a text: false, both ways, where it or what it is asked for is missing.</summary>
    private CSharpPart Asked(FunctionCall call, bool holds)
    {
        var (text, part) = (call.Arguments[0], call.Arguments[1]);
        var guards = new[] { text, part }.Where(IsNullable).Select(value => Presence(value, isThere: true));
        var target = Value(text).At(CSharpStrength.Primary);
        var argument = Value(part).Text;
        var asked = call.Function switch
        {
            ExpressionFunction.Matches when scope.IsQuery =>
                "global::System.Text.RegularExpressions.Regex.IsMatch(" + target + ", " + argument + ", global::System.Text.RegularExpressions.RegexOptions.Singleline)",
            ExpressionFunction.Matches => Reckon + ".Matches(" + target + ", " + argument + ")",
            _ => target + "." + call.Function + "(" + argument + (scope.IsQuery ? ")" : ", " + scope.Types.Static("StringComparison") + ".Ordinal)"),
        };
        return Joined(guards.Append(new((holds ? "" : "!") + asked, holds ? CSharpStrength.Primary : CSharpStrength.Unary)), isAll: true);
    }

    /// <summary>A number as decimal, which reckons exactly.</summary>
    private CSharpPart Exact(Expression expression)
    {
        if (expression is Literal literal)
        {
            return Spelled(literal, isExact: true);
        }
        var value = Value(expression);
        return IsDecimal(expression) ? value : new((IsNullable(expression) ? "(decimal?)" : "(decimal)") + value.At(CSharpStrength.Primary), CSharpStrength.Unary);
    }

    private static bool IsDecimal(Expression expression) =>
        expression.Type.Scale > 0 || expression is Arithmetic or Negation or Conditional or ChildQuery { Kind: ChildQueryKind.Sum };
}
