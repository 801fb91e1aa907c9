using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Syntax;

/// <summary>Reads what is unique, indexed and ruled in an entity or a mixin.</summary>
internal sealed class ConstraintReader(NodeReader nodes)
{
    /// <summary>The constraints below the keys of an entity or a mixin.</summary>
    public ConstraintsSyntax Read(KeyedNodes keys)
    {
        var (uniques, indexes, rules) = (keys["unique"], keys["indexes"], keys["rules"]);
        return uniques is null && indexes is null && rules is null
            ? ConstraintsSyntax.None
            : new(nodes.Each(uniques, "'unique'", ReadUnique), nodes.Each(indexes, "'indexes'", ReadIndex), nodes.Each(rules, "'rules'", ReadRule));
    }

    private NamedListSyntax ReadIndex(YamlEntry entry)
    {
        var name = entry.Key;
        return new(name, nodes.Words(entry.Value, name.Text, "a list of fields"));
    }

    private UniqueSyntax ReadUnique(YamlEntry entry)
    {
        var name = entry.Key;
        if (entry.Value is not YamlMapping mapping)
        {
            return new(name, nodes.Words(entry.Value, name.Text, "a list of fields"), null, null, default);
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Unique, name.Span, name.Text);
        return new(
            name,
            nodes.Words(keys["fields"], "fields", "a list of fields"),
            nodes.Expression(keys["where"], "'where'"),
            nodes.Text(keys["message"], "'message'")?.Text,
            keys.Extensions);
    }

    private RuleSyntax ReadRule(YamlEntry entry)
    {
        var name = entry.Key;
        if (nodes.Mapping(entry) is not { } mapping)
        {
            return new(name, null, null, "", default);
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Rule, name.Span, name.Text);
        if (keys["check"] is null == keys["noOverlap"] is null && !keys.HasUnknownKeys)
        {
            nodes.Findings.Add(GenomeDiagnostics.RuleOfOneKind, name.Span, name.Text);
            return new(name, null, null, "", default);
        }
        var overlap = ReadOverlap(keys["noOverlap"]);
        var extensions = overlap is null ? keys.Extensions : ExtensionReader.Join(keys.Extensions, overlap.Extensions);
        return new(name, nodes.Expression(keys["check"], "'check'"), overlap, nodes.Prose(keys["message"], "'message'"), extensions);
    }

    private OverlapSyntax? ReadOverlap(YamlNode? node)
    {
        if (node is null || nodes.Mapping(node, "'noOverlap'") is not { } mapping)
        {
            return null;
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Overlap, node.Span, "noOverlap");
        return new(
            nodes.Words(keys["key"], "key", "a list of fields"),
            nodes.Text(keys["from"], "'from'", "the name of a field"),
            nodes.Text(keys["to"], "'to'", "the name of a field"),
            nodes.Expression(keys["where"], "'where'"),
            keys.Extensions);
    }
}
