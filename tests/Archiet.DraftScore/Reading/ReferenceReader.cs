using System.Globalization;
using Archiet.DraftScore.Model;

namespace Archiet.DraftScore.Reading;

/// <summary>Reads references: <c>References/README.md</c> says how they are written.</summary>
internal static class ReferenceReader
{
    private const char Alternative = '|';
    private const string OptionalWord = " optional";

    /// <summary>A reference.</summary>
    /// <exception cref="FormatException">It is not written as it should be.</exception>
    public static Reference Read(string file, string text)
    {
        var root = ReferenceNode.Read(file, text);
        root.Allow("reference", "document", "heldOut", "prefixes", "tenant", "roles", "entities", "relationships", "permissions", "mayPermit", "rules", "screens", "compliance", "ambiguities");
        var model = new ScoredModel(
            root.Get("tenant").Text,
            [.. root.Get("roles").Entries.Select(static role => ReadRole(role.Key, role.Value))],
            [.. root.Get("entities").Entries.Select(static entity => ReadEntity(entity.Key, entity.Value))],
            [.. root.Get("relationships").Entries.Select(static pair => ReadRelationship(pair.Key, pair.Value))])
        {
            Prefixes = root.Texts("prefixes"),
            Grants = [.. ReadGrants(root.Find("permissions"), isOptional: false), .. ReadGrants(root.Find("mayPermit"), isOptional: true)],
            Rules = [.. root.Get("rules").Items.Select(ReadRule)],
            Screens = [.. root.Get("screens").Items.Select(ReadScreen)],
            Regimes = [.. root.Get("compliance").Items.Select(ReadRegime)],
        };
        return new(root.Get("reference").Text, root.Get("document").Text, model, [.. (root.Find("ambiguities")?.Items ?? []).Select(ReadAmbiguity)])
        {
            IsHeldOut = root.IsTrue("heldOut"),
        };
    }

    private static ScoredRole ReadRole(string name, ReferenceNode node)
    {
        node.Allow("aliases", "optional");
        return new([name, .. node.Texts("aliases")], node.IsTrue("optional"));
    }

    private static ScoredEntity ReadEntity(string name, ReferenceNode node)
    {
        node.Allow("aliases", "optional", "fields");
        return new([name, .. node.Texts("aliases")], [.. node.Get("fields").Entries.Select(static field => ReadField(field.Key, field.Value))], node.IsTrue("optional"));
    }

    /// <summary><c>amount|total: decimal/int! optional</c>: aliases, types that will do, <c>!</c> required or <c>?</c> not, and whether it scores neither way.</summary>
    private static ScoredField ReadField(string names, ReferenceNode node)
    {
        var (types, isOptional) = TakeOptional(node.Text);
        bool? isRequired = types.EndsWith('!') ? true : types.EndsWith('?') ? false : null;
        return new(names.Split(Alternative), Alternatives(types.TrimEnd('!', '?')), isRequired, isOptional);
    }

    private static ScoredRelationship ReadRelationship(string pair, ReferenceNode node)
    {
        var ends = pair.Split(" - ");
        var (kinds, isOptional) = TakeOptional(node.Text);
        return ends.Length == 2 ? new(ends[0], ends[1], Alternatives(kinds), isOptional) : throw node.Wrong("two entities and ' - ' between them");
    }

    private static IEnumerable<ScoredGrant> ReadGrants(ReferenceNode? node, bool isOptional) =>
        from role in node?.Entries ?? []
        from entity in role.Value.Entries
        from verbs in entity.Value.Items
        select new ScoredGrant(role.Key, Alternatives(verbs.Text), entity.Key, isOptional);

    private static ScoredRule ReadRule(ReferenceNode node)
    {
        node.Allow("entity", "kind", "name", "fields", "from", "to", "expression", "optional");
        return new(
            node.Get("entity").Text, Alternatives(node.Get("kind").Text), node.Find("name")?.Text.Split(Alternative) ?? [], node.Texts("fields"), node.IsTrue("optional"))
        {
            Expression = node.Find("expression")?.Text ?? "",
            From = node.Find("from") is { } from ? [from.Text] : [],
            To = node.Find("to")?.Text ?? "",
        };
    }

    private static ScoredScreen ReadScreen(ReferenceNode node)
    {
        node.Allow("name", "entity", "kind", "optional");
        return new(node.Get("name").Text.Split(Alternative), node.Find("entity")?.Text ?? "", Alternatives(node.Find("kind")?.Text ?? ""), node.IsTrue("optional"));
    }

    private static ScoredRegime ReadRegime(ReferenceNode node)
    {
        node.Allow("name", "optional");
        return new(node.Get("name").Text.Split(Alternative), node.IsTrue("optional"));
    }

    private static Ambiguity ReadAmbiguity(ReferenceNode node)
    {
        node.Allow("id", "lines", "codes", "path", "why");
        return new(
            node.Get("id").Text, [.. node.Texts("lines").Select(static line => int.Parse(line, CultureInfo.InvariantCulture))], node.Texts("codes"), node.Get("path").Text,
            node.Get("why").Text);
    }

    private static (string Text, bool IsOptional) TakeOptional(string text) =>
        text.EndsWith(OptionalWord, StringComparison.Ordinal) ? (text[..^OptionalWord.Length], true) : (text, false);

    private static string[] Alternatives(string text) => text.Length == 0 ? [] : text.Split('/');
}
