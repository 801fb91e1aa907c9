using System.Globalization;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Sources;

/// <summary>Reads a sources file: its YAML as a genome's is read, within the same limits, then what it says, held against the genome.</summary>
public sealed class SourcesReader
{
    private readonly GenomePaths genome;
    private readonly FindingList findings = new();
    private readonly NodeReader nodes;
    private readonly string path;
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> users = new(StringComparer.Ordinal);

    private SourcesReader(string path, GenomePaths genome)
    {
        this.path = path;
        this.genome = genome;
        nodes = new(findings);
    }

    /// <summary>What a sources file says.</summary>
    /// <param name="file">The file.</param>
    /// <param name="genome">The paths of the genome that it is about.</param>
    public static ReadSources Read(GenomeFile file, GenomePaths genome)
    {
        var split = GenomeFrontEnd.Split(file);
        return split.IsRefused ? new(null, split.Diagnostics) : new SourcesReader(file.Path, genome).Read(file.Text.TrimStart('\uFEFF'));
    }

    private ReadSources Read(string text)
    {
        var root = SectionReader.ReadYaml(text, findings);
        var sources = root is null || nodes.Mapping(root, "A sources file") is not { } mapping ? null : ReadFile(mapping);
        var diagnostics = findings.ToArray().Select(Locate).OrderBy(static found => found.Span.Line).ThenBy(static found => found.Span.Column).ToEquatableArray();
        return new(diagnostics.Any(static found => found.Descriptor.Severity == GenomeSeverity.Error) ? null : sources, diagnostics);
    }

    private GenomeSources ReadFile(YamlMapping mapping)
    {
        var keys = nodes.Keyed(mapping, SourcesKeys.File, mapping.Span, "The file");
        if (nodes.Text(keys["sources"], "'sources'", "the version of the format in quotes: \"1.0\"") is { } version && version.Text != GenomeSources.Version)
        {
            findings.Add(SourcesDiagnostics.UnsupportedVersion, version.Span, version.Text);
        }
        var document = nodes.Text(keys["document"], "'document'", "the path of a document")?.Text ?? "";
        var hash = nodes.Scalar(keys["sha256"], "'sha256'", "hexadecimal digits")?.Text ?? "";
        var sentences = nodes.Each(keys["sentences"], "'sentences'", ReadSentence);
        var elements = nodes.Each(keys["elements"], "'elements'", ReadElement);
        var dismissed = nodes.Each(keys["dismissed"], "'dismissed'", ReadDismissed);
        return new(document, hash, sentences.ToEquatableArray(), elements.ToEquatableArray(), dismissed.ToEquatableArray())
        {
            Screens = nodes.Each(keys["screens"], "'screens'", ReadScreen).ToEquatableArray(),
            Compliance = nodes.Each(keys["compliance"], "'compliance'", ReadRegime).ToEquatableArray(),
        };
    }

    private SourceSentence ReadSentence(YamlEntry entry)
    {
        var id = entry.Key.Text;
        ids.Add(id);
        if (!IsSentenceId(id))
        {
            findings.Add(SourcesDiagnostics.BadSentence, entry.Key.Span, id, "its id is not 'S' and at least four digits");
        }
        if (nodes.Mapping(entry) is not { } mapping)
        {
            return new(id, 0, "", "", Absolute(entry.Key.Span));
        }
        var keys = nodes.Keyed(mapping, SourcesKeys.Sentence, entry.Key.Span, id);
        return new(
            id,
            ReadLine(id, nodes.Scalar(keys["line"], "'line'", "a line of the document")),
            nodes.Scalar(keys["hash"], "'hash'", "hexadecimal digits")?.Text ?? "",
            nodes.Scalar(keys["text"], "'text'", "the sentence")?.Text ?? "",
            Absolute(entry.Key.Span));
    }

    private int ReadLine(string id, Word? written)
    {
        if (written is not { } line)
        {
            return 0;
        }
        if (int.TryParse(line.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return number;
        }
        findings.Add(SourcesDiagnostics.BadSentence, line.Span, id, $"'{line.Text}' is no number of a line");
        return 0;
    }

    private SourcedElement ReadElement(YamlEntry entry)
    {
        var element = entry.Key.Text;
        if (genome.IsComplete && !genome.Contains(element))
        {
            findings.Add(SourcesDiagnostics.UnknownPath, entry.Key.Span, element, genome.Suggest(element));
        }
        return new(element, ReadSentences(entry.Value, element, element), Absolute(entry.Key.Span));
    }

    private DismissedSentence ReadDismissed(YamlEntry entry)
    {
        var id = entry.Key.Text;
        CheckSentence(entry.Key);
        if (users.TryGetValue(id, out var user))
        {
            findings.Add(SourcesDiagnostics.UsedAndDismissed, entry.Key.Span, id, user);
        }
        return new(id, nodes.Prose(entry.Value, $"'{id}'"), Absolute(entry.Key.Span));
    }

    private SourcedScreen ReadScreen(YamlEntry entry)
    {
        var name = entry.Key.Text;
        if (nodes.Mapping(entry) is not { } mapping)
        {
            return new(name, "", "", default);
        }
        var keys = nodes.Keyed(mapping, SourcesKeys.Screen, entry.Key.Span, name);
        return new(name, nodes.Prose(keys["entity"], "'entity'"), nodes.Prose(keys["kind"], "'kind'"), ReadSentences(keys["sentences"], "sentences", $"screens.{name}"));
    }

    private SourcedRegime ReadRegime(YamlEntry entry)
    {
        var name = entry.Key.Text;
        if (nodes.Mapping(entry) is not { } mapping)
        {
            return new(name, "", default);
        }
        var keys = nodes.Keyed(mapping, SourcesKeys.Regime, entry.Key.Span, name);
        return new(name, nodes.Prose(keys["description"], "'description'"), ReadSentences(keys["sentences"], "sentences", $"compliance.{name}"));
    }

    private EquatableArray<string> ReadSentences(YamlNode? node, string key, string user)
    {
        var words = nodes.Words(node, key, "a list of sentences");
        foreach (var word in words)
        {
            CheckSentence(word);
            users[word.Text] = user;
        }
        return words.Texts();
    }

    private void CheckSentence(Word id)
    {
        if (!ids.Contains(id.Text))
        {
            findings.Add(SourcesDiagnostics.UnknownSentence, id.Span, id.Text, Suggestion.For(id.Text, ids));
        }
    }

    private static bool IsSentenceId(string id) => id.Length >= 5 && id[0] == 'S' && id.Skip(1).All(static digit => digit is >= '0' and <= '9');

    private GenomeDiagnostic Locate(Finding finding)
    {
        var other = finding.Other is { } place ? DiagnosticLocator.Describe(Absolute(place.Span)) : null;
        return new(finding.Descriptor, Absolute(finding.Span), finding.Message(other));
    }

    private GenomeSpan Absolute(SectionSpan span) => new(path, span.Line, span.Column, span.EndLine, span.EndColumn);
}
