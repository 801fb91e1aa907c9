using System.Text.RegularExpressions;

namespace Archiet.Draft.Rules.Structure;

/// <summary>Short words and what they stand for, where the document says it in brackets.</summary>
internal static partial class Acronyms
{
    /// <summary>Those of some texts.</summary>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<string> texts)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var match in texts.SelectMany(text => Said().Matches(text)))
        {
            var words = match.Groups[1].Value.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
            var acronym = match.Groups[2].Value;
            if (words.Length >= acronym.Length)
            {
                var last = words[^acronym.Length..];
                if (last.Zip(acronym, (word, letter) => char.ToUpperInvariant(word[0]) == letter).All(same => same))
                {
                    known.TryAdd(acronym, string.Join(' ', last));
                }
            }
        }
        return known;
    }

    [GeneratedRegex(@"((?:[A-Za-z][A-Za-z]+[ \-]){1,5})\(([A-Z]{2,5})s?\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Said();
}
