using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Archiet.Analyzers.Secrets;

/// <summary>Values that look like secrets and are none: those that documentation prints, and those that people type to fill a place.</summary>
internal static class Samples
{
    /// <summary>Below this many bits a character, a text was typed or drawn by hand. (Random hex has about 3.6 over 32 characters.)</summary>
    private const double EntropyFloor = 2.8;

    /// <summary>
    /// The first eight bytes of the SHA-256 of published values, in hex, so that this file holds nothing that other scanners would find: the keys that
    /// Firebase's and Stripe's samples carry, and the fixed keys of Azure's storage and Cosmos DB emulators.
    /// </summary>
    private static readonly HashSet<string> Published =
    [
        "f56e323494a6ffc2", "2037abcaffb2b777", "3f370c9dd8225c63", "e4a5542bb7fd7b67", "a19f89ab3555eac1", "0b476bdf9acf2123", "eb540d2b6ee2a0a4",
        "37f8f09bdf12c2f2", "8731261cb72d8626", "49f777db995e8260", "27a9a42931dff7eb", "dc0fcf046c61640c", "4c98242dcadc8b29", "ea9bb1082cf95663",
        "3a8b61d0f636b007", "a6c814bc555ae62c", "2cafc0970149a84f", "f2d6ca16515033e5", "7e8de44ea9ecf6d5", "0011cc25eb432071", "aa6547439583c3a2",
    ];

    /// <summary>Words that no provider draws: seven letters come up by chance once in some billions of tokens.</summary>
    private static readonly string[] Words =
        ["example", "placeholder", "changeme", "redacted", "yourtoken", "yourkey", "your-", "your_", "dummy", "sample", "insert", "notreal", "12345678", "abcdefgh", "01234567"];

    /// <summary>Words by which people mark what is not meant.</summary>
    private static readonly HashSet<string> TestWords = new(StringComparer.Ordinal)
    {
        "test", "tests", "testing", "tester", "unittest", "fake", "mock", "foo", "bar", "baz", "foobar", "demo", "fixture", "stub", "bogus", "invalid", "wrong", "fail", "failing", "expired",
        "nope", "lorem", "ipsum", "blah", "qwerty", "asdf", "anything", "whatever",
    };

    /// <summary>Whether a value is printed in a provider's own documentation or samples.</summary>
    public static bool IsPublished(string value)
    {
        using var sha = SHA256.Create();
        var digest = sha.ComputeHash(Encoding.UTF8.GetBytes(value));
        return Published.Contains(string.Concat(digest.Take(8).Select(part => part.ToString("x2", CultureInfo.InvariantCulture))));
    }

    /// <summary>Whether the part of a token after its mark was typed by a person rather than drawn by a machine.</summary>
    public static bool LooksMadeUp(string token, int from) =>
        Words.Any(word => token.IndexOf(word, from, StringComparison.OrdinalIgnoreCase) >= 0) || HasRun(token, from, 6) || Entropy(token, from) < EntropyFloor;

    /// <summary>Whether a value says of itself that it stands in for another.</summary>
    public static bool IsTestData(string value)
    {
        var words = Analyzers.Words.Of(value);
        return words.Exists(TestWords.Contains) || Words.Any(word => value.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    /// <summary>Whether a value has small letters, capitals and digits, as long random ones do.</summary>
    public static bool IsMixed(string value) => value.Any(char.IsDigit) && value.Any(char.IsUpper) && value.Any(char.IsLower);

    private static bool HasRun(string text, int from, int length)
    {
        var run = 1;
        for (var at = from + 1; at < text.Length; at++)
        {
            run = text[at] == text[at - 1] ? run + 1 : 1;
            if (run == length)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Shannon's entropy in bits a character.</summary>
    public static double Entropy(string text, int from)
    {
        var length = text.Length - from;
        return text.Skip(from).GroupBy(letter => letter).Select(group => (double)group.Count() / length).Sum(share => -share * Math.Log(share, 2));
    }
}
