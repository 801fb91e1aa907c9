using System.Text;

namespace Archiet.Draft.Rules.Language;

/// <summary>A name of something in words: <c>Consent Agreements</c>, <c>consent_agreement</c> and <c>ConsentAgreement</c> are one.</summary>
/// <param name="Key">Its words in small letters and in the singular, joined by blanks: what two names of the same thing share.</param>
internal readonly record struct Term(string Key)
{
    /// <summary>Nothing.</summary>
    public static Term None { get; } = new("");

    /// <summary>Whether it is nothing.</summary>
    public bool IsNone => string.IsNullOrEmpty(Key);

    /// <summary>Its words.</summary>
    public string[] Words => IsNone ? [] : Key.Split(' ');

    /// <summary>Its last word: what it is; those before say which.</summary>
    public string Head => Key[(Key.LastIndexOf(' ') + 1)..];

    /// <summary>It as a draft says it: each word with a capital.</summary>
    public string Shown => string.Join(' ', Words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The term that a text names.</summary>
    public static Term Of(string text) =>
        text.Contains('_', StringComparison.Ordinal) ? Of(SplitWords(text).Select(word => Singular.Of(word.ToLowerInvariant()))) : Of(SplitWords(text));

    /// <summary>The term of some words. Only the last is made singular, as in <c>sales stages</c>.</summary>
    public static Term Of(IEnumerable<string> words)
    {
        var all = words.Select(word => word.ToLowerInvariant()).ToArray();
        if (all.Length == 0)
        {
            return None;
        }
        all[^1] = Singular.Of(all[^1]);
        return new Term(string.Join(' ', all));
    }

    /// <summary>The words of a name, however they are joined; what stands before an underscore and a capital is the name of a module.</summary>
    public static List<string> SplitWords(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (!char.IsLetterOrDigit(letter))
            {
                if (letter == '_' && words.Count == 0 && word.Length is > 0 and <= 5 && at + 1 < text.Length && char.IsUpper(text[at + 1]) && !char.IsUpper(word[0]))
                {
                    word.Clear();
                }
                Flush();
                continue;
            }
            if (word.Length > 0 && char.IsUpper(letter) && (char.IsLower(text[at - 1]) || (char.IsUpper(text[at - 1]) && at + 2 < text.Length && char.IsLower(text[at + 1]) && char.IsLower(text[at + 2]))))
            {
                Flush();
            }
            word.Append(letter);
        }
        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }
}
