using System.Globalization;
using System.Text;
using Archiet.Genome.Language;

namespace Archiet.Draft.Merging.Names;

/// <summary>
/// A name by its meaning: words in small letters without accents, however it was written (<c>Order lines</c>, <c>order_line</c>, <c>OrderLine</c>). What is no letter
/// or digit of ASCII separates words, so that no path, tag, direction mark or line break is ever part of one.
/// </summary>
public static class NameWords
{
    /// <summary>Characters of a name that are kept: what is emitted beside a class has longer names than the class.</summary>
    private const int Longest = GenomeNames.LongestName - 8;

    /// <summary>Words that stand in any sentence and say nothing of what it is about.</summary>
    private static readonly HashSet<string> Fillers = new(["a", "an", "and", "at", "by", "for", "from", "id", "in", "is", "of", "on", "or", "s", "the", "to", "with"], StringComparer.Ordinal);

    /// <summary>The words of a name, as they stand in it; empty where it has none that a name can be made of.</summary>
    public static IReadOnlyList<string> Split(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var folded = Fold(name).Replace("'s ", " ", StringComparison.Ordinal).Replace("\u2019s ", " ", StringComparison.Ordinal);
        for (var i = 0; i < folded.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(folded[i]))
            {
                Take();
                continue;
            }
            if (IsStart(folded, i))
            {
                Take();
            }
            word.Append(char.ToLowerInvariant(folded[i]));
        }
        Take();
        return words;

        void Take()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    /// <summary>By what two names are the same: their words, the last in the singular, with spaces between them; nothing where there is no word.</summary>
    public static string Key(string name)
    {
        var words = Split(name).ToList();
        if (words.Count > 0)
        {
            words[^1] = Singular.Of(words[^1]);
        }
        return string.Join(' ', words);
    }

    /// <summary>The name of an entity or enum: PascalCase, in the singular, within the longest name; null where none can be made.</summary>
    public static string? Pascal(string name) => Join(Key(name)) is { } joined ? GenomeNames.Property(joined) : null;

    /// <summary>The name of a role or a transition: camelCase, in the singular, within the longest name; null where none can be made.</summary>
    public static string? Camel(string name) => Join(Key(name));

    /// <summary>The name of a field: camelCase, in the number in which it was written; null where none can be made.</summary>
    public static string? Field(string name) => Join(string.Join(' ', Split(name)));

    /// <summary>Whether a text speaks of a name: has one of its words, in whatever number.</summary>
    public static bool IsIn(string text, string name)
    {
        var all = Split(name);
        var telling = all.Where(static word => !Fillers.Contains(word)).ToList();
        var words = (telling.Count > 0 ? telling : all).Select(Singular.Of).ToHashSet(StringComparer.Ordinal);
        return words.Count > 0 && Split(text).Any(word => words.Contains(Singular.Of(word)));
    }

    private static bool IsStart(string name, int at)
    {
        if (at == 0 || !char.IsAsciiLetterUpper(name[at]))
        {
            return false;
        }
        var endsAcronym = at + 1 < name.Length && char.IsAsciiLetterLower(name[at + 1]) && char.IsAsciiLetterUpper(name[at - 1]);
        return !char.IsAsciiLetterUpper(name[at - 1]) || (endsAcronym && name[(at + 1)..] is not "s" && !name[(at + 1)..].StartsWith("s ", StringComparison.Ordinal));
    }

    /// <summary>Words put together; those that begin with a digit cannot come first and are left out there.</summary>
    private static string? Join(string words)
    {
        var joined = new StringBuilder();
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(static word => char.IsAsciiDigit(word[0])))
        {
            if (joined.Length > 0 && joined.Length + word.Length > Longest)
            {
                break;
            }
            joined.Append(joined.Length == 0 ? word : GenomeNames.Property(word));
        }
        var name = joined.Length > Longest ? joined.ToString(0, Longest) : joined.ToString();
        // YAML reads these as something else than a text.
        return name.Length == 0 ? null : name is "true" or "false" or "null" ? name + "Value" : name;
    }

    /// <summary>Letters without their accents: <c>Café</c> gives <c>Cafe</c>.</summary>
    private static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in WellFormed(name).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(c);
            }
        }
        return folded.ToString();
    }

    /// <summary>Without halves of surrogate pairs, which cannot be brought into a normal form.</summary>
    private static string WellFormed(string name) => string.Concat(name.EnumerateRunes().Select(static rune => rune.ToString()));
}
