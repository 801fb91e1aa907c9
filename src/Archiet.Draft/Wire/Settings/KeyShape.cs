using System.Text.RegularExpressions;
using Archiet.Draft.Prose;

namespace Archiet.Draft.Wire.Settings;

/// <summary>What a key looks like to somebody who is not told: what prose is relieved of, the commonest prefix with anything behind it, or a long run of mixed letters and digits.</summary>
internal static partial class KeyShape
{
    /// <summary>Whether a text holds something that looks like a key.</summary>
    public static bool Matches(string text) => SecretTokens.FindIn(text).Any() || Prefixed().IsMatch(text) || AnyIsMixed(text, Runs().EnumerateMatches(text));

    /// <summary>Names, paths and hashes are of one case, or have few digits; a key has many of all three.</summary>
    private static bool AnyIsMixed(string text, Regex.ValueMatchEnumerator runs)
    {
        foreach (var run in runs)
        {
            var part = text.AsSpan(run.Index, run.Length);
            if (Count(part, char.IsAsciiDigit) >= 4 && Count(part, char.IsAsciiLetterLower) >= 4 && Count(part, char.IsAsciiLetterUpper) >= 4)
            {
                return true;
            }
        }
        return false;
    }

    private static int Count(ReadOnlySpan<char> text, Func<char, bool> kind)
    {
        var count = 0;
        foreach (var character in text)
        {
            count += kind(character) ? 1 : 0;
        }
        return count;
    }

    [GeneratedRegex("(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{8,}")]
    private static partial Regex Prefixed();

    [GeneratedRegex("[A-Za-z0-9_-]{32,}")]
    private static partial Regex Runs();
}
