namespace Archiet.Analyzers.Secrets;

/// <summary>Values that are names: <c>X-Api-Key</c>, <c>access_token</c>, <c>Jwt:SigningKey</c>, <c>passwordField</c>, <c>oauth2</c>.</summary>
internal static class Naming
{
    /// <summary>Words of technique that have digits.</summary>
    private static readonly HashSet<string> Numbered = new(StringComparer.Ordinal)
    {
        "oauth", "base", "sha", "md", "aes", "hs", "rs", "es", "ps", "utf", "x", "p", "pkcs", "http", "ipv", "v", "version", "tls", "ssl", "hmacsha", "pbkdf", "argon", "crc", "win", "net", "id",
        "step", "level", "type", "part", "row", "item", "column", "field", "key", "token", "secret", "otp", "ed", "rsa", "int", "a",
    };

    /// <summary>Whether a value is words and nothing else, with the separators that names have.</summary>
    public static bool IsName(string value)
    {
        foreach (var letter in value)
        {
            if (!char.IsLetterOrDigit(letter) && letter is not ('-' or '_' or '.' or ':' or '/' or '@' or '+' or '|' or ',' or '*' or '='))
            {
                return false;
            }
        }
        var words = Words.Of(value);
        for (var i = 0; i < words.Count; i++)
        {
            if (!IsWord(words[i]) && !(words[i].All(char.IsDigit) && i > 0 && Numbered.Contains(words[i - 1])))
            {
                return false;
            }
        }
        return words.Count > 0 && !IsScrambled(value, words);
    }

    private static bool IsWord(string word) => word.All(char.IsLetter);

    /// <summary>Letters in such an order of large and small that no one names anything so: most of the words that it would be have one or two letters.</summary>
    private static bool IsScrambled(string value, List<string> words) => value.Length >= 12 && words.Count(word => word.Length <= 2) * 2 > words.Count && words.Count > 3;
}
