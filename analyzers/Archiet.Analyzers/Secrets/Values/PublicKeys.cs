namespace Archiet.Analyzers.Secrets;

/// <summary>Values that their owners publish.</summary>
internal static class PublicKeys
{
    private static readonly string[] Starts =
    [
        "-----BEGIN PUBLIC", "-----BEGIN CERTIFICATE", "-----BEGIN RSA PUBLIC", "-----BEGIN PGP PUBLIC", "-----BEGIN EC PUBLIC", "-----BEGIN X509", "ssh-rsa ", "ssh-ed25519 ", "ssh-dss ", "ecdsa-sha2-",
        "pk_live_", "pk_test_", "pk-lf-", "pk.eyJ", "age1", "data:", "sha256-", "sha384-", "sha512-", "InstrumentationKey=", "UA-", "G-", "AC",
    ];

    /// <summary>How the base64 of a public key or of a certificate starts.</summary>
    private static readonly string[] EncodedStarts = ["MIIBIjANBgkqhki", "MIGfMA0GCSqGSIb3", "MFkwEwYHKoZIzj0", "MIICIjANBgkqhki", "MCowBQYDK2Vw", "MHYwEAYHKoZIzj0", "AAAAB3NzaC1yc2E", "AAAAC3NzaC1lZDI1"];

    private const int StrongNameToken = 16;
    private const int AccountId = 34;

    /// <summary>Whether a value is a public key, a certificate, a publishable key or an integrity hash.</summary>
    public static bool Is(string value) => Array.Exists(Starts, start => value.StartsWith(start, StringComparison.Ordinal) && IsWhole(start, value))
        || Array.Exists(EncodedStarts, start => value.StartsWith(start, StringComparison.Ordinal))
        || value.StartsWith("00240000", StringComparison.Ordinal)
        || (value.Length == StrongNameToken && value.All(CharClass.Named('x').Has));

    /// <summary>Short beginnings count only with the rest of their form.</summary>
    private static bool IsWhole(string start, string value) => start switch
    {
        "AC" => value.Length == AccountId && value.Skip(2).All(CharClass.Named('x').Has),
        "G-" => value.Length == 12 && value.Skip(2).All(CharClass.Named('A').Has),
        "UA-" => value.Skip(3).All(letter => char.IsDigit(letter) || letter == '-'),
        _ => true,
    };
}
