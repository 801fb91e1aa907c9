using Archiet.Draft.Items;
using Archiet.Draft.Prose;
using Archiet.Draft.Rules.Find;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules;

/// <summary>Runs every rule over the sentences of a request, in the order in which they need each other, and keeps what belongs to entities and roles that stand.</summary>
internal static class Analysis
{
    private static readonly Action<Reading, Findings>[] Rules =
    [
        TenantRules.Find, PeopleRules.Find, StoryRules.Find, ModelRules.Find, FieldTableRules.Find, CodeRules.Find, FieldSentenceRules.Find, MatrixRules.Find, ModalRules.Find, NominalRules.Find,
        CapitalTermRules.Find, RelationshipRules.Find, ContextFieldRules.Find, GrantRules.Find, StateRules.Find, ConstraintRules.Find, RegimeRules.Find, ScreenRules.Find, VagueRules.Find,
    ];

    /// <summary>The items that the rules find.</summary>
    public static IReadOnlyList<DraftItem> Of(IReadOnlyList<Sentence> sentences)
    {
        var reading = new Reading(sentences);
        var findings = new Findings(EntitySelection.LeastWeight(reading.Places.Count));
        foreach (var rule in Rules)
        {
            rule(reading, findings);
        }
        var entities = EntitySelection.Of(findings).ToList();
        var aliases = new EntityAliases(entities);
        var roles = new RoleNaming(findings);
        var people = new People(reading, findings);
        var names = entities.Where(entity => !aliases.IsAlias(entity.Term)).Select(entity => entity.Term.Shown).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. roles.Roles,
            .. entities.Where(entity => !aliases.IsAlias(entity.Term)).Select(entity => Entity(entity, people, findings, aliases)),
            .. findings.Items.SelectMany(item => Standing(item, names, findings, aliases, roles)).Select(Keyed).DistinctBy(item => item.Key).Select(item => item.Item),
        ];
    }

    private static EntityItem Entity(EntityCandidate entity, People people, Findings findings, EntityAliases aliases) =>
        new(entity.Term.Shown, "", people.IsTenant(entity.Term, findings), People.IsMember(entity.Term), entity.Basis, entity.Evidence) { Aliases = aliases.Of(entity.Term) };

    /// <summary>An item under the names of the draft; nothing where what it is about does not stand; the field that it was found by, for a relationship with nothing.</summary>
    private static IEnumerable<DraftItem> Standing(DraftItem item, HashSet<string> entities, Findings findings, EntityAliases aliases, RoleNaming roles)
    {
        DraftItem named = item switch
        {
            FieldItem one => one with { Entity = aliases.Main(one.Entity) },
            RelationshipItem one => one with { From = aliases.Main(one.From), To = aliases.Main(one.To) },
            PermissionItem one => one with { Entity = aliases.Main(one.Entity), Role = roles.Main(one.Role) },
            RuleItem one => one with { Entity = aliases.Main(one.Entity) },
            StateItem one => one with { Entity = aliases.Main(one.Entity) },
            TransitionItem one => one with { Entity = aliases.Main(one.Entity), Role = roles.Main(one.Role) },
            _ => item,
        };
        if (Stands(named, entities))
        {
            yield return named;
        }
        else if (item is RelationshipItem relationship && findings.Fields.TryGetValue(relationship, out var field))
        {
            foreach (var one in Standing(field, entities, findings, aliases, roles))
            {
                yield return one;
            }
        }
    }

    private static bool Stands(DraftItem item, HashSet<string> entities) => item switch
    {
        FieldItem field => entities.Contains(field.Entity),
        RelationshipItem relationship => entities.Contains(relationship.From) && entities.Contains(relationship.To),
        PermissionItem permission => entities.Contains(permission.Entity),
        RuleItem rule => entities.Contains(rule.Entity),
        StateItem state => entities.Contains(state.Entity),
        TransitionItem transition => entities.Contains(transition.Entity),
        _ => true,
    };

    /// <summary>What an item says, without its evidence: saying it twice adds nothing.</summary>
    private static (DraftItem Item, string Key) Keyed(DraftItem item) => (item, item switch
    {
        PermissionItem one => $"permission/{one.Role}/{one.Verb}/{one.Entity}/{one.Condition}",
        FieldItem one => $"field/{one.Entity}/{Term.Of(one.Name).Key}/{one.Type}",
        RelationshipItem one => $"relationship/{one.From}/{one.To}/{one.Kind}/{one.Name}",
        StateItem one => $"state/{one.Entity}/{one.Field}/{one.State.ToLowerInvariant()}",
        TransitionItem one => $"transition/{one.Entity}/{one.From.ToLowerInvariant()}/{one.To.ToLowerInvariant()}",
        _ => $"{item.GetType().Name}/{string.Join(' ', item.Evidence)}/{item}",
    });
}
