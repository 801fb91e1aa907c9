using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Sections;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Syntax;

/// <summary>Holds the keys of mappings against the tables of the language.</summary>
internal sealed class KeyReader(FindingList findings)
{
    private const int MostListed = 8;
    private static readonly List<YamlScalar> NoKeys = [];
    private static readonly List<string> NoNames = [];

    /// <summary>
    /// The values of a mapping by the keys of a table; keys that the table lacks are findings, and so are required ones that are missing. A key that was probably
    /// meant is read as if it were there: its finding says what is wrong, and nothing else is wrong for its sake. A single unknown key where a single key is missing is one mistake too.
    /// </summary>
    public KeyedNodes Read(YamlMapping mapping, KeyTable table, SectionSpan owner, string ownerName)
    {
        List<(string? Key, YamlNode Value)>? meant = null;
        List<YamlScalar>? unknown = null;
        List<BoundExtension>? extensions = null;
        YamlNode? before = null;
        foreach (var entry in mapping.Entries)
        {
            if (table.Has(entry.Key.Text))
            {
                // It is looked up where it stands.
            }
            else if (ExtensionReader.IsExtension(entry.Key))
            {
                (extensions ??= []).AddRange(ExtensionReader.Read(entry, findings));
            }
            else if (WithoutColon(entry, before, table) is { } split)
            {
                findings.Add(GenomeDiagnostics.UnknownKey, entry.Key.Span, entry.Key.Text, table.Owner, $"; did you mean '{split.Key}: {split.Value.Text}'?");
                (meant ??= []).Add((split.Key, split.Value));
            }
            else if (IsUnknown(entry, mapping, table))
            {
                var nearest = Suggestion.Nearest(entry.Key.Text, table.Keys.Select(static known => known.Name));
                (meant ??= []).Add((nearest, entry.Value));
                if (nearest is null)
                {
                    (unknown ??= []).Add(entry.Key);
                }
                else
                {
                    Refuse(entry.Key, table, $"; did you mean '{nearest}'?");
                }
            }
            before = entry.Value;
        }
        var understood = meant is null ? mapping : WithMeant(mapping, meant);
        List<string>? missing = null;
        foreach (var key in table.Required)
        {
            if (understood.Find(key) is null && !IsMeant(meant, key))
            {
                (missing ??= []).Add(key);
            }
        }
        Refuse(unknown ?? NoKeys, missing ?? NoNames, table, owner, ownerName);
        return new(understood, meant is not null, ExtensionReader.InOrder(extensions));
    }

    /// <summary>Whether an entry is hardly a name, and has no value.</summary>
    public static bool IsCutOff(YamlEntry entry, Func<string, bool> isName) =>
        entry.Key.IsPlain && IsNothing(entry.Value) && !isName(entry.Key.Text);

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
            findings.Add(GenomeDiagnostics.NotYet, key.Span, key.Text);
            return false;
        }
        if (IsCutOff(entry, GenomeNames.IsCamelCase))
        {
            findings.Add(GenomeDiagnostics.UnquotedComma, key.Span, key.Text);
            return false;
        }
        return true;
    }

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

    /// <summary>A mapping with the keys that were probably meant, as far as it lacks them and they have a value.</summary>
    private static YamlMapping WithMeant(YamlMapping mapping, List<(string? Key, YamlNode Value)> meant)
    {
        var understood = mapping;
        foreach (var (key, value) in meant)
        {
            if (key is not null && !IsNothing(value) && understood.Find(key) is null)
            {
                understood = new([.. understood.Entries, new(new(key, value.Span), value)], mapping.Span);
            }
        }
        return understood;
    }

    private static bool IsMeant(List<(string? Key, YamlNode Value)>? meant, string key) => meant is not null && meant.Exists(other => other.Key == key);

    /// <summary>The end of the sentence about a key that is near to none: what there is, where that can be read at a glance.</summary>
    private static string KeysOf(KeyTable table) => table.Keys.Count is > 1 and <= MostListed
        ? $"; its keys are {string.Join(", ", table.Keys.Take(table.Keys.Count - 1).Select(static known => known.Name))} and {table.Keys[table.Keys.Count - 1].Name}."
        : ".";

    private void Refuse(List<YamlScalar> unknown, List<string> missing, KeyTable table, SectionSpan owner, string ownerName)
    {
        if (unknown is [var other] && missing is [var needed])
        {
            Refuse(other, table, $", which lacks the key '{needed}'; did you mean that?");
            return;
        }
        foreach (var key in unknown)
        {
            Refuse(key, table, KeysOf(table));
        }
        foreach (var key in missing)
        {
            findings.Add(GenomeDiagnostics.MissingKey, owner, ownerName, key);
        }
    }

    private void Refuse(YamlScalar key, KeyTable table, string remedy) => findings.Add(GenomeDiagnostics.UnknownKey, key.Span, key.Text, table.Owner, remedy);

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
