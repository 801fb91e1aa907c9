namespace Archiet.Genome.Expressions;

/// <summary>The expressions that an expression is made of.</summary>
public static class ExpressionParts
{
    /// <summary>The parts of an expression, from left to right; none of a literal or a root.</summary>
    public static IEnumerable<Expression> Of(Expression expression) => expression switch
    {
        FieldExpression field => [field.Row],
        PartExpression part => [part.Value],
        IsMissing missing => [missing.Operand],
        Not not => [not.Operand],
        Negation negation => [negation.Operand],
        Junction junction => junction.Operands,
        Comparison comparison => [comparison.Left, comparison.Right],
        Arithmetic arithmetic => [arithmetic.Left, arithmetic.Right],
        Conditional conditional => [conditional.Test, conditional.Then, conditional.Otherwise],
        Membership membership => membership.Items.Prepend(membership.Operand),
        FunctionCall call => call.Arguments,
        ChildQuery { Body: { } body } query => [query.Row, body],
        ChildQuery query => [query.Row],
        _ => [],
    };

    /// <summary>An expression and all that it is made of, from the outside in.</summary>
    public static IEnumerable<Expression> All(Expression expression)
    {
        var pending = new Stack<Expression>();
        pending.Push(expression);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            yield return next;
            foreach (var part in Of(next).Reverse())
            {
                pending.Push(part);
            }
        }
    }
}
