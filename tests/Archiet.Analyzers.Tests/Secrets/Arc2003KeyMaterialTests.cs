using Archiet.Analyzers.Secrets;
using Archiet.Testing.Analyzers;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Secrets;

public sealed class Arc2003KeyMaterialTests
{
    private static IEnumerable<TestCaseData> Keys =>
    [
        new(KeyTexts.Pkcs8, "PEM, PRIVATE KEY"),
        new(KeyTexts.Pkcs1, "PEM, RSA PRIVATE KEY"),
        new(KeyTexts.Encrypted, "PEM, ENCRYPTED PRIVATE KEY"),
        new(KeyTexts.Elliptic, "PEM, EC PRIVATE KEY"),
        new(KeyTexts.Pkcs8.Replace("\n", "\r\n", StringComparison.Ordinal), "PEM, PRIVATE KEY"),
        new(KeyTexts.Pkcs8.Replace("\n", "\\n", StringComparison.Ordinal), "PEM, PRIVATE KEY"),
        new(KeyTexts.Pkcs1.Replace("PRIVATE KEY-----\nM", "PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nM", StringComparison.Ordinal), "PEM, RSA PRIVATE KEY"),
        new(KeyTexts.Pkcs8[..400], "PEM, PRIVATE KEY"),
        new("key: " + KeyTexts.Pkcs8 + " and more", "PEM, PRIVATE KEY"),
        new(KeyTexts.PublicPem + "\n" + KeyTexts.Elliptic, "PEM, EC PRIVATE KEY"),
        new(KeyTexts.ServiceAccount, "key of a Google service account"),
        new(KeyTexts.Bundle(), "PKCS#12 with a private key"),
        new(KeyTexts.Jwt(), "signed token (JWT)"),
        new("Bearer " + KeyTexts.Jwt(), "signed token (JWT)"),
        new(KeyTexts.Jwt("""{"sub":"1","exp":1900000000}""", "RS256"), "signed token (JWT)"),
        new(KeyTexts.Age, "age secret key"),
        new(KeyTexts.Putty, "PuTTY private key"),
    ];

    [TestCaseSource(nameof(Keys))]
    public void A_key(string text, string kind)
    {
        var found = KeyMaterial.MayHold(text) ? KeyMaterial.FindIn(text) : null;
        Assert.That(found?.Kind, Is.EqualTo(kind));
        Test($"class Code {{ string it = [|{SymbolDisplay.FormatLiteral(text, quote: true)}|]; }}");
    }

    private static IEnumerable<string> Harmless =>
    [
        KeyTexts.PublicPem,
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n{0}\n-----END PRIVATE KEY-----",
        "the file must start with -----BEGIN PRIVATE KEY----- and end with -----END PRIVATE KEY-----, as RFC 7468 says; nothing else is read from it at all",
        "-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ\n-----END CERTIFICATE-----",
        "MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJRTESMBAGA1UEChMJQmFsdGltb3JlMRMwEQYDVQQLEwpDeWJlclRydXN0MSIw",
        KeyTexts.Jwt("""{"sub":"1234567890","name":"John Doe","iat":1516239022}"""),
        KeyTexts.Jwt(algorithm: "none"),
        KeyTexts.Jwt()[..60],
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.{payload}.{signature}",
        "eyJ.eyJ.eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
        "AGE-SECRET-KEY-1",
        "AGE-SECRET-KEY-1" + new string('Q', 58),
        "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
        "PuTTY-User-Key-File-3: a key file of PuTTY starts like this, and this text is none",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGq0mVt1Yl3CkL8pWv2dRjT9sXzB4nQyHfU6eKoPaM7c me@host",
    ];

    [TestCaseSource(nameof(Harmless))]
    public void Harmless_texts(string text) => Test($"class Code {{ string it = {SymbolDisplay.FormatLiteral(text, quote: true)}; }}");

    [Test]
    public void In_pieces()
    {
        var (head, tail) = (KeyTexts.Pkcs8[..200], KeyTexts.Pkcs8[200..]);
        Test($"class Code {{ string it = [|{SymbolDisplay.FormatLiteral(head, true)} + {SymbolDisplay.FormatLiteral(tail, true)}|]; }}");
        Test($"class Code {{ string it = [|string.Concat({SymbolDisplay.FormatLiteral(KeyTexts.Age[..30], true)}, {SymbolDisplay.FormatLiteral(KeyTexts.Age[30..], true)})|]; }}");
    }

    [Test]
    public void Tests_have_keys_of_their_own() => new AnalyzerTest(new Arc2003KeyMaterial())
        .WithOption("build_property.IsTestProject", "true")
        .WithSource($"class Code {{ string it = \"{KeyTexts.Age}\"; }}")
        .Verify();

    private static void Test(string markup) =>
        new AnalyzerTest(new Arc2003KeyMaterial()).WithDefaultId("ARC2003").WithReferences(Archiet.Testing.References.FrameworkOnly).WithSource(markup).Verify();
}
