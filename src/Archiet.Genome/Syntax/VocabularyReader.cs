using Archiet.Genome.Language;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Syntax;

/// <summary>Reads types, values, enums and roles.</summary>
internal sealed class VocabularyReader(NodeReader nodes, FieldReader fields)
{
    public TypeSyntax ReadType(YamlEntry entry) => new(NameOf(entry), fields.Read(entry, LanguageKeys.Type, "base"));

    /// <summary>A value: its fields, or a mapping with <c>fields</c> and a description.</summary>
    public ValueSyntax ReadValue(YamlEntry entry)
    {
        var name = NameOf(entry);
        if (nodes.Mapping(entry.Value, $"'{name.Text}'") is not { } mapping)
        {
            return new(name, "", [], default);
        }
        if (!HasKey(mapping, "fields"))
        {
            return new(name, "", fields.ReadAll(mapping, LanguageKeys.ValueField), default);
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Value, name.Span, name.Text);
        return new(name, nodes.Prose(keys["description"], "'description'"), fields.ReadAll(keys["fields"], LanguageKeys.ValueField), keys.Extensions);
    }

    /// <summary>An enum: its members as a list or with a description each, or a mapping with <c>members</c> and a description.</summary>
    public EnumSyntax ReadEnum(YamlEntry entry)
    {
        var name = NameOf(entry);
        if (entry.Value is not YamlMapping mapping || !HasKey(mapping, "members"))
        {
            return new(name, "", ReadMembers(entry.Value, $"'{name.Text}'"), default);
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Enum, name.Span, name.Text);
        return new(name, nodes.Prose(keys["description"], "'description'"), ReadMembers(keys["members"], "'members'"), keys.Extensions);
    }

    /// <summary>A role: what it is for, or a mapping with a description.</summary>
    public RoleSyntax ReadRole(YamlEntry entry)
    {
        var name = NameOf(entry);
        if (entry.Value is not YamlMapping mapping)
        {
            return new(name, nodes.Prose(entry.Value, $"'{name.Text}'"), default);
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Role, name.Span, name.Text);
        return new(name, nodes.Prose(keys["description"], "'description'"), keys.Extensions);
    }

    private List<EnumMemberSyntax> ReadMembers(YamlNode? node, string subject)
    {
        if (node is not YamlMapping mapping)
        {
            return [.. nodes.Words(node, subject, "a list of at least one member").Select(static word => new EnumMemberSyntax(word, "", null, null, default))];
        }
        if (mapping.Entries.Count == 0)
        {
            nodes.WrongShape(mapping, subject, "a mapping of at least one member");
        }
        var members = new List<EnumMemberSyntax>(mapping.Entries.Count);
        foreach (var entry in nodes.Named(mapping, GenomeNames.IsEnumMember))
        {
            members.Add(ReadMember(entry));
        }
        return members;
    }

    private EnumMemberSyntax ReadMember(YamlEntry entry)
    {
        var name = NameOf(entry);
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

    private static bool HasKey(YamlMapping mapping, string key) => mapping.Entries.Exists(entry => entry.Key.Text == key);

    private static Word NameOf(YamlEntry entry) => new(entry.Key.Text, entry.Key.Span);
}
