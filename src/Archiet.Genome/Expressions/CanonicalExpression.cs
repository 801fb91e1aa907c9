using System.Text;

namespace Archiet.Genome.Expressions;

/// <summary>Writes the canonical text of an expression: single quotes, one space around operators, no parentheses but those that are needed.</summary>
internal sealed class CanonicalExpression
{
    private const int Ternary = 1;
    private const int Or = 2;
    private const int And = 3;
    private const int Relation = 4;
    private const int Sum = 5;
    private const int Product = 6;
    private const int Prefix = 7;
    private const int Primary = 8;

    private readonly StringBuilder text = new();

    /// <summary>The text.</summary>
    public static string Write(Expression expression)
    {
        var writer = new CanonicalExpression();
        writer.Append(expression, 0);
        return writer.text.ToString();
    }

    private void Append(Expression expression, int least)
    {
        var isWrapped = Strength(expression) < least;
        text.Append(isWrapped ? "(" : "");
        AppendBare(expression);
        text.Append(isWrapped ? ")" : "");
    }

    private void AppendBare(Expression expression)
    {
        switch (expression)
        {
            case Literal literal:
                AppendLiteral(literal);
                break;
            case Missing:
                text.Append("null");
                break;
            case RowExpression row:
                text.Append(row.Root == RowRoot.Variable ? row.Name : Name(row.Root));
                break;
            case FieldExpression field:
                Append(field.Row, Primary);
                text.Append('.').Append(field.Field);
                break;
            case PartExpression part:
                Append(part.Value, Primary);
                text.Append('.').Append(part.Part);
                break;
            case IsMissing missing:
                AppendBinary(missing.Operand, " == ", null, Relation);
                break;
            case Not { Operand: IsMissing present }:
                AppendBinary(present.Operand, " != ", null, Relation);
                break;
            case Not not:
                text.Append('!');
                Append(not.Operand, Prefix);
                break;
            case Negation negation:
                text.Append('-');
                Append(negation.Operand, negation.Operand is Literal ? Primary + 1 : Prefix);
                break;
            case Junction junction:
                AppendList(junction.Operands, junction.IsAll ? " && " : " || ", junction.IsAll ? Relation : And);
                break;
            case Comparison comparison:
                AppendBinary(comparison.Left, Mark(comparison.Operator), comparison.Right, Relation);
                break;
            case Arithmetic arithmetic:
                AppendArithmetic(arithmetic);
                break;
            case Conditional conditional:
                Append(conditional.Test, Or);
                text.Append(" ? ");
                Append(conditional.Then, Ternary);
                text.Append(" : ");
                Append(conditional.Otherwise, Ternary);
                break;
            case Membership membership:
                Append(membership.Operand, Sum);
                text.Append(" in [");
                AppendList(membership.Items, ", ", 0);
                text.Append(']');
                break;
            case FunctionCall call:
                AppendCall(call);
                break;
            case ChildQuery query:
                AppendQuery(query);
                break;
        }
    }

    private void AppendBinary(Expression left, string mark, Expression? right, int strength)
    {
        Append(left, strength + 1);
        text.Append(mark);
        if (right is null)
        {
            text.Append("null");
        }
        else
        {
            Append(right, strength + 1);
        }
    }

    private void AppendArithmetic(Arithmetic arithmetic)
    {
        var strength = Strength(arithmetic);
        Append(arithmetic.Left, strength);
        text.Append(arithmetic.Operator switch
        {
            ArithmeticOperator.Add => " + ",
            ArithmeticOperator.Subtract => " - ",
            ArithmeticOperator.Multiply => " * ",
            ArithmeticOperator.Divide => " / ",
            _ => " % ",
        });
        Append(arithmetic.Right, strength + 1);
    }

    private void AppendCall(FunctionCall call)
    {
        if (call.Arguments.Count == 0)
        {
            text.Append(call.Function == ExpressionFunction.Now ? "now()" : "today()");
            return;
        }
        Append(call.Arguments[0], Primary);
        text.Append(call.Function switch
        {
            ExpressionFunction.Size => ".size(",
            ExpressionFunction.Contains => ".contains(",
            ExpressionFunction.StartsWith => ".startsWith(",
            ExpressionFunction.EndsWith => ".endsWith(",
            _ => ".matches(",
        });
        AppendList(call.Arguments.Skip(1), ", ", 0);
        text.Append(')');
    }

    private void AppendQuery(ChildQuery query)
    {
        Append(query.Row, Primary);
        text.Append('.').Append(query.Field).Append(query.Kind switch
        {
            ChildQueryKind.Count => ".size(",
            ChildQueryKind.Exists => ".exists(",
            ChildQueryKind.All => ".all(",
            _ => ".sum(",
        });
        if (query.Body is { } body)
        {
            text.Append(query.Variable).Append(", ");
            Append(body, 0);
        }
        text.Append(')');
    }

    private void AppendList(IEnumerable<Expression> items, string separator, int least)
    {
        var isFirst = true;
        foreach (var item in items)
        {
            text.Append(isFirst ? "" : separator);
            Append(item, least);
            isFirst = false;
        }
    }

    private void AppendLiteral(Literal literal)
    {
        switch (literal.Type.Kind)
        {
            case ValueKind.Bool or ValueKind.Number:
                text.Append(literal.Text);
                break;
            case ValueKind.Text or ValueKind.Enum:
                AppendText(literal.Text);
                break;
            default:
                text.Append(literal.Type.Kind switch
                {
                    ValueKind.Date => "date(",
                    ValueKind.Time => "time(",
                    ValueKind.Timestamp => "timestamp(",
                    _ => "duration(",
                });
                AppendText(literal.Text);
                text.Append(')');
                break;
        }
    }

    private void AppendText(string value)
    {
        text.Append('\'');
        foreach (var c in value)
        {
            text.Append(c switch
            {
                '\'' => "\\'",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ => c.ToString(),
            });
        }
        text.Append('\'');
    }

    private static int Strength(Expression expression) => expression switch
    {
        Conditional => Ternary,
        Junction junction => junction.IsAll ? And : Or,
        Comparison or IsMissing or Membership or Not { Operand: IsMissing } => Relation,
        Arithmetic { Operator: ArithmeticOperator.Add or ArithmeticOperator.Subtract } => Sum,
        Arithmetic => Product,
        Not or Negation => Prefix,
        Literal { Type.Kind: ValueKind.Number } literal when literal.Text[0] == '-' => Prefix,
        _ => Primary,
    };

    private static string Mark(ComparisonOperator mark) => mark switch
    {
        ComparisonOperator.Equal => " == ",
        ComparisonOperator.NotEqual => " != ",
        ComparisonOperator.Less => " < ",
        ComparisonOperator.LessOrEqual => " <= ",
        ComparisonOperator.Greater => " > ",
        _ => " >= ",
    };

    private static string Name(RowRoot root) => root switch
    {
        RowRoot.This => "this",
        RowRoot.User => "user",
        RowRoot.Tenant => "tenant",
        _ => "input",
    };
}
