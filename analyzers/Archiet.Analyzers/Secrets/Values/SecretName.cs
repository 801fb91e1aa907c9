namespace Archiet.Analyzers.Secrets;

/// <summary>What a name says of the value under it.</summary>
internal enum SecretName
{
    /// <summary>Nothing of a secret.</summary>
    None,

    /// <summary>A password, which a person may have chosen.</summary>
    Password,

    /// <summary>A passphrase, which may have blanks.</summary>
    Passphrase,

    /// <summary>A secret, a token or a key, which a machine draws.</summary>
    Key,

    /// <summary>A hash of one of these, if the value is one.</summary>
    Hashed,
}

/// <summary>
/// Judges names by the noun that they end with: <c>DbPassword</c> names a password, <c>PasswordHash</c> and <c>passwordResetUrl</c> do not. It knows the words of
/// English, German, French, Spanish, Italian, Portuguese and Dutch.
/// </summary>
internal static partial class SecretNames
{
    /// <summary>A shorter name says nothing by itself.</summary>
    public const int ShortestName = 3;

    private static readonly HashSet<string> Passwords = new(StringComparer.Ordinal)
    {
        "password", "passwords", "passwd", "pwd", "passcode", "pword", "passwort", "kennwort", "motdepasse", "mdp", "contraseña", "contrasena", "senha", "wachtwoord", "parola",
    };

    private static readonly HashSet<string> Passphrases = new(StringComparer.Ordinal) { "passphrase", "mnemonic", "seedphrase" };

    private static readonly HashSet<string> Secrets = new(StringComparer.Ordinal)
    {
        "secret", "secrets", "credential", "credentials", "apikey", "accesskey", "secretkey", "signingkey", "privatekey", "encryptionkey", "clientsecret", "accesstoken", "authtoken",
        "refreshtoken", "apitoken", "geheimnis", "segredo", "secreto", "segreto", "geheim", "jeton", "clave", "pat", "bearer",
    };

    /// <summary>What makes a key one that opens something. Other keys are looked up by.</summary>
    private static readonly HashSet<string> KeyQualifiers = new(StringComparer.Ordinal)
    {
        "api", "access", "signing", "sign", "signature", "private", "secret", "encryption", "encrypt", "encrypting", "decryption", "crypto", "cryptographic", "cipher", "jwt", "auth",
        "authentication", "authorization", "master", "shared", "account", "symmetric", "hmac", "aes", "security", "subscription", "admin", "client", "app", "service", "issuer",
        "token", "webhook", "storage", "deploy", "deployment", "integration",
    };

    /// <summary>Tokens of grammars, of waiting, of paging and of forms.</summary>
    private static readonly HashSet<string> HarmlessTokens = new(StringComparer.Ordinal)
    {
        "cancellation", "cancel", "csrf", "xsrf", "antiforgery", "verification", "syntax", "lexer", "start", "end", "begin", "next", "page", "continuation", "sync", "separator",
        "delimiter", "change", "key", "concurrency", "json", "xml", "eof", "keyword", "operator", "path", "route", "stop", "open", "close", "replacement", "template", "pad", "mask",
    };

    /// <summary>What may stand after the noun without changing it.</summary>
    private static readonly HashSet<string> Trailers = new(StringComparer.Ordinal)
    {
        "value", "string", "text", "plain", "plaintext", "raw", "default", "prod", "production", "dev", "development", "staging", "stage", "live", "local", "base", "hex", "bytes",
        "old", "new", "current", "primary", "secondary", "backup", "const", "literal", "data", "utf", "array", "chars", "a", "b", "x",
    };

    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal) { "for", "of", "from", "by", "to", "with", "in", "on", "at" };

    private static readonly string[] Endings = ["password", "passwd", "passphrase", "apikey", "secretkey", "clientsecret", "accesstoken", "authtoken", "privatekey", "signingkey", "passwort"];

    /// <summary>Whether a name may say something together with the one around it that it does not say by itself: its noun, or what qualifies it, stands there.</summary>
    public static bool NeedsTheNameAround(List<string> words)
    {
        var end = EndOfNoun(words);
        return words.Exists(Prepositions.Contains)
            || (words.Count > 0 && IsAskedFor(words[0]))
            || end <= 1 && (end == 0 || Trailers.Contains(words[0]) || words[0].All(char.IsDigit) || words[0] is "key" or "keys" or "token" or "tokens" || IsEnding(words[0]));
    }

    /// <summary>What a name's words say.</summary>
    public static SecretName Judge(List<string> words)
    {
        var end = EndOfNoun(words);
        var kind = end == 0 || IsAskedFor(words[0]) ? SecretName.None : Judge(words, end - 1);
        return kind is not SecretName.None && words.IndexOf("hashed", 0, end) >= 0 ? SecretName.Hashed : kind;
    }

    /// <summary>Where the noun ends: before a preposition, and before what changes nothing about it.</summary>
    private static int EndOfNoun(List<string> words)
    {
        var preposition = words.FindIndex(Prepositions.Contains);
        var end = preposition > 0 ? preposition : words.Count;
        while (end > 1 && (Trailers.Contains(words[end - 1]) || words[end - 1].All(char.IsDigit)))
        {
            end--;
        }
        return end;
    }

    /// <summary>Whether a word is the second half of one of those that are written in two.</summary>
    private static bool IsEnding(string word) => word is "phrase" or "passe" || Passwords.Any(whole => whole.EndsWith(word, StringComparison.Ordinal));

    /// <summary>A method or a flag that starts with a verb speaks about the secret.</summary>
    private static bool IsAskedFor(string first) => first is "is" or "has" or "no" or "use" or "uses" or "require" or "requires" or "invalid" or "missing" or "wrong" or "forgot" or "show" or "hide";

    private static SecretName Judge(List<string> words, int head)
    {
        var (noun, before) = (words[head], head > 0 ? words[head - 1] : "");
        var joined = before + noun;
        return Passwords.Contains(noun) ? SecretName.Password
            : Passphrases.Contains(noun) || joined is "seedphrase" or "recoveryphrase" ? SecretName.Passphrase
            : joined is "depasse" || Passwords.Contains(joined) ? SecretName.Password
            : noun is "key" or "keys" ? (KeyQualifiers.Contains(before) ? SecretName.Key : SecretName.None)
            : noun is "token" or "tokens" ? (HarmlessTokens.Contains(before) ? SecretName.None : SecretName.Key)
            : Secrets.Contains(noun) ? SecretName.Key
            : Array.Find(Endings, ending => noun.EndsWith(ending, StringComparison.Ordinal)) is { } found ? OfEnding(found)
            : SecretName.None;
    }

    private static SecretName OfEnding(string ending) => ending is "passphrase" ? SecretName.Passphrase : ending.StartsWith("passw", StringComparison.Ordinal) ? SecretName.Password : SecretName.Key;
}
