using Archiet.Genome.Language;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Syntax;

/// <summary>Reads what stands at the top level of a genome, but for its entities.</summary>
internal sealed class DeclarationReader
{
    private readonly NodeReader nodes;
    private readonly EntityReader entityReader;
    private readonly VocabularyReader vocabularyReader;
    private readonly CapabilityReader capabilityReader;
    private readonly OperationReader operationReader;

    public DeclarationReader(NodeReader nodes, EntityReader entityReader)
    {
        this.nodes = nodes;
        this.entityReader = entityReader;
        var fields = new FieldReader(nodes);
        vocabularyReader = new(nodes, fields);
        capabilityReader = new(nodes);
        operationReader = new(nodes, fields);
    }

    /// <summary>What was read.</summary>
    public DeclarationSyntax Declarations { get; } = new();

    /// <summary>Whether something was not understood that may have been meant to declare names.</summary>
    public bool MayLackNames { get; private set; }

    /// <summary>Reads a mapping of the top level.</summary>
    public void Read(YamlMapping mapping)
    {
        var keys = nodes.Keyed(mapping, LanguageKeys.Genome, mapping.Span, "");
        MayLackNames |= keys.HasUnknownKeys;
        Declarations.Extensions = keys.Extensions;
        foreach (var entry in mapping.Entries)
        {
            if (ExtensionReader.IsExtension(entry.Key))
            {
                Declarations.ExtensionKeys.Add(entry.Key);
            }
            ReadTopLevel(entry);
        }
    }

    private void ReadTopLevel(YamlEntry entry)
    {
        switch (entry.Key.Text)
        {
            case "genome":
                Declarations.Version = nodes.Text(entry.Value, "'genome'", "the version of the language in quotes: \"1.0\"");
                break;
            case "status":
                Declarations.Status = nodes.Text(entry.Value, "'status'", "'draft'");
                break;
            case "app":
                ReadApp(entry);
                break;
            case "tenancy":
                ReadTenancy(entry);
                break;
            case "roles":
                ReadEach(entry, Declarations.Roles, vocabularyReader.ReadRole);
                break;
            case "types":
                ReadEach(entry, Declarations.Types, vocabularyReader.ReadType);
                break;
            case "values":
                ReadEach(entry, Declarations.Values, vocabularyReader.ReadValue);
                break;
            case "enums":
                ReadEach(entry, Declarations.Enums, vocabularyReader.ReadEnum);
                break;
            case "capabilities":
                ReadEach(entry, Declarations.Capabilities, capabilityReader.Read);
                break;
            case "mixins":
                ReadEach(entry, Declarations.Mixins, entityReader.ReadMixin);
                break;
            case "operations":
                ReadEach(entry, Declarations.Operations, operationReader.Read);
                break;
            case "seed":
                ReadEach(entry, Declarations.Seeds, operationReader.ReadSeed);
                break;
            case "approve" when nodes.Mapping(entry) is { } changes:
                Declarations.Approvals.AddRange(changes.Entries.Select(operationReader.ReadApproval));
                break;
            case "questions":
                ReadEach(entry, Declarations.Questions, operationReader.ReadQuestion);
                break;
            default:
                break;
        }
    }

    private void ReadApp(YamlEntry entry)
    {
        var key = entry.Key;
        if (nodes.Mapping(entry) is not { } mapping)
        {
            Declarations.App = new(key, null, null, "", null, null, default);
            return;
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.App, key.Span, key.Text);
        Declarations.App = new(
            key,
            nodes.Text(keys["name"], "'name'", "a name"),
            nodes.Text(keys["namespace"], "'namespace'", "a C# namespace"),
            nodes.Prose(keys["description"], "'description'"),
            nodes.Text(keys["version"], "'version'", "text, in quotes where it looks like a number"),
            nodes.Text(keys["contact"], "'contact'", "an e-mail address"),
            keys.Extensions);
    }

    private void ReadTenancy(YamlEntry entry)
    {
        var key = entry.Key;
        if (nodes.Mapping(entry) is not { } mapping)
        {
            Declarations.Tenancy = new(key, null, null, default);
            return;
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Tenancy, key.Span, key.Text);
        Declarations.Tenancy = new(
            key,
            nodes.Text(keys["tenant"], "'tenant'", "the name of an entity"),
            nodes.Scalar(keys["partitions"], "'partitions'", "a whole number"),
            keys.Extensions);
    }

    /// <summary>Reads a mapping that declares names; what stands there instead may have been meant to declare them.</summary>
    private void ReadEach<T>(YamlEntry entry, List<T> into, Func<YamlEntry, T> read)
    {
        if (nodes.Mapping(entry) is not { } mapping)
        {
            MayLackNames = true;
            return;
        }
        foreach (var item in nodes.Named(mapping, GenomeNames.IsCamelCase))
        {
            into.Add(read(item));
        }
    }
}
