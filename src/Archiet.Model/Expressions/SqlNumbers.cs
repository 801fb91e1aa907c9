using Archiet.Genome.Expressions;

namespace Archiet.Model.Expressions;

/// <summary>Arithmetic in SQL: exact, whatever the columns' types, because what is reckoned with is numeric.</summary>
internal static class SqlNumbers
{
    public static SqlPart Combine(Arithmetic arithmetic, SqlPart left, SqlPart right)
    {
        switch (arithmetic.Operator)
        {
            case ArithmeticOperator.Divide:
                return new("div(" + Exact(left, arithmetic.Left).Text + ", " + Divisor(arithmetic.Right, right) + ")", SqlStrength.Primary);
            case ArithmeticOperator.Remainder:
                return new("mod(" + Exact(left, arithmetic.Left).Text + ", " + Divisor(arithmetic.Right, right) + ")", SqlStrength.Primary);
        }
        var first = IsExact(arithmetic.Right) ? left : Exact(left, arithmetic.Left);
        return arithmetic.Operator switch
        {
            ArithmeticOperator.Multiply => new(first.At(SqlStrength.Product) + " * " + right.At(SqlStrength.Primary), SqlStrength.Product),
            ArithmeticOperator.Add => new(first.At(SqlStrength.Sum) + " + " + right.At(SqlStrength.Product), SqlStrength.Sum),
            _ => new(first.At(SqlStrength.Sum) + " - " + right.At(SqlStrength.Primary), SqlStrength.Sum),
        };
    }

    /// <summary>A number as numeric: whole columns are integer or bigint, and would overflow.</summary>
    public static SqlPart Exact(SqlPart part, Expression expression) =>
        IsExact(expression) ? part : new(part.At(SqlStrength.Primary) + "::numeric", SqlStrength.Primary);

    private static string Divisor(Expression expression, SqlPart part)
    {
        var exact = Exact(part, expression).Text;
        return expression is Literal ? exact : "NULLIF(" + exact + ", 0)";
    }

    private static bool IsExact(Expression expression) =>
        expression.Type.Scale > 0 || expression is Arithmetic or Negation || expression is ChildQuery { Kind: ChildQueryKind.Sum, Body: Arithmetic };
}
