using Archiet.Genome.Language;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Syntax;

/// <summary>Reads types, values, enums and roles.</summary>
internal sealed class VocabularyReader(NodeReader nodes, FieldReader fields)
{
    public TypeSyntax ReadType(YamlEntry entry) => new(entry.Key, fields.Read(entry, LanguageKeys.Type, "base"));

    /// <summary>A value: its fields, or a mapping with <c>fields</c> and a description.</summary>
    public ValueSyntax ReadValue(YamlEntry entry)
    {
        var name = entry.Key;
        if (nodes.Mapping(entry) is not { } mapping)
        {
            return new(name, "", [], default);
        }
        if (mapping.Find("fields") is null)
        {
            return new(name, "", fields.ReadAll(mapping, LanguageKeys.ValueField), default);
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Value, name.Span, name.Text);
        return new(name, nodes.Prose(keys["description"], "'description'"), fields.ReadAll(keys["fields"], LanguageKeys.ValueField), keys.Extensions);
    }

    /// <summary>An enum: its members as a list or with a description each, or a mapping with <c>members</c> and a description.</summary>
    public EnumSyntax ReadEnum(YamlEntry entry)
    {
        var name = entry.Key;
        if (entry.Value is not YamlMapping mapping || mapping.Find("members") is null)
        {
            return new(name, "", ReadMembers(entry.Value, name.Text), default);
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Enum, name.Span, name.Text);
        return new(name, nodes.Prose(keys["description"], "'description'"), ReadMembers(keys["members"], "members"), keys.Extensions);
    }

    /// <summary>A role: what it is for, or a mapping with a description.</summary>
    public RoleSyntax ReadRole(YamlEntry entry)
    {
        var name = entry.Key;
        if (entry.Value is not YamlMapping mapping)
        {
            return new(name, nodes.Prose(entry.Value, $"'{name.Text}'"), default);
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Role, name.Span, name.Text);
        return new(name, nodes.Prose(keys["description"], "'description'"), keys.Extensions);
    }

    private List<EnumMemberSyntax> ReadMembers(YamlNode? node, string key)
    {
        if (node is not YamlMapping mapping)
        {
            return [.. nodes.Words(node, key, "a list of at least one member").Select(static word => new EnumMemberSyntax(word, "", null, null, default))];
        }
        if (mapping.Entries.Length == 0)
        {
            nodes.WrongShape(mapping, NodeReader.Quote(key), "a mapping of at least one member");
        }
        var members = new List<EnumMemberSyntax>(mapping.Entries.Length);
        foreach (var entry in nodes.Named(mapping, GenomeNames.IsEnumMember))
        {
            members.Add(ReadMember(entry));
        }
        return members;
    }

    private EnumMemberSyntax ReadMember(YamlEntry entry)
    {
        var name = entry.Key;
        if (entry.Value is not YamlMapping mapping)
        {
            return new(name, nodes.Prose(entry.Value, $"'{name.Text}'"), null, null, default);
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.EnumMember, name.Span, name.Text);
        return new(
            name,
            nodes.Prose(keys["description"], "'description'"),
            nodes.Text(keys["stored"], "'stored'", "text, in quotes where it looks like a number"),
            nodes.Text(keys["was"], "'was'", "the old name"),
            keys.Extensions);
    }

}
