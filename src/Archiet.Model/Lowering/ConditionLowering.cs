using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Model.Expressions;

namespace Archiet.Model;

/// <summary>The row conditions that capabilities put on an entity, in order of the capabilities.</summary>
internal static class ConditionLowering
{
    public static EquatableArray<ConditionModel> Lower(string entity, string table, GenomeOutline outline)
    {
        var conditions = new List<ConditionModel>();
        foreach (var capability in outline.Capabilities)
        {
            foreach (var grant in capability.Grants)
            {
                if (grant.Entity == entity && grant.Where is { } where)
                {
                    conditions.Add(new ConditionModel(
                        capability.Name, capability.Description, where.Text,
                        SqlExpression.Condition(where.Tree, outline, new SqlScope(table)), NamedExpression.Of(where.Tree, outline)));
                }
            }
        }
        return conditions.ToEquatableArray();
    }
}
