using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Syntax;

/// <summary>Reads types, values, enums, roles and capabilities.</summary>
internal sealed class VocabularyReader(NodeReader nodes, FieldReader fields)
{
    public TypeSyntax ReadType(YamlEntry entry) => new(NameOf(entry), fields.Read(entry, LanguageKeys.Type, "base"));

    /// <summary>A value: its fields, or a mapping with <c>fields</c> and a description.</summary>
    public ValueSyntax ReadValue(YamlEntry entry)
    {
        var name = NameOf(entry);
        if (nodes.Mapping(entry.Value, $"'{name.Text}'") is not { } mapping)
        {
            return new(name, "", []);
        }
        if (!HasKey(mapping, "fields"))
        {
            return new(name, "", fields.ReadAll(mapping, LanguageKeys.ValueField));
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Value, name.Span, name.Text);
        return new(name, nodes.Prose(keys["description"], "'description'"), fields.ReadAll(keys["fields"], LanguageKeys.ValueField));
    }

    /// <summary>An enum: its members as a list or with a description each, or a mapping with <c>members</c> and a description.</summary>
    public EnumSyntax ReadEnum(YamlEntry entry)
    {
        var name = NameOf(entry);
        if (entry.Value is not YamlMapping mapping || !HasKey(mapping, "members"))
        {
            return new(name, "", ReadMembers(entry.Value, $"'{name.Text}'"));
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Enum, name.Span, name.Text);
        return new(name, nodes.Prose(keys["description"], "'description'"), ReadMembers(keys["members"], "'members'"));
    }

    public DescribedSyntax ReadRole(YamlEntry entry) => new(NameOf(entry), nodes.Prose(entry.Value, $"'{entry.Key.Text}'"));

    public CapabilitySyntax ReadCapability(YamlEntry entry)
    {
        var name = NameOf(entry);
        if (nodes.Mapping(entry.Value, $"'{name.Text}'") is not { } mapping)
        {
            return new(name, "", [], []);
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Capability, name.Span, name.Text);
        return new(
            name, nodes.Prose(keys["description"], "'description'"), nodes.Words(keys["to"], "'to'", "a list of roles"), ReadGrants(keys["allow"]));
    }

    private List<DescribedSyntax> ReadMembers(YamlNode? node, string subject)
    {
        if (node is not YamlMapping mapping)
        {
            return [.. nodes.Words(node, subject, "a list of at least one member").Select(static word => new DescribedSyntax(word, ""))];
        }
        if (mapping.Entries.Count == 0)
        {
            nodes.WrongShape(mapping, subject, "a mapping of at least one member");
        }
        var members = new List<DescribedSyntax>(mapping.Entries.Count);
        foreach (var entry in mapping.Entries)
        {
            members.Add(new(NameOf(entry), nodes.Prose(entry.Value, $"'{entry.Key.Text}'")));
        }
        return members;
    }

    private List<NamedListSyntax> ReadGrants(YamlNode? node)
    {
        if (node is null || nodes.Mapping(node, "'allow'") is not { } mapping)
        {
            return [];
        }
        var grants = new List<NamedListSyntax>(mapping.Entries.Count);
        foreach (var entry in mapping.Entries)
        {
            var name = NameOf(entry);
            if (LaterGrantWord(entry.Value) is { } word)
            {
                nodes.Findings.Add(GenomeDiagnostics.NotYet, word.Span, word.Text);
                grants.Add(new(name, []));
            }
            else
            {
                grants.Add(new(name, nodes.Words(entry.Value, $"'{name.Text}'", "a list of operations")));
            }
        }
        return grants;
    }

    /// <summary>The word that makes a grant one of a later version: a condition or a list of fields, rather than the <c>do</c> that comes with it.</summary>
    private static YamlScalar? LaterGrantWord(YamlNode node)
    {
        YamlScalar? found = null;
        foreach (var entry in (node as YamlMapping)?.Entries ?? [])
        {
            if (LanguageKeys.Grant.IsLater(entry.Key.Text) && (found is null || found.Text == "do"))
            {
                found = entry.Key;
            }
        }
        return found;
    }

    private static bool HasKey(YamlMapping mapping, string key) => mapping.Entries.Exists(entry => entry.Key.Text == key);

    private static Word NameOf(YamlEntry entry) => new(entry.Key.Text, entry.Key.Span);
}
