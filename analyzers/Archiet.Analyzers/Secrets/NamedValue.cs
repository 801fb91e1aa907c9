namespace Archiet.Analyzers.Secrets;

/// <summary>A value under a name: in code a member, a parameter or a key, in a file an entry.</summary>
internal static class NamedValue
{
    private const int ShortestDrawn = 20;
    private const int LongestDrawn = 128;
    private const double EntropyOfDrawn = 4.0;

    /// <summary>Words that give a value context when the name ends with another.</summary>
    private static readonly HashSet<string> Context = new(StringComparer.Ordinal) { "secret", "token", "apikey", "password", "passwd", "pwd", "credential", "credentials", "auth", "bearer" };

    /// <summary>Words that say that the value is derived from a secret, or public.</summary>
    private static readonly HashSet<string> Public = new(StringComparer.Ordinal)
    {
        "hash", "hashed", "salt", "public", "thumbprint", "fingerprint", "checksum", "digest", "signature", "etag", "id", "ids", "nonce", "iv", "cert", "certificate", "name", "names", "url", "uri",
        "endpoint", "path", "pattern", "regex", "format", "type", "integrity", "sample", "example", "encrypted", "protected", "cipher", "alphabet", "characters", "charset", "chars", "header", "claim", "expected",
        "version", "policy", "scheme", "separator", "prefix", "suffix", "label", "message", "description", "title", "placeholder", "hint", "text", "json", "xml", "test", "fake",
        "cancellation", "cancel", "csrf", "xsrf", "antiforgery", "verification", "syntax", "continuation", "page", "paging", "next", "sync", "concurrency", "change", "partition",
    };

    /// <summary>The secret that a value is under a name, or null.</summary>
    public static Secret? Find(string name, string value) => SecretNames.Of(name) switch
    {
        SecretName.None => IsDrawnInContext(name, value) ? new Secret(0, value.Length, $"drawn at random, under the name '{name}'") : null,
        var kind => ValueClasses.Of(value, kind) is ValueClass.Secret && IsStrongEnough(value, kind) ? new Secret(0, value.Length, $"the value of '{name}'") : null,
    };

    /// <summary>Whether a value that looks as a secret does is one under such a name. People choose passwords of words and digits; a machine draws keys.</summary>
    private static bool IsStrongEnough(string value, SecretName kind) => kind switch
    {
        SecretName.Password => value.Any(char.IsDigit) || value.Any(letter => !char.IsLetterOrDigit(letter)),
        SecretName.Key => Samples.Entropy(value, 0) >= (value.Length < ShortestDrawn ? 2.8 : 3.0),
        _ => true,
    };

    /// <summary>Entropy counts only beside a word that gives it a meaning, and for nothing that could be a hash, an identifier or a name.</summary>
    private static bool IsDrawnInContext(string name, string value)
    {
        if (value.Length is < ShortestDrawn or > LongestDrawn || !value.All(letter => CharClass.IsAlphanumeric(letter) || letter is '+' or '/' or '=' or '-' or '_'))
        {
            return false;
        }
        var words = Words.Of(name);
        return words.Exists(Context.Contains)
            && !words.Exists(Public.Contains)
            && Samples.IsMixed(value)
            && Samples.Entropy(value, 0) >= EntropyOfDrawn
            && ValueClasses.Of(value, SecretName.Key) is ValueClass.Secret;
    }
}
