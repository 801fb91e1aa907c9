using System.Buffers;

namespace Archiet.Draft.Prose;

/// <summary>
/// Secrets as people write them to each other: <c>Password for staging: ...</c>, <c>Login: admin / ...</c>, <c>the API key ...</c>. On a line that speaks of one, a word that nobody says is taken for it.
/// A document without a requirement is better than a secret on somebody else's machine.
/// </summary>
internal static class SpokenSecrets
{
    private const int ShortestAfterSign = 6;
    private const int ShortestAnywhere = 8;
    private const int ShortestOfTwoKinds = 16;
    private const int FewestDigits = 4;
    private const int FewestTurns = 3;
    private const string Marks = "!@#$%^&*+~?";

    private static readonly string[] Subjects = ["password", "passphrase", "passcode", "passwd", "credential", "api key", "api-key", "access key", "secret", "token", "login", "log in"];

    private static readonly SearchValues<string> Subject = SearchValues.Create(Subjects, StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\n\"'`,;=|<>()[]{}");

    /// <summary>All of them in a text whose lines end with <c>\n</c>.</summary>
    public static IEnumerable<SecretSpan> FindIn(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            var subject = text.AsSpan(start, end - start).IndexOfAny(Subject);
            for (var at = subject < 0 ? end : start + subject; at < end;)
            {
                var next = text.AsSpan(at, end - at).IndexOfAny(WordEnds);
                var wordEnd = next < 0 ? end : at + next;
                if (SecretAt(text, start, at, wordEnd) is { } span)
                {
                    yield return span;
                }
                at = wordEnd + 1;
            }
            start = end + 1;
        }
    }

    private static SecretSpan? SecretAt(string text, int line, int from, int to)
    {
        var word = text.AsSpan(from, to - from).TrimEnd(".:*_");
        return IsSecret(word, IsAfterSign(text.AsSpan(line, from - line))) ? new SecretSpan(from, from + word.Length, "secret in a sentence") : null;
    }

    /// <summary>Whether the words before end as those do that a value follows.</summary>
    private static bool IsAfterSign(ReadOnlySpan<char> before)
    {
        var words = before.TrimEnd(" \t\"'`*_");
        return words.EndsWith(":") || words.EndsWith(" /") || words.EndsWith("=") || words.EndsWith(" is", StringComparison.OrdinalIgnoreCase) || words.EndsWith(" was", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsSecret(ReadOnlySpan<char> word, bool isAfterSign)
    {
        var kinds = Kinds.Of(word);
        if (word.Length < ShortestAfterSign || kinds.IsName || SecretAssignments.IsDescription(word.ToString()) || Guid.TryParse(word, out _))
        {
            return false;
        }
        return (isAfterSign && kinds.Digits > 0 && kinds.Letters > 0)
            || (word.Length >= ShortestAnywhere && kinds is { Digits: > 0, HasLower: true, HasUpper: true } && (kinds.HasMark || kinds.Turns >= FewestTurns))
            || (word.Length >= ShortestOfTwoKinds && kinds.Digits >= FewestDigits && kinds.Turns >= FewestTurns);
    }

    /// <summary>What a word is made of.</summary>
    /// <param name="Turns">How often letters and digits follow each other.</param>
    /// <param name="IsName">Whether it is an address, a file, a version or a name in several parts: letters with hyphens, dots or slashes between them.</param>
    private readonly record struct Kinds(int Letters, int Digits, bool HasLower, bool HasUpper, bool HasMark, int Turns, bool IsName)
    {
        public static Kinds Of(ReadOnlySpan<char> word)
        {
            var (letters, digits, turns, last) = (0, 0, 0, 'x');
            var (lower, upper, mark, parts) = (false, false, false, false);
            foreach (var letter in word)
            {
                var kind = char.IsAsciiDigit(letter) ? '0' : char.IsLetter(letter) ? 'a' : ' ';
                turns += last is '0' or 'a' && kind is '0' or 'a' && kind != last ? 1 : 0;
                last = kind;
                letters += kind == 'a' ? 1 : 0;
                digits += kind == '0' ? 1 : 0;
                lower |= char.IsLower(letter);
                upper |= char.IsUpper(letter);
                mark |= Marks.Contains(letter, StringComparison.Ordinal);
                parts |= letter is '-' or '.' or '/' or ':' or '\\' or '…';
            }
            return new(letters, digits, lower, upper, mark, turns, parts && !mark);
        }
    }
}
