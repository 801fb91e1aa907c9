using Archiet.Genome.Language;
using Archiet.Genome.Sections;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Syntax;

/// <summary>Reads entities and mixins.</summary>
internal sealed class EntityReader(NodeReader nodes, FieldReader fields)
{
    private readonly ConstraintReader constraints = new(nodes);
    private readonly LifecycleReader lifecycles = new(nodes);

    /// <summary>One entity.</summary>
    public EntitySyntax Read(YamlEntry entry, GenomeSection section, int ordinal)
    {
        var name = entry.Key;
        if (nodes.Mapping(entry) is not { } mapping)
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
            Mixins = nodes.Words(keys["mixins"], "mixins", "a list of mixins"),
            Display = nodes.Text(keys["display"], "'display'", "the name of a field"),
            Order = nodes.Words(keys["order"], "order", "a list of fields"),
            SoftDelete = nodes.Bool(keys["softDelete"], "'softDelete'") ? keys["softDelete"]!.Span : null,
            Size = nodes.Text(keys["size"], "'size'", "small or large"),
            Was = nodes.Text(keys["was"], "'was'", "the old name"),
            Retired = nodes.True(keys["retired"], "'retired'")?.Span,
            List = ReadList(keys["list"]),
            Fields = fields.ReadAll(keys["fields"], LanguageKeys.Field),
            Constraints = constraints.Read(keys),
            Lifecycle = lifecycles.Read(keys["lifecycle"]),
            Extensions = keys.Extensions,
        };
    }

    /// <summary>One mixin.</summary>
    public MixinSyntax ReadMixin(YamlEntry entry)
    {
        var name = entry.Key;
        if (nodes.Mapping(entry) is not { } mapping)
        {
            return new(name, "", [], ConstraintsSyntax.None);
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Mixin, name.Span, name.Text);
        return new(
            name, nodes.Prose(keys["description"], "'description'"), fields.ReadAll(keys["fields"], LanguageKeys.Field), constraints.Read(keys));
    }

    private ListSyntax? ReadList(YamlNode? node)
    {
        if (node is null || nodes.Mapping(node, "'list'") is not { } mapping)
        {
            return null;
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.List, node.Span, "list");
        return new(
            node.Span, nodes.Words(keys["sort"], "sort", "a list of fields"), nodes.Words(keys["filter"], "filter", "a list of fields"), keys.Extensions);
    }
}
