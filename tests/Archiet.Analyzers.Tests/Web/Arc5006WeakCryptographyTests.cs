using Archiet.Analyzers.Web;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Web;

public sealed class Arc5006WeakCryptographyTests
{
    private const string Id = "ARC5006";

    [TestCase("using var it = DES.[|Create|]();")]
    [TestCase("using var it = TripleDES.[|Create|]();")]
    [TestCase("using var it = RC2.[|Create|]();")]
    [TestCase("using var it = [|new TripleDESCryptoServiceProvider()|];")]
    [TestCase("using var it = Aes.Create(); it.Mode = [|CipherMode.ECB|];")]
    [TestCase("using var it = Aes.Create(); it.[|EncryptEcb|]([], PaddingMode.PKCS7);")]
    [TestCase("var mode = [|CipherMode.ECB|]; using var it = Aes.Create(); it.Mode = mode;")]
    [TestCase("using var it = RSA.[|Create|](1024);")]
    [TestCase("using var it = [|new RSACryptoServiceProvider(512)|];")]
    [TestCase("using var it = RSA.Create(); it.[|SignData|](new byte[1], HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);")]
    [TestCase("using var it = RSA.Create(); it.[|SignHash|](new byte[1], HashAlgorithmName.MD5, RSASignaturePadding.Pkcs1);")]
    [TestCase("using var it = ECDsa.Create(); it.[|SignData|](new byte[1], HashAlgorithmName.SHA1);")]
    [TestCase("_ = Rfc2898DeriveBytes.[|Pbkdf2|](name, new byte[16], 1000, HashAlgorithmName.SHA512, 32);")]
    [TestCase("_ = Rfc2898DeriveBytes.[|Pbkdf2|](name, new byte[16], 600_000, HashAlgorithmName.SHA1, 32);")]
    [TestCase("using var it = [|new Rfc2898DeriveBytes(name, new byte[16], 10_000, HashAlgorithmName.SHA256)|];")]
    [TestCase("var options = new System.Net.Security.SslClientAuthenticationOptions { EnabledSslProtocols = [|System.Security.Authentication.SslProtocols.Tls11|] | System.Security.Authentication.SslProtocols.Tls12 };")]
    [TestCase("using var it = new HttpClientHandler { SslProtocols = [|System.Security.Authentication.SslProtocols.Tls|] };")]
    [TestCase("System.Net.ServicePointManager.SecurityProtocol = [|System.Net.SecurityProtocolType.Tls11|];")]
    public void It_protects_nothing(string code) => Verify(code);

    [TestCase("using var it = Aes.Create();")]
    [TestCase("using var it = new AesGcm(new byte[32], 16);")]
    [TestCase("using var it = Aes.Create(); it.Mode = CipherMode.CBC;")]
    [TestCase("using var it = Aes.Create(); if (it.Mode == CipherMode.ECB) { throw new InvalidOperationException(); }")]
    [TestCase("using var it = Aes.Create(); it.DecryptEcb([], PaddingMode.PKCS7);")]
    [TestCase("using var it = RSA.Create(2048);")]
    [TestCase("using var it = RSA.Create();")]
    [TestCase("using var it = RSA.Create(); it.VerifyData(new byte[1], new byte[1], HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);")]
    [TestCase("using var it = RSA.Create(); it.SignData(new byte[1], HashAlgorithmName.SHA256, RSASignaturePadding.Pss);")]
    [TestCase("_ = Rfc2898DeriveBytes.Pbkdf2(name, new byte[16], 210_000, HashAlgorithmName.SHA512, 32);")]
    [TestCase("_ = new byte[32].SequenceEqual(Rfc2898DeriveBytes.Pbkdf2(name, new byte[16], 1000, HashAlgorithmName.SHA1, 32));")]
    [TestCase("_ = CryptographicOperations.FixedTimeEquals(new byte[32], Rfc2898DeriveBytes.Pbkdf2(name, new byte[16], 1000, HashAlgorithmName.SHA1, 32));")]
    [TestCase("_ = MD5.HashData(new byte[1]);")]
    [TestCase("_ = SHA1.HashData(new byte[1]);")]
    [TestCase("_ = HashAlgorithmName.MD5;")]
    [TestCase("using var it = new HttpClientHandler { SslProtocols = System.Security.Authentication.SslProtocols.None };")]
    [TestCase("using var it = new HttpClientHandler { SslProtocols = System.Security.Authentication.SslProtocols.Tls13 };")]
    [TestCase("var protocols = System.Security.Authentication.SslProtocols.None; if (protocols.HasFlag(System.Security.Authentication.SslProtocols.Tls)) { throw new InvalidOperationException(); }")]
    [TestCase("var protocols = System.Security.Authentication.SslProtocols.Tls12; protocols &= ~System.Security.Authentication.SslProtocols.Tls11;")]
    [TestCase("var words = System.Security.Authentication.SslProtocols.Tls12 switch { System.Security.Authentication.SslProtocols.Tls => \"old\", _ => \"\" };")]
    public void It_does_or_protects_nothing_by_intent(string code) => Verify(code);

    private static void Verify(string code) =>
        Web.TestBody(new Arc5006WeakCryptography(), Id, code).WithSource("global using System.Security.Cryptography;", "Cryptography.cs").Verify();
}
