namespace Archiet.Analyzers.Secrets;

/// <summary>Tells what a value is that stands under a secret's name.</summary>
internal static class ValueClasses
{
    private const int ShortestPassword = 4;
    private const int ShortestKey = 12;

    /// <summary>The class of a value under a name of a kind.</summary>
    public static ValueClass Of(string value, SecretName name)
    {
        return value.Length < (name is SecretName.Key ? ShortestKey : ShortestPassword) ? ValueClass.Short
            : Placeholder.Is(value) || Placeholder.HasHole(value) ? ValueClass.Placeholder
            : VaultReference.Is(value) ? ValueClass.Reference
            : PublicKeys.Is(value) ? ValueClass.PublicKey
            : Hashes.Is(value) || (name is SecretName.Hashed && Hashes.IsDigest(value)) ? ValueClass.Hash
            : IsLocation(value) ? ValueClass.Location
            : IsIdentifier(value) ? ValueClass.Identifier
            : IsSentence(value, name) ? ValueClass.Sentence
            : IsFormat(value) ? ValueClass.Format
            : name is not SecretName.Passphrase && Naming.IsName(value) ? ValueClass.Name
            : IsSample(value, name) ? ValueClass.Sample
            : name is SecretName.Key or SecretName.Hashed && !LooksDrawn(value) ? ValueClass.Name
            : ValueClass.Secret;
    }

    /// <summary>The class of a value that is handed to what only takes secrets: there a name or a word is a secret, too.</summary>
    public static ValueClass OfCredential(string value) => value.Length < ShortestPassword ? ValueClass.Short
        : Placeholder.Is(value) || Placeholder.HasHole(value) ? ValueClass.Placeholder
        : VaultReference.Is(value) ? ValueClass.Reference
        : PublicKeys.Is(value) ? ValueClass.PublicKey
        : IsSample(value, SecretName.Password) ? ValueClass.Sample
        : ValueClass.Secret;

    private static bool IsSample(string value, SecretName name) =>
        Samples.IsPublished(value) || Samples.IsTestData(value) || (name is SecretName.Key or SecretName.Hashed && Samples.LooksMadeUp(value, 0));

    /// <summary>Letters and digits, as random text has them: no run of small letters only.</summary>
    private static bool LooksDrawn(string value) => value.Any(char.IsDigit) && value.Any(char.IsLetter) && value.IndexOf(' ') < 0;

    private static bool IsLocation(string value) => value.IndexOf("://", StringComparison.Ordinal) > 0
        || value.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) && value.IndexOf(':', 4) > 4
        || value.StartsWith("/", StringComparison.Ordinal) && value.IndexOf('/', 1) > 0 && !Samples.IsMixed(value)
        || value.StartsWith("./", StringComparison.Ordinal)
        || value.StartsWith("~/", StringComparison.Ordinal)
        || value.Length > 2 && value[1] == ':' && value[2] is '\\' or '/'
        || value.StartsWith(@"\\", StringComparison.Ordinal);

    private static bool IsIdentifier(string value) => Guid.TryParse(value, out _) && value.IndexOf('-') > 0
        || value.Length == 26 && value[0] <= '7' && value.All(letter => letter is (>= '0' and <= '9') or (>= 'A' and <= 'Z' and not 'I' and not 'L' and not 'O' and not 'U'));

    /// <summary>Blanks between words. A passphrase is words, too, and has nothing else.</summary>
    private static bool IsSentence(string value, SecretName name)
    {
        if (!value.Any(char.IsWhiteSpace))
        {
            return value.Any(letter => letter > 0x2E7F);
        }
        return name is not SecretName.Passphrase
            || value.Count(letter => letter == ' ') < 3
            || !value.All(letter => letter == ' ' || char.IsLower(letter));
    }

    /// <summary>A regular expression, a format of dates or numbers, a version, an alphabet.</summary>
    private static bool IsFormat(string value) => value[0] is '^' or '[' or '(' or '<' or '.' or '#' or '\\' or '?'
        || value[value.Length - 1] is ':' or '=' && value.IndexOf('=') == value.Length - 1 && value.Length < 32 && value.Take(value.Length - 1).All(letter => char.IsLetter(letter) || letter is '-' or '_' or '.' or ' ')
        || value.IndexOf("\\d", StringComparison.Ordinal) >= 0
        || value.IndexOf(".*", StringComparison.Ordinal) >= 0
        || value.IndexOf("abcdefg", StringComparison.OrdinalIgnoreCase) >= 0
        || value.All(letter => char.IsDigit(letter) || letter is '.' or ':' or '-' or '/' or 'T' or 'Z') && value.Any(letter => letter is '.' or ':' or '-' or '/')
        || value.All(char.IsPunctuation);
}
