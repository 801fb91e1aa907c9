using System.Security.Cryptography;
using System.Text;

namespace Archiet.Analyzers.Tests.Secrets;

/// <summary>Keys made when the tests run, so that no file of ours holds one.</summary>
internal static class KeyTexts
{
    private static readonly RSA Rsa = RSA.Create(2048);

    public static string Pkcs8 { get; } = Rsa.ExportPkcs8PrivateKeyPem();

    public static string Pkcs1 { get; } = Rsa.ExportRSAPrivateKeyPem();

    public static string Encrypted { get; } = Rsa.ExportEncryptedPkcs8PrivateKeyPem("made up", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1_000));

    public static string Elliptic { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256).ExportECPrivateKeyPem();

    public static string PublicPem { get; } = Rsa.ExportSubjectPublicKeyInfoPem();

    public static string Age => "AGE-SECRET-" + "KEY-1GQ9778VQXMMJVE8SK7J6VT8UJ4HDQAJUVSFCWCM02D8GEWQ72PVQ2Y5J33";

    public static string Putty => "PuTTY-User-Key-" + "File-3: ssh-ed25519\nEncryption: none\nPrivate-" + "Lines: 1\nAAAAIGq0mVt1Yl3CkL8pWv2dRjT9sXzB4nQyHfU6eKoPaM7c\n";

    /// <summary>PKCS#12 with a key, as a program that exports one has it.</summary>
    public static string Bundle()
    {
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=made", Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return Convert.ToBase64String(certificate.Export(System.Security.Cryptography.X509Certificates.X509ContentType.Pkcs12, "made up"));
    }

    /// <summary>A token with these claims.</summary>
    public static string Jwt(string claims = """{"sub":"8d1c","role":"admin"}""", string algorithm = "HS256")
    {
        var head = Part(Encoding.UTF8.GetBytes($$"""{"alg":"{{algorithm}}","typ":"JWT"}""")) + "." + Part(Encoding.UTF8.GetBytes(claims));
        return head + "." + Part(HMACSHA256.HashData("made up"u8, Encoding.UTF8.GetBytes(head)));
    }

    /// <summary>The key as the JSON of a service account has it.</summary>
    public static string ServiceAccount => $$"""{"type":"service_account","private_key":"{{Pkcs8.Replace("\n", "\\n", StringComparison.Ordinal)}}","client_x509_cert_url":"https://host/x509"}""";

    private static string Part(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
