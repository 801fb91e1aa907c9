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
    public static Secret? Find(string name, string value)
    {
        var known = KnownName.Of(name);
        return !IsSecret(known.Kind, known.HasContext && !known.IsPublic, value) ? null
            : new Secret(0, value.Length, known.Kind is SecretName.None ? $"drawn at random, under the name '{name}'" : $"the value of '{name}'");
    }

    /// <summary>Whether a value is a secret under a name.</summary>
    /// <param name="kind">What the name says of it.</param>
    /// <param name="hasContext">Where the name says nothing: whether a word of it gives the value a meaning.</param>
    /// <param name="value">The value.</param>
    public static bool IsSecret(SecretName kind, bool hasContext, string value) => kind is SecretName.None
        ? hasContext && IsDrawn(value)
        : ValueClasses.Of(value, kind) is ValueClass.Secret && IsStrongEnough(value, kind);

    /// <summary>Whether one of a name's words gives a value the meaning of a secret.</summary>
    public static bool HasContext(List<string> words) => words.Exists(Context.Contains);

    /// <summary>Whether one of a name's words says that the value is derived from a secret, or public.</summary>
    public static bool IsPublic(List<string> words) => words.Exists(Public.Contains);

    /// <summary>Whether a value that looks as a secret does is one under such a name. People choose passwords of words and digits; a machine draws keys.</summary>
    private static bool IsStrongEnough(string value, SecretName kind) => kind switch
    {
        SecretName.Password or SecretName.Hashed => value.Any(char.IsDigit) || value.Any(letter => !char.IsLetterOrDigit(letter)),
        SecretName.Key => Samples.Entropy(value, 0) >= (value.Length < ShortestDrawn ? 2.8 : 3.0),
        _ => true,
    };

    /// <summary>Entropy counts for nothing that could be a hash, an identifier or a name.</summary>
    private static bool IsDrawn(string value) => value.Length is >= ShortestDrawn and <= LongestDrawn
        && value.All(letter => CharClass.IsAlphanumeric(letter) || letter is '+' or '/' or '=' or '-' or '_')
        && Samples.IsMixed(value)
        && Samples.Entropy(value, 0) >= EntropyOfDrawn
        && ValueClasses.Of(value, SecretName.Key) is ValueClass.Secret;
}
