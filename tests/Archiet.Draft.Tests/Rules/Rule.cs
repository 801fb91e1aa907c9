using Archiet.Draft.Items;
using Archiet.Draft.Passes;
using Archiet.Draft.Prose;
using Archiet.Draft.Rules;
using Archiet.Genome;

namespace Archiet.Draft.Tests.Rules;

/// <summary>What the rules say of a text, one line an item.</summary>
internal static class Rule
{
    /// <summary>The items of all passes.</summary>
    public static IReadOnlyList<DraftItem> Items(string text)
    {
        var sentences = ProseReader.Read("a.md", text).Sentences;
        var drafter = new RuleDrafter();
        return [.. Enum.GetValues<DraftPass>().SelectMany(pass => drafter.AnswerAsync(new PassRequest(pass, sentences, EquatableArray<string>.Empty, EquatableArray<string>.Empty), CancellationToken.None).Result.Items)];
    }

    public static string[] Entities(string text) => [.. Items(text).OfType<EntityItem>().Select(one => one.Name).Order(StringComparer.Ordinal)];

    public static string[] Roles(string text) => [.. Items(text).OfType<RoleItem>().Select(one => one.Name).Order(StringComparer.Ordinal)];

    public static string[] Fields(string text) => [.. Items(text).OfType<FieldItem>().Select(one => $"{one.Entity}.{one.Name}: {one.Type}" + (one.Required == Certainty.Yes ? "!" : one.Required == Certainty.No ? "?" : "") + (one.Unique == Certainty.Yes ? " unique" : "") + (one.Max.Length > 0 ? " max " + one.Max : "") + (one.Values.Count > 0 ? $" [{string.Join(' ', one.Values)}]" : ""))];

    public static string[] Relationships(string text) => [.. Items(text).OfType<RelationshipItem>().Select(one => $"{one.From} {one.Kind} {one.To}" + (one.Name.Length > 0 ? $" as {one.Name}" : "") + (one.Required == Certainty.Yes ? "!" : one.Required == Certainty.No ? "?" : ""))];

    public static string[] Permissions(string text) => [.. Items(text).OfType<PermissionItem>().Select(one => $"{one.Role} {one.Verb} {one.Entity}" + (one.Condition.Length > 0 ? $" ({one.Condition})" : ""))];

    public static string[] States(string text) => [.. Items(text).OfType<StateItem>().Select(one => $"{one.Entity}.{one.Field} {one.State}" + (one.IsInitial == Certainty.Yes ? " first" : ""))];

    public static string[] Steps(string text) => [.. Items(text).OfType<TransitionItem>().Select(one => $"{one.Entity}: {one.From} > {one.To}")];

    public static string[] Constraints(string text) => [.. Items(text).OfType<RuleItem>().Select(one => $"{one.Entity}: {(one.Expression.Length > 0 ? one.Expression : one.Message)}")];
}
