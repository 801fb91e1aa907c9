using Archiet.Genome.Language;
using Archiet.Genome.Sections;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Syntax;

/// <summary>Reads entities.</summary>
internal sealed class EntityReader(NodeReader nodes, FieldReader fields)
{
    /// <summary>One entity.</summary>
    public EntitySyntax Read(YamlEntry entry, GenomeSection section, int ordinal)
    {
        var name = new Word(entry.Key.Text, entry.Key.Span);
        if (nodes.Mapping(entry.Value, $"'{name.Text}'") is not { } mapping)
        {
            return new(section, ordinal, name) { IsComplete = false };
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Entity, name.Span, name.Text);
        return new(section, ordinal, name)
        {
            ClassName = nodes.Text(keys["class"], "'class'", "the name of a C# class"),
            Plural = nodes.Text(keys["plural"], "'plural'", "a name"),
            Description = nodes.Prose(keys["description"], "'description'"),
            Member = nodes.Bool(keys["member"], "'member'") ? keys["member"]!.Span : null,
            Fields = fields.ReadAll(keys["fields"], LanguageKeys.Field),
            Uniques = ReadLists(keys["unique"], "'unique'"),
            Indexes = ReadLists(keys["indexes"], "'indexes'"),
        };
    }

    private List<NamedListSyntax> ReadLists(YamlNode? node, string subject)
    {
        if (node is null || nodes.Mapping(node, subject) is not { } mapping)
        {
            return [];
        }
        var lists = new List<NamedListSyntax>(mapping.Entries.Count);
        foreach (var entry in mapping.Entries)
        {
            var name = new Word(entry.Key.Text, entry.Key.Span);
            lists.Add(new(name, nodes.Words(entry.Value, $"'{name.Text}'", "a list of fields")));
        }
        return lists;
    }
}
