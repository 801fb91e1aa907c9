using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Sections;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Syntax;

/// <summary>Reads nodes as what the language expects of them; what is not so becomes one finding, and null.</summary>
internal sealed class NodeReader(FindingList findings)
{
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

    /// <summary>
    /// The values of a mapping by the keys of a table; keys that the table lacks are findings, and so are required ones that are missing. A key that was probably
    /// meant is read as if it were there: its finding says what is wrong, and nothing else is wrong for its sake.
    /// </summary>
    public KeyedNodes Keyed(YamlMapping mapping, KeyTable table, SectionSpan owner, string ownerName)
    {
        List<(string? Key, YamlNode Value)>? meant = null;
        List<BoundExtension>? extensions = null;
        YamlNode? before = null;
        foreach (var entry in mapping.Entries)
        {
            if (table.Has(entry.Key.Text))
            {
                // What most entries are.
            }
            else if (ExtensionReader.IsExtension(entry.Key))
            {
                (extensions ??= []).AddRange(ExtensionReader.Read(entry, Findings));
            }
            else if (WithoutColon(entry, before, table) is { } split)
            {
                Findings.Add(GenomeDiagnostics.UnknownKey, entry.Key.Span, entry.Key.Text, table.Owner, $"; did you mean '{split.Key}: {split.Value.Text}'?");
                (meant ??= []).Add((split.Key, split.Value));
            }
            else if (IsUnknown(entry, mapping, table))
            {
                (meant ??= []).Add((RefuseKey(entry.Key, table), entry.Value));
            }
            before = entry.Value;
        }
        var understood = mapping;
        foreach (var (key, value) in meant ?? [])
        {
            if (key is not null && !IsNothing(value) && understood.Find(key) is null)
            {
                understood = new([.. understood.Entries, new(new(key, value.Span), value)], mapping.Span);
            }
        }
        foreach (var key in table.Required)
        {
            if (understood.Find(key) is null && meant?.Exists(other => other.Key == key) != true)
            {
                Findings.Add(GenomeDiagnostics.MissingKey, owner, ownerName, key);
            }
        }
        return new(understood, meant is not null, ExtensionReader.InOrder(extensions));
    }

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
            if (before is YamlScalar { IsPlain: true } text && text.Span.EndLine == entry.Key.Span.Line && IsCutOff(entry, isName))
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

    /// <summary>Whether a key that a table lacks is simply unknown. One that is more than that gets its own finding here, or has it elsewhere.</summary>
    private bool IsUnknown(YamlEntry entry, YamlMapping mapping, KeyTable table)
    {
        var key = entry.Key;
        if (IsTailOfDecimal(key, mapping))
        {
            return false;
        }
        if (table.IsLater(key.Text))
        {
            Findings.Add(GenomeDiagnostics.NotYet, key.Span, key.Text);
            return false;
        }
        if (IsCutOff(entry, GenomeNames.IsCamelCase))
        {
            Findings.Add(GenomeDiagnostics.UnquotedComma, key.Span, key.Text);
            return false;
        }
        return true;
    }

    /// <summary>Whether an entry is hardly a name, and has no value.</summary>
    private static bool IsCutOff(YamlEntry entry, Func<string, bool> isName) =>
        entry.Key.IsPlain && IsNothing(entry.Value) && !isName(entry.Key.Text);

    private static bool IsNothing(YamlNode node) => node is YamlScalar { IsPlain: true, Text: "" };

    /// <summary>
    /// The key and the word of an entry such as <c>required true</c>, or null. Behind prose it is a part of the prose that a comma cut off, as in
    /// <c>{ description: Small, min size }</c>.
    /// </summary>
    private static (string Key, YamlScalar Value)? WithoutColon(YamlEntry entry, YamlNode? before, KeyTable table)
    {
        var key = entry.Key;
        var space = key.Text.IndexOf(' ');
        if (space < 0 || key.Text.IndexOfAny([' ', '"', '\'', '(', '[', '{'], space + 1) >= 0 || !IsCutOff(entry, GenomeNames.IsCamelCase) || !table.Has(key.Text.Substring(0, space)))
        {
            return null;
        }
        if (before is YamlScalar { IsPlain: true } text && ScalarKinds.Of(text) == ScalarKind.Text && text.Text.IndexOf(' ') >= 0)
        {
            return null;
        }
        var span = key.Span with { Column = key.Span.Column + space + 1 };
        return (key.Text.Substring(0, space), new(key.Text.Substring(space + 1), span));
    }

    /// <summary>Complains of an unknown key, and returns the key that was probably meant, or null.</summary>
    private string? RefuseKey(YamlScalar key, KeyTable table)
    {
        var names = table.Keys.Select(static known => known.Name).ToList();
        Findings.Add(GenomeDiagnostics.UnknownKey, key.Span, key.Text, table.Owner, Suggestion.For(key.Text, names));
        return Suggestion.Nearest(key.Text, names);
    }

    /// <summary>
    /// Whether a key is what YAML makes of the scale in <c>{ type: decimal(12,2) }</c> without quotes: the type, cut at the comma, gets the one finding.
    /// </summary>
    private static bool IsTailOfDecimal(YamlScalar key, YamlMapping mapping) =>
        key.Text.EndsWith(")", StringComparison.Ordinal) && Array.Exists(mapping.Entries, static entry =>
            entry.Value is YamlScalar { IsPlain: true } type && type.Text.StartsWith("decimal(", StringComparison.Ordinal) && type.Text.IndexOf(')') < 0);
}

/// <summary>A mapping whose keys were held against a table.</summary>
internal readonly struct KeyedNodes(YamlMapping mapping, bool hasUnknownKeys, EquatableArray<BoundExtension> extensions)
{
    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; } = extensions;

    /// <summary>Whether the mapping has keys that are unknown: what seems to be missing may be meant by one of them.</summary>
    public bool HasUnknownKeys { get; } = hasUnknownKeys;

    /// <summary>The value of a key of the table, or null where the mapping lacks it.</summary>
    public YamlNode? this[string key] => mapping.Find(key);
}
