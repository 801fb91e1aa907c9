using Archiet.Draft.Items;

namespace Archiet.Draft.Merging;

/// <summary>What items of all kinds have in common.</summary>
internal static class ItemFacts
{
    /// <summary>What an item is called, by which its place in a sentence is found.</summary>
    public static string NameOf(DraftItem item) => item switch
    {
        RoleItem role => role.Name,
        EntityItem entity => entity.Name,
        FieldItem field => field.Name,
        RelationshipItem { Name.Length: > 0 } named => named.Name,
        RelationshipItem relationship => relationship.To,
        PermissionItem permission => permission.Verb,
        StateItem state => state.State,
        TransitionItem transition => transition.Name,
        ScreenItem screen => screen.Name,
        ComplianceItem regime => regime.Regime,
        RuleItem rule => rule.Name,
        _ => "",
    };

    /// <summary>The names of which a sentence that says this has at least one. Empty for what is in the sentence's meaning alone.</summary>
    public static IEnumerable<string> Traces(DraftItem item) => item switch
    {
        RoleItem role => [role.Name],
        EntityItem entity => entity.Aliases.Prepend(entity.Name),
        FieldItem field => field.Values.Prepend(field.Name),
        RelationshipItem relationship => [relationship.From, relationship.To, relationship.Name],
        PermissionItem permission => [permission.Role, permission.Entity],
        RuleItem rule => [rule.Entity, rule.Name, rule.Expression.Replace("this.", " ", StringComparison.Ordinal)],
        StateItem state => [state.State],
        TransitionItem transition => [transition.Name, transition.From, transition.To],
        ScreenItem screen => [screen.Name, screen.Entity],
        ComplianceItem regime => [regime.Regime],
        _ => [],
    };

    /// <summary>All of an item as one text: by it items have an order that no culture and no order of arrival changes.</summary>
    public static string TextOf(DraftItem item) => string.Join('\u001f', Parts(item).Prepend(item.GetType().Name).Append(item.Basis.ToString()).Concat(item.Evidence));

    private static IEnumerable<string> Parts(DraftItem item) => item switch
    {
        RoleItem role => [role.Name, role.Description],
        EntityItem entity => [entity.Name, entity.Description, entity.IsTenant.ToString(), entity.IsMember.ToString(), .. entity.Aliases],
        FieldItem field =>
            [field.Entity, field.Name, field.Type, field.Required.ToString(), field.Unique.ToString(), field.Max, field.Classification, field.Description, .. field.Values],
        RelationshipItem relationship => [relationship.From, relationship.To, relationship.Name, relationship.Kind.ToString(), relationship.Required.ToString()],
        PermissionItem permission => [permission.Role, permission.Verb, permission.Entity, permission.Condition],
        RuleItem rule => [rule.Entity, rule.Name, rule.Expression, rule.Message],
        StateItem state => [state.Entity, state.Field, state.State, state.IsInitial.ToString()],
        TransitionItem transition => [transition.Entity, transition.Name, transition.From, transition.To, transition.Role],
        ScreenItem screen => [screen.Name, screen.Entity, screen.Kind],
        ComplianceItem regime => [regime.Regime, regime.Description],
        QuestionItem question => [question.Code, question.About, question.Ask, .. question.Options],
        _ => throw new ArgumentException($"An item of the kind {item.GetType().Name} is not known here.", nameof(item)),
    };
}
