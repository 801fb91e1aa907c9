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
    private readonly List<EntitySyntax> entities = [];
    private DeclarationSyntax declarations = DeclarationSyntax.None;
    private bool mayLackNames;

    private SectionReader(GenomeSection section, FindingList findings)
    {
        this.section = section;
        nodes = new(findings);
        entityReader = new(nodes, new(nodes));
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
        if (section.Kind == SectionKind.Entity)
        {
            ReadEntities(root, "An entity");
            return;
        }
        if (nodes.Mapping(root, "A genome") is not { } mapping)
        {
            mayLackNames = true;
            return;
        }
        var reader = new DeclarationReader(nodes, entityReader);
        reader.Read(mapping);
        declarations = reader.Declarations;
        if (mapping.Find("entities") is { } written)
        {
            ReadEntities(written, "'entities'");
        }
        mayLackNames |= reader.MayLackNames;
    }

    private void ReadEntities(YamlNode node, string subject)
    {
        if (nodes.Mapping(node, subject) is not { } mapping)
        {
            mayLackNames = true;
            return;
        }
        foreach (var entry in mapping.Entries)
        {
            entities.Add(entityReader.Read(entry, section, entities.Count));
        }
    }
}
