using Archiet.Genome.Language;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Syntax;

/// <summary>Reads lifecycles.</summary>
internal sealed class LifecycleReader(NodeReader nodes)
{
    /// <summary>The lifecycle, or null where there is none or it is no mapping.</summary>
    public LifecycleSyntax? Read(YamlNode? node)
    {
        if (node is null || nodes.Mapping(node, "'lifecycle'") is not { } mapping)
        {
            return null;
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Lifecycle, node.Span, "lifecycle");
        return new(
            node.Span,
            nodes.Text(keys["field"], "'field'", "the name of a field"),
            nodes.Text(keys["initial"], "'initial'", "the name of a state"),
            ReadTransitions(keys["transitions"]),
            keys.Extensions);
    }

    private List<TransitionSyntax> ReadTransitions(YamlNode? node)
    {
        if (node is null)
        {
            return [];
        }
        if (node is not YamlMapping { Entries.Length: > 0 } mapping)
        {
            nodes.WrongShape(node, "'transitions'", "a mapping of at least one transition");
            return [];
        }
        var transitions = new List<TransitionSyntax>(mapping.Entries.Length);
        foreach (var entry in mapping.Entries)
        {
            transitions.Add(ReadTransition(entry));
        }
        return transitions;
    }

    private TransitionSyntax ReadTransition(YamlEntry entry)
    {
        var name = entry.Key;
        if (nodes.Mapping(entry) is not { } mapping)
        {
            return new(name, "", [], null, null, null, [], default);
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Transition, name.Span, name.Text);
        return new(
            name,
            nodes.Prose(keys["description"], "'description'"),
            nodes.WordOrWords(keys["from"], "from", "a state or a list of states"),
            nodes.Text(keys["to"], "'to'", "the name of a state"),
            nodes.Expression(keys["when"], "'when'"),
            nodes.Text(keys["message"], "'message'"),
            nodes.Each(keys["sets"], "'sets'", ReadSet),
            keys.Extensions);
    }

    private SetSyntax ReadSet(YamlEntry entry) => new(new(entry.Key.Text, entry.Key.Span), nodes.Expression(entry.Value, $"'{entry.Key.Text}'"));
}
