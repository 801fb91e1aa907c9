namespace Archiet.Analyzers.Secrets;

/// <summary>Hashes of passwords, which say by their first characters what they are.</summary>
internal static class Hashes
{
    private const int IdentityLength = 84;

    /// <summary>A zero, 16 bytes of salt and 32 of the derived key, in base64.</summary>
    private const int OldIdentityLength = 68;

    /// <summary>The lengths of digests, in bytes.</summary>
    private static readonly HashSet<int> Digests = [16, 20, 32, 48, 64];

    private static readonly string[] Starts =
        ["$2a$", "$2b$", "$2y$", "$argon2", "$pbkdf2", "$scrypt$", "$5$", "$6$", "$1$", "pbkdf2_", "pbkdf2:", "{SSHA", "{SHA", "{MD5}", "sha256:", "sha512:", "SCRAM-SHA-", "scrypt:", "bcrypt"];

    /// <summary>Whether a value is the hash of a password.</summary>
    public static bool Is(string value) => Array.Exists(Starts, start => value.StartsWith(start, StringComparison.Ordinal))
        || (value.Length >= IdentityLength - 20 && value.StartsWith("AQAAAA", StringComparison.Ordinal))
        || IsOfOldIdentity(value)
        || (value.StartsWith("md5", StringComparison.Ordinal) && value.Length == 35);

    /// <summary>Whether a value is as long as what MD5, a SHA or a derivation of keys gives, in hex or base64. A key may be, too: only a name can say which it is.</summary>
    public static bool IsDigest(string value) => (value.Length % 2 == 0 && Digests.Contains(value.Length / 2) && value.All(Uri.IsHexDigit)) || Digests.Contains(BytesOfBase64(value));

    /// <summary>How many bytes a value has if it is base64; 0 where it is not.</summary>
    private static int BytesOfBase64(string value)
    {
        var padding = value.EndsWith("==", StringComparison.Ordinal) ? 2 : value.EndsWith("=", StringComparison.Ordinal) ? 1 : 0;
        return value.Length % 4 == 0 && value.Take(value.Length - padding).All(IsOfBase64) ? (value.Length / 4 * 3) - padding : 0;
    }

    private static bool IsOfBase64(char letter) => letter is '+' or '/' || (letter < 128 && char.IsLetterOrDigit(letter));

    /// <summary>The format of ASP.NET Identity 2, which later ones still read. Its first byte is zero; of 256 keys of that length drawn at random one has it, too.</summary>
    private static bool IsOfOldIdentity(string value) => value.Length == OldIdentityLength
        && value[0] == 'A'
        && value[1] is >= 'A' and <= 'P'
        && value.EndsWith("==", StringComparison.Ordinal)
        && value.Take(OldIdentityLength - 2).All(IsOfBase64);
}
