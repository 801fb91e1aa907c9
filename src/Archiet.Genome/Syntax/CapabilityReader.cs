using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Syntax;

/// <summary>Reads capabilities.</summary>
internal sealed class CapabilityReader(NodeReader nodes)
{
    /// <summary>One capability.</summary>
    public CapabilitySyntax Read(YamlEntry entry)
    {
        var name = entry.Key;
        if (nodes.Mapping(entry) is not { } mapping)
        {
            return new(name, "", [], [], [], [], default);
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Capability, name.Span, name.Text);
        if ((keys["allow"] ?? keys["run"] ?? keys["crossTenant"]) is null && !keys.HasUnknownKeys)
        {
            nodes.Findings.Add(GenomeDiagnostics.MissingKey, name.Span, name.Text, "allow");
        }
        return new(
            name,
            nodes.Prose(keys["description"], "'description'"),
            nodes.Words(keys["to"], "to", "a list of roles"),
            nodes.Each(keys["allow"], "'allow'", ReadGrant),
            nodes.Words(keys["run"], "run", "a list of operations"),
            nodes.Words(keys["crossTenant"], "crossTenant", "a list of members of the app's C#"),
            keys.Extensions);
    }

    private GrantSyntax ReadGrant(YamlEntry entry)
    {
        var name = entry.Key;
        if (entry.Value is not YamlMapping mapping)
        {
            return new(name, nodes.Words(entry.Value, name.Text, "a list of operations"));
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Grant, name.Span, name.Text);
        var fields = ReadFields(keys["fields"]);
        return new(
            name,
            nodes.Words(keys["do"], "do", "a list of operations"),
            nodes.Expression(keys["where"], "'where'"),
            fields,
            fields is null ? keys.Extensions : ExtensionReader.Join(keys.Extensions, fields.Extensions));
    }

    private FieldListSyntax? ReadFields(YamlNode? node)
    {
        if (node is null)
        {
            return null;
        }
        var place = new Word("fields", node.Span);
        if (node is not YamlMapping { Entries.Length: > 0 } mapping)
        {
            return new(place, nodes.Words(node, "fields", "a list of fields, or a mapping with 'see', 'set' or 'except'"));
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.FieldList, node.Span, "fields");
        var (see, set, except) = (ReadList(keys["see"], "see"), ReadList(keys["set"], "set"), ReadList(keys["except"], "except"));
        if (except is not null && (see ?? set) is not null)
        {
            nodes.Findings.Add(GenomeDiagnostics.ExceptAlone, keys["except"]!.Span);
            return null;
        }
        return new(place, null, see, set, except) { Extensions = keys.Extensions };
    }

    private IReadOnlyList<Word>? ReadList(YamlNode? node, string key) => node is null ? null : nodes.Words(node, key, "a list of fields");
}
