using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Sections;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Syntax;

/// <summary>Reads nodes as what the language expects of them; what is not so becomes one finding, and null.</summary>
internal sealed class NodeReader(FindingList findings)
{
    private readonly KeyReader keys = new(findings);

    public FindingList Findings { get; } = findings;

    /// <summary>A mapping, or null.</summary>
    public YamlMapping? Mapping(YamlNode node, string subject)
    {
        if (node is YamlMapping mapping)
        {
            return mapping;
        }
        WrongShape(node, subject, "a mapping");
        return null;
    }

    /// <summary>The mapping that an entry holds, or null.</summary>
    public YamlMapping? Mapping(YamlEntry entry) => entry.Value as YamlMapping ?? Mapping(entry.Value, Quote(entry.Key.Text));

    /// <summary>Each entry of a mapping as <paramref name="read"/> reads it; none where there is no mapping.</summary>
    public List<T> Each<T>(YamlNode? node, string subject, Func<YamlEntry, T> read)
    {
        if (node is null || Mapping(node, subject) is not { } mapping)
        {
            return [];
        }
        var all = new List<T>(mapping.Entries.Length);
        foreach (var entry in mapping.Entries)
        {
            all.Add(read(entry));
        }
        return all;
    }

    /// <summary>A text, plain or quoted. A plain number or truth value is none: that is what quotes are for.</summary>
    public Word? Text(YamlNode? node, string subject, string expected = "text")
    {
        if (node is null)
        {
            return null;
        }
        if (IsText(node))
        {
            return (Word)node;
        }
        WrongShape(node, subject, expected);
        return null;
    }

    /// <summary>Prose; empty where there is none.</summary>
    public string Prose(YamlNode? node, string subject) => Text(node, subject)?.Text ?? "";

    /// <summary>An expression: any scalar that is not empty, since <c>true</c>, <c>null</c> and <c>12</c> are expressions too.</summary>
    public Word? Expression(YamlNode? node, string subject)
    {
        if (node is null)
        {
            return null;
        }
        if (node is YamlScalar scalar && scalar.Text.Length > 0)
        {
            return scalar;
        }
        WrongShape(node, subject, "an expression");
        return null;
    }

    /// <summary>The place of a word that says true, or null.</summary>
    public Word? True(YamlNode? node, string subject) => Bool(node, subject) ? (Word)node! : null;

    /// <summary>Any scalar that says something, by its text.</summary>
    public Word? Scalar(YamlNode? node, string subject, string expected)
    {
        if (node is null)
        {
            return null;
        }
        if (node is YamlScalar scalar && ScalarKinds.Of(scalar) != ScalarKind.Null)
        {
            return scalar;
        }
        WrongShape(node, subject, expected);
        return null;
    }

    /// <summary><c>true</c> or <c>false</c>; where there is neither, what was probably meant.</summary>
    public bool Bool(YamlNode? node, string subject)
    {
        if (node is null)
        {
            return false;
        }
        if (node is YamlScalar { IsPlain: true, Text: "true" or "false" } scalar)
        {
            return scalar.Text == "true";
        }
        WrongShape(node, subject, "true or false");
        return node is YamlScalar written && (written.Text is "yes" or "on" || Suggestion.Nearest(written.Text, ["true"]) is not null);
    }

    /// <summary>A list of words, each there once, or a single word.</summary>
    public IReadOnlyList<Word> WordOrWords(YamlNode? node, string key, string expected) =>
        node is YamlScalar ? (Text(node, Quote(key), expected) is { } word ? [word] : []) : Words(node, key, expected);

    /// <summary>A list of words, each there once, below a key.</summary>
    public IReadOnlyList<Word> Words(YamlNode? node, string key, string expected)
    {
        if (node is null)
        {
            return [];
        }
        if (node is not YamlSequence { Items.Count: > 0 } sequence)
        {
            WrongShape(node, Quote(key), expected);
            return [];
        }
        var words = new List<Word>(sequence.Items.Count);
        foreach (var item in sequence.Items)
        {
            if (!IsText(item))
            {
                WrongShape(item, "An item of " + Quote(key), "text");
            }
            else if (FindWord(words, ((Word)item).Text) is { } first)
            {
                Findings.AddWithOther(GenomeDiagnostics.DuplicateItem, item.Span, new(null, first.Span), first.Text);
            }
            else
            {
                words.Add((Word)item);
            }
        }
        return words;
    }

    /// <summary>The values of a mapping by the keys of a table: <see cref="KeyReader.Read"/>.</summary>
    public KeyedNodes Keyed(YamlMapping mapping, KeyTable table, SectionSpan owner, string ownerName) => keys.Read(mapping, table, owner, ownerName);

    /// <summary>The entries of a mapping of names to texts, but for those that are what a comma without quotes cut off a text.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="isName">Whether a key is a name of its kind.</param>
    public YamlEntry[] Named(YamlMapping mapping, Func<string, bool> isName)
    {
        var named = new EntryStack();
        YamlNode? before = null;
        foreach (var entry in mapping.Entries)
        {
            // Between braces, behind a text, on its line: outside braces every entry has a line of its own.
            if (before is YamlScalar { IsPlain: true } text && text.Span.EndLine == entry.Key.Span.Line && KeyReader.IsCutOff(entry, isName))
            {
                Findings.Add(GenomeDiagnostics.UnquotedComma, entry.Key.Span, entry.Key.Text);
            }
            else
            {
                named.Push(entry.Key, entry.Value);
            }
            before = entry.Value;
        }
        return named.PopFrom(0);
    }

    public void WrongShape(YamlNode node, string subject, string expected) =>
        Findings.Add(GenomeDiagnostics.WrongShape, node.Span, subject, expected, node.Kind);

    /// <summary>A word in quotation marks, as findings name it.</summary>
    public static string Quote(string word) => $"'{word}'";

    private static bool IsText(YamlNode node) => node is YamlScalar scalar && ScalarKinds.Of(scalar) == ScalarKind.Text;

    private static Word? FindWord(List<Word> words, string text)
    {
        foreach (var word in words)
        {
            if (word.Text == text)
            {
                return word;
            }
        }
        return null;
    }
}
