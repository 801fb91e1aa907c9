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
        PeopleRules.Find, StoryRules.Find, ModelRules.Find, FieldTableRules.Find, CodeRules.Find, FieldSentenceRules.Find, MatrixRules.Find, ModalRules.Find, CapitalTermRules.Find,
        RelationshipRules.Find, StateRules.Find, ConstraintRules.Find, RegimeRules.Find, ScreenRules.Find, VagueRules.Find,
    ];

    /// <summary>The items that the rules find.</summary>
    public static IReadOnlyList<DraftItem> Of(IReadOnlyList<Sentence> sentences)
    {
        var reading = new Reading(sentences);
        var findings = new Findings();
        foreach (var rule in Rules)
        {
            rule(reading, findings);
        }
        var entities = EntitySelection.Of(findings).ToList();
        var names = entities.Select(entity => entity.Term.Shown).ToHashSet(StringComparer.Ordinal);
        var people = new People(reading, findings);
        return
        [
            .. findings.Roles,
            .. entities.Select(entity => new EntityItem(entity.Term.Shown, "", people.IsTenant(entity.Term), People.IsMember(entity.Term), entity.Basis, entity.Evidence)),
            .. findings.Items.Where(item => Stands(item, names)).Select(Key).DistinctBy(item => item.Key).Select(item => item.Item),
        ];
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
    private static (DraftItem Item, string Key) Key(DraftItem item) => (item, item switch
    {
        PermissionItem one => $"permission/{one.Role}/{one.Verb}/{one.Entity}/{one.Condition}",
        FieldItem one => $"field/{one.Entity}/{Term.Of(one.Name).Key}/{one.Type}",
        RelationshipItem one => $"relationship/{one.From}/{one.To}/{one.Kind}/{one.Name}",
        StateItem one => $"state/{one.Entity}/{one.Field}/{one.State.ToLowerInvariant()}",
        TransitionItem one => $"transition/{one.Entity}/{one.From.ToLowerInvariant()}/{one.To.ToLowerInvariant()}",
        _ => $"{item.GetType().Name}/{string.Join(' ', item.Evidence)}/{item}",
    });
}
