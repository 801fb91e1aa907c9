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
    private static bool IsScrambled(string value, List<string> words)
    {
        var count = words.Count - (EndsWithVersion(value, words) ? 2 : 0);
        return value.Length >= 12 && words.Take(count).Count(word => word.Length <= 2) * 2 > count && words.Count > 3;
    }

    /// <summary>Names of what is kept, sent or called end with <c>.v1</c>, <c>-v2</c>, <c>/v12</c>.</summary>
    private static bool EndsWithVersion(string value, List<string> words) => words is [_, .., "v", var number]
        && number.All(char.IsDigit)
        && value.Length > number.Length + 1
        && value[value.Length - number.Length - 2] is '.' or '-' or '_' or ':' or '/';
}
