using System.Globalization;
using Archiet.Genome.Binding;
using Archiet.Genome.Expressions;

namespace Archiet.Genome.Meaning;

/// <summary>
/// What an expression over a seed row comes to: a literal, <see cref="Missing"/> for a value that is missing and a condition that is unknown, or null where other rows,
/// the time, the server or arithmetic have a say. A reference comes to the key of its row.
/// </summary>
internal sealed class SeedReckoning(BoundEntity entity, IReadOnlyList<BoundSeedValue> values)
{
    /// <summary>The value of an expression, or null where the row alone does not decide it.</summary>
    public Expression? Of(Expression expression) => expression switch
    {
        Literal or Missing => expression,
        FieldExpression { Row: RowExpression { Root: RowRoot.This } } field => Field(field),
        PartExpression { Value: { Row: RowExpression { Root: RowRoot.This } } value } part => Part(value.Field, part),
        IsMissing missing => Of(missing.Operand) is { } operand ? Bool(operand is Missing) : null,
        Not not => Of(not.Operand) is Literal operand ? Bool(!IsTrue(operand)) : Of(not.Operand),
        Junction junction => Joined(junction.Operands.Select(Of), junction.IsAll),
        Comparison comparison => Compared(comparison.Operator, Of(comparison.Left), Of(comparison.Right)),
        Membership membership => Member(Of(membership.Operand), membership.Items),
        Conditional conditional => Of(conditional.Test) switch
        {
            null => null,
            Missing => new Missing(conditional.Type),
            var test => Of(IsTrue(test) ? conditional.Then : conditional.Otherwise),
        },
        FunctionCall call => Called(call),
        _ => null,
    };

    /// <summary>Whether a condition comes to true; null where the row alone does not decide it.</summary>
    public bool? IsTrueOf(Expression condition) => Of(condition) is { } answer ? IsTrue(answer) : null;

    private Expression? Field(FieldExpression field)
    {
        if (field.Field == entity.Lifecycle?.Field)
        {
            return new Literal(field.Type, entity.Lifecycle.Initial);
        }
        if (entity.Fields.FirstOrDefault(known => known.Name == field.Field) is not { IsServerSet: false } declared)
        {
            return null;
        }
        if (declared.Computed is { } computed)
        {
            return Of(computed.Value.Tree);
        }
        if (declared.Type.Kind == FieldKind.Value)
        {
            return IsGiven(field.Field) ? new Literal(field.Type, "") : new Missing(field.Type);
        }
        var text = Find(field.Field) is { } given ? given.Text ?? given.Key : declared.Default;
        return text is null ? new Missing(field.Type) : new Literal(field.Type, text);
    }

    /// <summary>A part that a value leaves out may have a default of its own, which is not looked up here.</summary>
    private Expression? Part(string field, PartExpression part)
    {
        if (!IsGiven(field))
        {
            return new Missing(part.Type);
        }
        return Find(field + "." + part.Part) is { Text: { } text } ? new Literal(part.Type, text) : null;
    }

    private BoundSeedValue? Find(string field) => values.FirstOrDefault(value => value.Field == field);

    private bool IsGiven(string value) => values.Any(part => part.Field.StartsWith(value + ".", StringComparison.Ordinal));

    private static Expression? Joined(IEnumerable<Expression?> operands, bool isAll)
    {
        var (isUndecided, isUnknown) = (false, false);
        foreach (var operand in operands)
        {
            if (operand is Literal && IsTrue(operand) != isAll)
            {
                return operand;
            }
            isUndecided |= operand is null;
            isUnknown |= operand is Missing;
        }
        return isUndecided ? null : isUnknown ? new Missing(ExpressionType.Bool) : Bool(isAll);
    }

    private Expression? Member(Expression? operand, EquatableArray<Expression> items) =>
        Joined(items.Select(item => Compared(ComparisonOperator.Equal, operand, Of(item))), isAll: false);

    private static Expression? Compared(ComparisonOperator mark, Expression? left, Expression? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (Literal first, Literal second) => Bool(LiteralValues.Holds(mark, first, second)),
        _ => new Missing(ExpressionType.Bool),
    };

    private Expression? Called(FunctionCall call)
    {
        var arguments = call.Arguments.Select(Of).ToList();
        if (arguments.Contains(null))
        {
            return null;
        }
        if (arguments.Exists(static argument => argument is Missing))
        {
            return new Missing(call.Type);
        }
        var texts = arguments.ConvertAll(static argument => ((Literal)argument!).Text);
        return call.Function switch
        {
            ExpressionFunction.Size => new Literal(call.Type, texts[0].Count(static c => !char.IsLowSurrogate(c)).ToString(CultureInfo.InvariantCulture)),
            ExpressionFunction.Contains => Bool(texts[0].Contains(texts[1])),
            ExpressionFunction.StartsWith => Bool(texts[0].StartsWith(texts[1], StringComparison.Ordinal)),
            ExpressionFunction.EndsWith => Bool(texts[0].EndsWith(texts[1], StringComparison.Ordinal)),
            _ => null,
        };
    }

    private static bool IsTrue(Expression answer) => answer is Literal { Text: "true" };

    private static Literal Bool(bool value) => new(ExpressionType.Bool, value ? "true" : "false");
}
