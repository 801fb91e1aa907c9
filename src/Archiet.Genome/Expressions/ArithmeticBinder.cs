using System.Globalization;
using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Expressions;

/// <summary>Binds the operators that reckon, and keeps count of the digits that a number may have.</summary>
internal sealed class ArithmeticBinder(FaultList faults)
{
    /// <summary>The value, or null and a fault.</summary>
    public Expression? Bind(BinarySyntax syntax, Expression left, Expression right)
    {
        var mark = OperatorOf(syntax.Operator);
        if (left.Type.Kind == ValueKind.Number && right.Type.Kind == ValueKind.Number)
        {
            return BindNumbers(syntax, mark, left, right);
        }
        if (TypeOf(mark, left, right) is { } type)
        {
            return new Arithmetic(mark, left, right, type, left.IsNullable || right.IsNullable);
        }
        faults.Add(GenomeDiagnostics.OperandMismatch, syntax.OperatorRange, syntax.Operator, TypeWords.Of(left), TypeWords.Of(right), Remedy(mark, left, right));
        return null;
    }

    private Arithmetic? BindNumbers(BinarySyntax syntax, ArithmeticOperator mark, Expression left, Expression right)
    {
        var (first, second) = (left.Type, right.Type);
        var isQuotient = mark is ArithmeticOperator.Divide or ArithmeticOperator.Remainder;
        if (isQuotient && !(first.IsWhole && second.IsWhole))
        {
            faults.Add(GenomeDiagnostics.DecimalDivision, syntax.OperatorRange, syntax.Operator);
            return null;
        }
        if (isQuotient && right is Literal { Text: "0" })
        {
            faults.Add(GenomeDiagnostics.DivisionByZero, syntax.Right.Range, syntax.Operator);
            return null;
        }
        var type = mark switch
        {
            ArithmeticOperator.Multiply => ExpressionType.Number(first.WholeDigits + second.WholeDigits, first.Scale + second.Scale),
            ArithmeticOperator.Divide => first,
            ArithmeticOperator.Remainder => first.Precision < second.Precision ? first : second,
            _ => ExpressionType.Number(Math.Max(first.WholeDigits, second.WholeDigits) + 1, Math.Max(first.Scale, second.Scale)),
        };
        if (type.Precision > ExpressionType.MostDigits)
        {
            faults.Add(GenomeDiagnostics.TooManyDigits, syntax.Range, type.Precision.ToString(CultureInfo.InvariantCulture));
            return null;
        }
        var mayDivideByZero = isQuotient && right is not Literal;
        return new(mark, left, right, type, left.IsNullable || right.IsNullable || mayDivideByZero);
    }

    private static ExpressionType? TypeOf(ArithmeticOperator mark, Expression left, Expression right) => (mark, left.Type.Kind, right.Type.Kind) switch
    {
        (ArithmeticOperator.Add, ValueKind.Text, ValueKind.Text) => ExpressionType.Text,
        (ArithmeticOperator.Add or ArithmeticOperator.Subtract, ValueKind.Timestamp, ValueKind.Duration) => ExpressionType.Timestamp,
        (ArithmeticOperator.Add or ArithmeticOperator.Subtract, ValueKind.Duration, ValueKind.Duration) => ExpressionType.Duration,
        (ArithmeticOperator.Subtract, ValueKind.Timestamp, ValueKind.Timestamp) => ExpressionType.Duration,
        (ArithmeticOperator.Add or ArithmeticOperator.Subtract, ValueKind.Date, ValueKind.Duration) when IsWholeDays(right) => ExpressionType.Date,
        (ArithmeticOperator.Subtract, ValueKind.Date, ValueKind.Date) => ExpressionType.Duration,
        _ => null,
    };

    private static bool IsWholeDays(Expression duration) =>
        duration is Literal literal && DurationText.TryParse(literal.Text, out var length) && length.Ticks % TimeSpan.TicksPerDay == 0;

    private static string Remedy(ArithmeticOperator mark, Expression left, Expression right) => (mark, left.Type.Kind, right.Type.Kind) switch
    {
        (ArithmeticOperator.Add, ValueKind.Duration, ValueKind.Timestamp or ValueKind.Date) => "; write the moment or date first",
        (ArithmeticOperator.Add or ArithmeticOperator.Subtract, ValueKind.Date, ValueKind.Duration) => "; beside a date stands a duration of whole days, as in duration('P14D')",
        (ArithmeticOperator.Add or ArithmeticOperator.Subtract, ValueKind.Timestamp or ValueKind.Date, ValueKind.Number) => "; write duration('P1D') for a day",
        _ => "",
    };

    private static ArithmeticOperator OperatorOf(string mark) => mark switch
    {
        "+" => ArithmeticOperator.Add,
        "-" => ArithmeticOperator.Subtract,
        "*" => ArithmeticOperator.Multiply,
        "/" => ArithmeticOperator.Divide,
        _ => ArithmeticOperator.Remainder,
    };
}
