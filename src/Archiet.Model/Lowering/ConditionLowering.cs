using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Model.Expressions;

namespace Archiet.Model;

/// <summary>The row conditions that capabilities put on an entity, in order of the capabilities.</summary>
internal static class ConditionLowering
{
    public static EquatableArray<ConditionModel> Lower(string entity, string table, OutlineIndex index)
    {
        var conditions = new List<ConditionModel>();
        foreach (var declared in index.Declared(entity))
        {
            if (declared is { Capability: { } capability, Grant.Where: { } where })
            {
                conditions.Add(new ConditionModel(
                    capability.Name, capability.Description, where.Text,
                    SqlExpression.Condition(where.Tree, index.Outline, new SqlScope(table)), NamedExpression.Of(where.Tree, index.Outline)));
            }
        }
        return conditions.ToEquatableArray();
    }
}
