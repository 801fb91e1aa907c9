using Archiet.Genome.Binding;
using Archiet.Genome.Expressions;
using Archiet.Model.Expressions;

namespace Archiet.Model;

/// <summary>Computed fields: a generated column, or an expression in every statement that reads the row.</summary>
internal static class ComputedLowering
{
    /// <summary>The field with what it follows from; as it is where its value is given.</summary>
    public static FieldModel Lower(FieldModel leaf, BoundField field, string table, OutlineIndex index)
    {
        if (field.Computed is not { } computed)
        {
            return leaf;
        }
        var tree = computed.Value.Tree;
        var sql = SqlExpression.Value(tree, index.Outline, new SqlScope(table));
        var required = field.Required || !tree.IsNullable;
        return leaf with
        {
            Required = required,
            Store = leaf.Store with { Nullable = !required, Computed = computed.Stored ? sql : null },
            Computed = new ComputedModel(sql, computed.Stored, ExpressionFacts.Of(tree).IsImmutableOverRow ? NamedExpression.Of(tree, index.Outline) : null),
        };
    }
}
