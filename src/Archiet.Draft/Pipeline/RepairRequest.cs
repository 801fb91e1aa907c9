using Archiet.Draft.Items;
using Archiet.Draft.Merging;
using Archiet.Draft.Merging.Names;
using Archiet.Draft.Prose;
using Archiet.Draft.Writing;

namespace Archiet.Draft.Pipeline;

/// <summary>What is sent for repair: the items that became what the front end refuses, their sentences, and the errors; nothing else of the draft.</summary>
internal sealed record RepairRequest(EquatableArray<Sentence> Sentences, EquatableArray<DraftItem> Refused, EquatableArray<string> Errors)
{
    public static RepairRequest Of(MergedDraft draft, CheckedText text, IReadOnlyList<DraftItem> items, ProseDocument document)
    {
        var refused = Refusals.Of(text with { Faults = text.Errors.ToEquatableArray() });
        var evidence = ElementEvidence.Of(draft).ToDictionary(static element => element.Path, static element => element.Evidence, StringComparer.Ordinal);
        var guilty = items.Where(item => refused.Keys.Any(path => IsOf(item, path, evidence.GetValueOrDefault(path)))).ToEquatableArray();
        var ids = guilty.SelectMany(static item => item.Evidence).ToHashSet(StringComparer.Ordinal);
        return new(
            document.Sentences.Where(sentence => ids.Contains(sentence.Id) && !sentence.IsSuspect).ToEquatableArray(), guilty,
            refused.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key}: {pair.Value}").ToEquatableArray());
    }

    /// <summary>Whether an item became what stands at a path: it is of its kind, of its name, and from one of its sentences.</summary>
    private static bool IsOf(DraftItem item, string path, EquatableArray<string> evidence)
    {
        var parts = path.Split('.');
        var shares = evidence.Count == 0 || item.Evidence.Any(evidence.Contains);
        return shares && (item, parts) switch
        {
            (RuleItem rule, [var entity, "rules", var name, ..]) => Same(rule.Entity, entity) && name.StartsWith(NameWords.Field(rule.Name) ?? "rule", StringComparison.Ordinal),
            (FieldItem field, [var entity, "fields", var name, ..]) => Same(field.Entity, entity) && Same(field.Name, name),
            (RelationshipItem relationship, [var entity, "fields", ..]) => Same(relationship.From, entity) || Same(relationship.To, entity),
            (TransitionItem transition, [var entity, "lifecycle", "transitions", var name]) => Same(transition.Entity, entity) && Same(transition.Name, name),
            (PermissionItem permission, ["capabilities", _, "allow", var entity]) => Same(permission.Entity, entity),
            (EntityItem known, [var entity]) => Same(known.Name, entity),
            _ => false,
        };
    }

    /// <summary>The items with what came instead: one for which nothing came stays, so that it is left out with a question and not in silence.</summary>
    public static List<DraftItem> Replace(IReadOnlyList<DraftItem> items, EquatableArray<DraftItem> refused, IReadOnlyList<DraftItem> repaired)
    {
        var subjects = repaired.Select(Subject).ToHashSet(StringComparer.Ordinal);
        return [.. items.Where(item => !refused.Contains(item) || !subjects.Contains(Subject(item))), .. repaired.Where(item => refused.Any(old => Subject(old) == Subject(item)))];
    }

    private static string Subject(DraftItem item) => item.GetType().Name + " " + string.Join('|', (item switch
    {
        RuleItem rule => [rule.Entity, rule.Name],
        FieldItem field => [field.Entity, field.Name],
        RelationshipItem relationship => [relationship.From, relationship.To],
        TransitionItem transition => [transition.Entity, transition.Name],
        PermissionItem permission => [permission.Role, permission.Entity, permission.Verb],
        EntityItem entity => [entity.Name],
        _ => Array.Empty<string>(),
    }).Select(NameWords.Key));

    private static bool Same(string left, string right) => NameWords.Key(left) == NameWords.Key(right);
}
