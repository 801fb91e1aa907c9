using System.Collections.Immutable;

namespace Archiet.Analyzers;

/// <summary>A name taken apart into its words, by capital letters, digits and signs: <c>AccessToken2</c>, <c>access_token</c> and <c>access-token</c> are the same two.</summary>
internal static class Words
{
    /// <summary>The words of a name, in lower case. An abbreviation in capitals is one word: <c>JWTToken</c> is jwt and token.</summary>
    public static ImmutableArray<string> Of(string name)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || IsBoundary(name, i))
            {
                if (char.IsLetter(name[start]))
                {
                    words.Add(name.Substring(start, i - start).ToLowerInvariant());
                }
                start = i;
            }
        }
        return words.ToImmutable();
    }

    private static bool IsBoundary(string name, int at)
    {
        char before = name[at - 1], here = name[at];
        return char.IsLetter(before) != char.IsLetter(here)
            || (char.IsLower(before) && char.IsUpper(here))
            || (char.IsUpper(before) && char.IsUpper(here) && at + 1 < name.Length && char.IsLower(name[at + 1]))
            || !char.IsLetter(here);
    }
}
