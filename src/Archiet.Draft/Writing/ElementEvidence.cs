using Archiet.Draft.Merging;

namespace Archiet.Draft.Writing;

/// <summary>An element of a draft by its path, and the sentences that it comes from.</summary>
/// <param name="Path">As in the sidecar.</param>
/// <param name="Evidence">The ids of the sentences; empty where only a question accounts for it.</param>
public sealed record ElementEvidence(string Path, EquatableArray<string> Evidence)
{
    /// <summary>All elements of a draft, in its order.</summary>
    public static IEnumerable<ElementEvidence> Of(MergedDraft draft)
    {
        yield return new("tenancy.tenant", draft.App.Evidence);
        foreach (var role in draft.Roles)
        {
            yield return new("roles." + role.Name, role.Evidence);
        }
        foreach (var choice in draft.Enums)
        {
            yield return new("enums." + choice.Name, choice.Evidence);
            foreach (var member in choice.Members)
            {
                yield return new($"enums.{choice.Name}.{member.Name}", member.Evidence);
            }
        }
        foreach (var element in draft.Entities.SelectMany(Of))
        {
            yield return element;
        }
        foreach (var grant in draft.Grants)
        {
            yield return new($"capabilities.{grant.Capability}.allow.{grant.Entity}", grant.Evidence);
        }
    }

    private static IEnumerable<ElementEvidence> Of(MergedEntity entity)
    {
        yield return new(entity.Name, entity.Evidence);
        foreach (var field in entity.Fields)
        {
            yield return new($"{entity.Name}.fields.{field.Name}", field.Evidence);
        }
        foreach (var rule in entity.Rules)
        {
            yield return new($"{entity.Name}.rules.{rule.Name}", rule.Evidence);
        }
        foreach (var transition in entity.Lifecycle?.Transitions ?? EquatableArray<MergedTransition>.Empty)
        {
            yield return new($"{entity.Name}.lifecycle.transitions.{transition.Name}", transition.Evidence);
        }
    }
}
