using System.Text.RegularExpressions;
using Archiet.Genome.Binding;
using Archiet.Genome.Sources;

namespace Archiet.DraftScore.Model;

/// <summary>What is scored of a compiled genome.</summary>
internal static partial class GenomeModel
{
    /// <summary>What a genome and its sidecar say.</summary>
    public static ScoredModel Of(BoundGenome genome, GenomeSources? sources) => new(
        genome.Outline.App.TenantEntity,
        [.. genome.Outline.App.Roles.Select(static role => new ScoredRole([role.Name]))],
        [.. genome.Entities.Select(static entity => new ScoredEntity([entity.Name], [.. entity.Fields.Where(static field => field.Type.Kind != FieldKind.Reference).Select(FieldOf)]))],
        [.. genome.Entities.SelectMany(RelationshipsOf)])
    {
        Grants = [.. genome.Outline.Capabilities.SelectMany(GrantsOf).Distinct(GrantComparer.Instance)],
        Rules = [.. genome.Entities.SelectMany(RulesOf)],
        Screens = [.. (sources?.Screens ?? default).Select(static screen => new ScoredScreen([screen.Name], screen.Entity, [screen.Kind]))],
        Regimes = [.. (sources?.Compliance ?? default).Select(static regime => new ScoredRegime([regime.Name]))],
    };

    /// <summary>The paths of what a genome says: its roles, entities, fields, rules, transitions and grants.</summary>
    public static IEnumerable<string> Elements(BoundGenome genome) =>
    [
        .. genome.Outline.App.Roles.Select(static role => $"roles.{role.Name}"),
        .. genome.Outline.Capabilities.SelectMany(static capability => capability.Grants.Select(grant => $"capabilities.{capability.Name}.allow.{grant.Entity}")),
        .. genome.Entities.SelectMany(static entity => new[] { entity.Name }
            .Concat(entity.Fields.Select(field => $"{entity.Name}.fields.{field.Name}"))
            .Concat(entity.Children.Select(children => $"{entity.Name}.fields.{children.Name}"))
            .Concat(entity.Links.Select(link => $"{entity.Name}.fields.{link.Name}"))
            .Concat(entity.Rules.Select(rule => $"{entity.Name}.rules.{rule.Name}"))
            .Concat(entity.Overlaps.Select(rule => $"{entity.Name}.rules.{rule.Name}"))
            .Concat((entity.Lifecycle?.Transitions ?? default).Select(transition => $"{entity.Name}.lifecycle.transitions.{transition.Name}"))),
    ];

    private static ScoredField FieldOf(BoundField field) => new([field.Name], [TypeOf(field.Type.Kind)], field.Required);

    private static string TypeOf(FieldKind kind) => kind.ToString().ToLowerInvariant();

    private static IEnumerable<ScoredRelationship> RelationshipsOf(BoundEntity entity) =>
        entity.Fields.Where(static field => field.Type.Kind == FieldKind.Reference).Select(field => new ScoredRelationship(entity.Name, field.Type.Name!, ["reference"]))
            .Concat(entity.Children.Select(children => new ScoredRelationship(children.Entity, entity.Name, ["owned"])))
            .Concat(entity.Links.Select(link => new ScoredRelationship(entity.Name, link.Entity, ["many"])));

    private static IEnumerable<ScoredGrant> GrantsOf(BoundCapability capability) =>
        from role in capability.Roles
        from grant in capability.Grants
        from verb in Verbs(grant)
        select new ScoredGrant(role, [verb], grant.Entity);

    private static IEnumerable<string> Verbs(BoundGrant grant)
    {
        foreach (var operation in Enum.GetValues<Operations>())
        {
            if (operation != Operations.None && grant.Operations.HasFlag(operation))
            {
                yield return operation is Operations.List or Operations.Read ? "view" : operation.ToString().ToLowerInvariant();
            }
        }
        foreach (var transition in grant.Transitions)
        {
            yield return transition;
        }
    }

    private static IEnumerable<ScoredRule> RulesOf(BoundEntity entity) =>
        entity.Rules.Select(rule => new ScoredRule(entity.Name, ["check"], [rule.Name], [.. FieldsIn(rule.Check.Text)]) { Expression = rule.Check.Text })
            .Concat(entity.Uniques.Select(unique => new ScoredRule(entity.Name, ["unique"], [], [.. unique.Fields])))
            .Concat(entity.Overlaps.Select(overlap => new ScoredRule(entity.Name, ["noOverlap"], [], [.. overlap.Key, overlap.From, overlap.To])))
            .Concat(entity.Fields.Where(static field => field.Constraints.Minimum is not null || field.Constraints.Maximum is not null)
                .Select(field => new ScoredRule(entity.Name, ["limit"], [], [field.Name])))
            .Concat((entity.Lifecycle?.Transitions ?? default)
                .Select(transition => new ScoredRule(entity.Name, ["transition"], [transition.Name], []) { From = [.. transition.From], To = transition.To }));

    private static IEnumerable<string> FieldsIn(string expression) => OwnField().Matches(expression).Select(static match => match.Groups[1].Value).Distinct();

    [GeneratedRegex(@"\bthis\.([A-Za-z0-9]+)")]
    private static partial Regex OwnField();

    private sealed class GrantComparer : IEqualityComparer<ScoredGrant>
    {
        public static GrantComparer Instance { get; } = new();

        public bool Equals(ScoredGrant? left, ScoredGrant? right) =>
            left is not null && right is not null && (left.Role, left.Verbs[0], left.Entity) == (right.Role, right.Verbs[0], right.Entity);

        public int GetHashCode(ScoredGrant grant) => (grant.Role, grant.Verbs[0], grant.Entity).GetHashCode();
    }
}
