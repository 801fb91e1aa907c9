using Archiet.Genome.Binding;
using Archiet.Genome.Expressions;

namespace Archiet.Genome.Meaning;

/// <summary>What expressions over a row may be, as far as the declarations of its fields say.</summary>
internal sealed class RowDomains(BoundEntity entity, BoundVocabulary vocabulary)
{
    /// <summary>The domain of an expression.</summary>
    public Domain Of(Expression expression) => new(expression.IsNullable, ValuesOf(expression));

    private ValueSet ValuesOf(Expression expression) => expression switch
    {
        FieldExpression { Row: RowExpression { Root: RowRoot.This } } field when Find(field.Field) is { } declared => InField(declared, field.Type),
        FunctionCall { Function: ExpressionFunction.Size } call => Lengths(call.Arguments[0]),
        ChildQuery { Kind: ChildQueryKind.Count } query => Counts(query),
        { Type: { Kind: ValueKind.Enum, Name: { } choice } } => Members(choice),
        { Type.Kind: ValueKind.Bool } => ValueSet.Only(["true", "false"]),
        _ => ValueSet.All,
    };

    private BoundField? Find(string name) => entity.Fields.FirstOrDefault(field => field.Name == name);

    private ValueSet InField(BoundField field, ExpressionType type)
    {
        if (type is { Kind: ValueKind.Enum, Name: { } choice })
        {
            return Members(choice);
        }
        return type.Kind == ValueKind.Bool ? ValueSet.Only(["true", "false"])
            : type.IsOrdered ? Between(Number(field.Constraints.Minimum), Number(field.Constraints.Maximum))
            : ValueSet.All;

        decimal? Number(string? limit) => limit is null ? null : LiteralValues.NumberOf(type.Kind, limit);
    }

    private ValueSet Members(string choice) =>
        vocabulary.FindEnum(choice) is { } known ? ValueSet.Only(known.Members.Select(static member => member.Name)) : ValueSet.All;

    private ValueSet Lengths(Expression text)
    {
        var declared = text is FieldExpression { Row: RowExpression { Root: RowRoot.This } } field ? Find(field.Field) : null;
        return Between(declared?.Constraints.MinLength ?? 0, declared?.Constraints.MaxLength);
    }

    private ValueSet Counts(ChildQuery query)
    {
        var children = entity.Children.FirstOrDefault(known => known.Name == query.Field);
        return Between(children?.Min ?? 0, children?.Max);
    }

    private static ValueSet Between(decimal? least, decimal? most) => ValueSet.From(least, false).With(ValueSet.To(most, false));
}
