namespace Archiet.Analyzers.Secrets;

/// <summary>Hashes of passwords, which say by their first characters what they are.</summary>
internal static class Hashes
{
    private const int IdentityLength = 84;

    private static readonly string[] Starts =
        ["$2a$", "$2b$", "$2y$", "$argon2", "$pbkdf2", "$scrypt$", "$5$", "$6$", "$1$", "pbkdf2_", "pbkdf2:", "{SSHA", "{SHA", "{MD5}", "sha256:", "sha512:", "SCRAM-SHA-", "scrypt:", "bcrypt"];

    /// <summary>Whether a value is the hash of a password.</summary>
    public static bool Is(string value) => Array.Exists(Starts, start => value.StartsWith(start, StringComparison.Ordinal))
        || (value.Length >= IdentityLength - 20 && value.StartsWith("AQAAAA", StringComparison.Ordinal))
        || (value.StartsWith("md5", StringComparison.Ordinal) && value.Length == 35);
}
