using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Genome.Expressions;

namespace Archiet.Model;

/// <summary>Rules and lifecycles as the API's document tells of them.</summary>
internal static class ApiRuleLowering
{
    public static EquatableArray<ApiRuleModel> Rules(BoundEntity entity)
    {
        var rules = entity.Rules.ConvertAll(static rule =>
            new ApiRuleModel(rule.Name, "rule", rule.Check.Text, rule.Message, ExpressionFacts.Of(rule.Check.Tree).Fields) { Extensions = rule.Extensions });
        return entity.Overlaps.Count == 0 ? rules : rules.Concat(entity.Overlaps.Select(Overlap)).ToEquatableArray();
    }

    public static ApiLifecycleModel? Lifecycle(BoundEntity entity, OutlineIndex index)
    {
        if (entity.Lifecycle is not { } lifecycle)
        {
            return null;
        }
        var states = index.Enum(entity.Fields.First(field => field.Name == lifecycle.Field).Type.Name!).Members
            .ToDictionary(member => member.Origin, member => member.Name, StringComparer.Ordinal);
        return new ApiLifecycleModel(lifecycle.Field, states[lifecycle.Initial], lifecycle.Transitions.Select(Transition).ToEquatableArray())
        {
            Extensions = lifecycle.Extensions,
        };

        ApiTransitionModel Transition(BoundTransition transition) => new(
            transition.Name,
            Naming.Kebab(transition.Name),
            transition.Description,
            transition.From.Select(from => states[from]).ToEquatableArray(),
            states[transition.To],
            transition.When?.Text,
            transition.Message,
            transition.Sets.Select(set => new ApiSetModel(set.Field, set.Value.Text)).ToEquatableArray(),
            Roles(transition.Name, entity.Name, index))
        {
            Extensions = transition.Extensions,
        };
    }

    private static ApiRuleModel Overlap(BoundOverlap overlap) => new(
        overlap.Name, "overlap", overlap.Where?.Text ?? "", overlap.Message, overlap.Key.Append(overlap.From).Append(overlap.To).ToEquatableArray())
    {
        Extensions = overlap.Extensions,
    };

    private static EquatableArray<string> Roles(string transition, string entity, OutlineIndex index)
    {
        var granted = new HashSet<string>(
            index.Declared(entity).Where(declared => declared.Grant.Transitions.Contains(transition)).SelectMany(declared => declared.Capability.Roles),
            StringComparer.Ordinal);
        return index.Outline.App.Roles.Select(role => role.Name).Where(granted.Contains).ToEquatableArray();
    }
}
