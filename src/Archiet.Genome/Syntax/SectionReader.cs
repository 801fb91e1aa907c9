using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Sections;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Syntax;

/// <summary>Reads a section: its YAML, then what the language makes of it.</summary>
internal sealed class SectionReader
{
    private readonly GenomeSection section;
    private readonly NodeReader nodes;
    private readonly EntityReader entityReader;
    private readonly VocabularyReader vocabularyReader;
    private readonly CapabilityReader capabilityReader;
    private readonly OperationReader operationReader;
    private readonly DeclarationSyntax declarations = new();
    private readonly List<EntitySyntax> entities = [];
    private bool mayLackNames;

    private SectionReader(GenomeSection section, FindingList findings)
    {
        this.section = section;
        nodes = new(findings);
        var fields = new FieldReader(nodes);
        entityReader = new(nodes, fields);
        vocabularyReader = new(nodes, fields);
        capabilityReader = new(nodes);
        operationReader = new(nodes, fields);
    }

    public static ParsedSection Read(GenomeSection section)
    {
        var findings = new FindingList();
        var reader = new SectionReader(section, findings);
        var root = ReadYaml(section.Text, findings);
        if (root is not null)
        {
            reader.ReadRoot(root);
        }
        else
        {
            reader.mayLackNames = true;
        }
        if (root is null && section.Kind == SectionKind.Entity)
        {
            reader.entities.Add(new(section, 0, new(section.Name, SectionSpan.Start)) { IsComplete = false });
        }
        return new(section, reader.declarations, reader.entities.ToEquatableArray(), findings.ToArray(), reader.mayLackNames);
    }

    /// <summary>A tab in an indent is found before YAML is: the refusal is ours, in words that say what to do, and only this section is lost.</summary>
    public static YamlNode? ReadYaml(string text, FindingList findings)
    {
        if (QuickReader.Read(text) is { } quick)
        {
            return quick;
        }
        if (TextGuard.FindIndentingTab(text) is not { } tab)
        {
            return YamlReader.Read(text, findings);
        }
        findings.Add(GenomeDiagnostics.TabInIndentation, tab);
        return null;
    }

    private void ReadRoot(YamlNode root)
    {
        if (NamesIn(root, section.Kind == SectionKind.Entity ? "An entity" : "A genome") is not { } mapping)
        {
            return;
        }
        if (section.Kind == SectionKind.Entity)
        {
            ReadEntities(mapping);
            return;
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Genome, mapping.Span, "");
        mayLackNames |= keys.HasUnknownKeys;
        declarations.Extensions = keys.Extensions;
        foreach (var entry in mapping.Entries)
        {
            if (ExtensionReader.IsExtension(entry.Key))
            {
                declarations.ExtensionKeys.Add(new(entry.Key.Text, entry.Key.Span));
            }
            ReadTopLevel(entry);
        }
    }

    private void ReadTopLevel(YamlEntry entry)
    {
        switch (entry.Key.Text)
        {
            case "genome":
                declarations.Version = nodes.Text(entry.Value, "'genome'", "the version of the language in quotes: \"1.0\"");
                break;
            case "status":
                declarations.Status = nodes.Text(entry.Value, "'status'", "'draft'");
                break;
            case "app":
                ReadApp(entry);
                break;
            case "tenancy":
                ReadTenancy(entry);
                break;
            case "roles":
                ReadEach(entry, declarations.Roles, vocabularyReader.ReadRole);
                break;
            case "types":
                ReadEach(entry, declarations.Types, vocabularyReader.ReadType);
                break;
            case "values":
                ReadEach(entry, declarations.Values, vocabularyReader.ReadValue);
                break;
            case "enums":
                ReadEach(entry, declarations.Enums, vocabularyReader.ReadEnum);
                break;
            case "capabilities":
                ReadEach(entry, declarations.Capabilities, capabilityReader.Read);
                break;
            case "mixins":
                ReadEach(entry, declarations.Mixins, entityReader.ReadMixin);
                break;
            case "operations":
                ReadEach(entry, declarations.Operations, operationReader.Read);
                break;
            case "seed":
                ReadEach(entry, declarations.Seeds, operationReader.ReadSeed);
                break;
            case "approve" when nodes.Mapping(entry.Value, "'approve'") is { } changes:
                declarations.Approvals.AddRange(changes.Entries.Select(operationReader.ReadApproval));
                break;
            case "questions":
                ReadEach(entry, declarations.Questions, operationReader.ReadQuestion);
                break;
            case "entities" when NamesIn(entry.Value, "'entities'") is { } mapping:
                ReadEntities(mapping);
                break;
            default:
                break;
        }
    }

    private void ReadApp(YamlEntry entry)
    {
        var key = new Word(entry.Key.Text, entry.Key.Span);
        if (nodes.Mapping(entry.Value, "'app'") is not { } mapping)
        {
            declarations.App = new(key, null, null, "", null, null, default);
            return;
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.App, key.Span, key.Text);
        declarations.App = new(
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
        var key = new Word(entry.Key.Text, entry.Key.Span);
        if (nodes.Mapping(entry.Value, "'tenancy'") is not { } mapping)
        {
            declarations.Tenancy = new(key, null, null, default);
            return;
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Tenancy, key.Span, key.Text);
        declarations.Tenancy = new(
            key,
            nodes.Text(keys["tenant"], "'tenant'", "the name of an entity"),
            nodes.Scalar(keys["partitions"], "'partitions'", "a whole number"),
            keys.Extensions);
    }

    /// <summary>A mapping that declares names; what stands there instead may have been meant to declare them.</summary>
    private YamlMapping? NamesIn(YamlNode node, string subject)
    {
        var mapping = nodes.Mapping(node, subject);
        mayLackNames |= mapping is null;
        return mapping;
    }

    private void ReadEach<T>(YamlEntry entry, List<T> into, Func<YamlEntry, T> read)
    {
        if (NamesIn(entry.Value, $"'{entry.Key.Text}'") is not { } mapping)
        {
            return;
        }
        foreach (var item in nodes.Named(mapping, GenomeNames.IsCamelCase))
        {
            into.Add(read(item));
        }
    }

    private void ReadEntities(YamlMapping mapping)
    {
        foreach (var entry in mapping.Entries)
        {
            entities.Add(entityReader.Read(entry, section, entities.Count));
        }
    }
}
