using System.Globalization;
using System.Text;
using System.Text.Json;
using Archiet.Draft.Items;
using Archiet.Draft.Wire.Shapes;

namespace Archiet.Draft.Wire.Replies;

/// <summary>
/// Reads one item of an answer. It forgives the form (a number for a text, a word in capitals) and never the substance: a word that is no choice is "unknown", a sentence that was
/// not sent is no evidence, and what has no evidence is assumed. Whatever is not taken as it was said is noted.
/// </summary>
internal sealed class ItemReader(JsonElement item, ItemShape shape, IReadOnlySet<string> sentences, ReplyNotes notes)
{
    /// <summary>No name, description or question is longer; a model that repeats itself fills what it is given.</summary>
    private const int LongestText = 1_000;

    private readonly EquatableArray<string> _evidence = ReadEvidence(item, shape, sentences, notes);

    public EquatableArray<string> Evidence => _evidence;

    public Basis Basis => _evidence.Count == 0
        ? Basis.Assumed
        : Choice("basis") switch
        {
            "stated" => Basis.Stated,
            "implied" => Basis.Implied,
            _ => Basis.Assumed,
        };

    public string Text(string name) => Property(name) is { } value ? Clean(TextOf(value)) : "";

    public EquatableArray<string> Texts(string name) => TextsOf(item, name).Select(Clean).Where(static text => text.Length > 0).Distinct(StringComparer.Ordinal).ToEquatableArray();

    /// <summary>One of the words of a choice; the one that commits to least where it is none of them.</summary>
    public string Choice(string name)
    {
        var property = shape.Properties.First(property => property.Name == name);
        var said = Text(name);
        var found = property.Choices.FirstOrDefault(choice => string.Equals(Folded(choice), Folded(said), StringComparison.Ordinal));
        if (found is not null)
        {
            return found;
        }
        notes.Add($"'{shape.Array}.{name}' is not one of its words, and was read as '{property.Otherwise}'");
        return property.Otherwise;
    }

    public Certainty Certainty(string name) => Choice(name) switch
    {
        "yes" => Items.Certainty.Yes,
        "no" => Items.Certainty.No,
        _ => Items.Certainty.Unknown,
    };

    public RelationshipKind Relationship(string name) => Choice(name) switch
    {
        "reference" => RelationshipKind.Reference,
        "ownedBy" => RelationshipKind.OwnedBy,
        "manyToMany" => RelationshipKind.ManyToMany,
        _ => RelationshipKind.Unknown,
    };

    private static EquatableArray<string> ReadEvidence(JsonElement item, ItemShape shape, IReadOnlySet<string> sentences, ReplyNotes notes)
    {
        var said = TextsOf(item, "evidence").Select(static id => id.Trim()).Distinct(StringComparer.Ordinal).ToList();
        if (said.RemoveAll(id => !sentences.Contains(id)) > 0)
        {
            notes.Add($"'{shape.Array}.evidence' named a sentence that was not sent, which is no evidence");
        }
        return said.Order(StringComparer.Ordinal).ToEquatableArray();
    }

    private static IEnumerable<string> TextsOf(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var value))
        {
            return [];
        }
        return value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().Select(TextOf),
            JsonValueKind.Null => [],
            _ => [TextOf(value)],
        };
    }

    private JsonElement? Property(string name) => item.TryGetProperty(name, out var value) ? value : null;

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => ReplyText.StringOf(value),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => "",
    };

    /// <summary>In one line, without what nobody sees: controls and marks that turn the direction of writing.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && clean.Length < LongestText)
            {
                clean.Append(rune);
            }
        }
        return clean.ToString().TrimEnd();
    }

    /// <summary><c>ownedBy</c>, <c>owned_by</c> and <c>OWNED BY</c> are one word.</summary>
    private static string Folded(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
