using System.Text;
using Archiet.Analyzers.Secrets;
using Archiet.Testing.Analyzers;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Secrets;

/// <summary>What takes nothing but secrets. BASIC stands for a name and a password in base64, BEARER for a token.</summary>
public sealed class Arc2005CredentialCallTests
{
    private static readonly string Basic = Convert.ToBase64String(Encoding.ASCII.GetBytes("app:Tr0ub4dor&3"));
    private static readonly string Bearer = "p7Qw2Lx9Vt4Zr8" + "Nk3Bm6Yc1";

    [TestCase("_ = new NetworkCredential(\"app\", [|\"swordfish\"|]);")]
    [TestCase("_ = new NetworkCredential { UserName = \"app\", Password = [|\"swordfish\"|] };")]
    [TestCase("_ = new Npgsql.NpgsqlConnectionStringBuilder { Password = [|\"swordfish\"|] };")]
    [TestCase("_ = new HMACSHA256([|Encoding.UTF8.GetBytes(\"swordfish\")|]);")]
    [TestCase("_ = new HMACSHA256([|\"swordfish\"u8.ToArray()|]);")]
    [TestCase("_ = HMACSHA256.HashData([|\"swordfish\"u8|], data);")]
    [TestCase("_ = new HMACSHA256([|Convert.FromBase64String(\"DPoDTSkJtMg3PRFaIYDwBQ==\")|]);")]
    [TestCase("_ = new HMACSHA256([|Convert.FromHexString(\"0cfa034d2909b4c8373d115a2180f005\")|]);")]
    [TestCase("_ = new HMACSHA256([|[12, 250, 3, 77, 41, 9, 180, 200, 55, 61, 17, 90, 33, 128, 240, 5]|]);")]
    [TestCase("using var aes = Aes.Create(); aes.Key = [|new byte[] { 12, 250, 3, 77, 41, 9, 180, 200, 55, 61, 17, 90, 33, 128, 240, 5 }|];")]
    [TestCase("using var aes = Aes.Create(); aes.Key = [|Encoding.ASCII.GetBytes(\"sixteen-byte-key\")|];")]
    [TestCase("using var aes = Aes.Create(); _ = aes.CreateEncryptor([|Encoding.ASCII.GetBytes(\"sixteen-byte-key\")|], data);")]
    [TestCase("_ = Rfc2898DeriveBytes.Pbkdf2([|\"swordfish\"|], data, 100_000, HashAlgorithmName.SHA256, 32);")]
    [TestCase("_ = X509CertificateLoader.LoadPkcs12FromFile(\"a.pfx\", [|\"swordfish\"|]);")]
    [TestCase("_ = users.CreateAsync(user, [|\"Sw0rdfish\"|]);")]
    [TestCase("_ = users.AddPasswordAsync(user, [|\"Sw0rdfish\"|]);")]
    [TestCase("_ = new AuthenticationHeaderValue(\"Basic\", [|\"BASIC\"|]);")]
    [TestCase("_ = new AuthenticationHeaderValue(\"Basic\", [|Convert.ToBase64String(Encoding.ASCII.GetBytes(\"app:Tr0ub4dor\"))|]);")]
    [TestCase("_ = new AuthenticationHeaderValue(\"Bearer\", [|\"BEARER\"|]);")]
    [TestCase("http.DefaultRequestHeaders.Add(\"Authorization\", [|\"Basic BASIC\"|]);")]
    [TestCase("http.DefaultRequestHeaders.Add(\"Authorization\", [|\"Bearer BEARER\"|]);")]
    [TestCase("http.DefaultRequestHeaders.Add(\"Authorization\", [|\"Basic \" + Convert.ToBase64String(Encoding.ASCII.GetBytes(\"app:Tr0ub4dor\"))|]);")]
    [TestCase("var curl = [|\"curl -H 'Authorization: Bearer BEARER' https://host/\"|];")]
    [TestCase("const string neutral = \"swordfish\"; _ = new NetworkCredential(\"app\", [|neutral|]);")]
    [TestCase("var neutral = \"swordfish\"; _ = new NetworkCredential(\"app\", [|neutral|]);")]
    [TestCase("_ = new NetworkCredential(\"app\", [|\"sword\" + \"fish\"|]);")]
    [TestCase("_ = new NetworkCredential(\"app\", Environment.GetEnvironmentVariable(\"PASS\") ?? [|\"swordfish\"|]);")]
    [TestCase("_ = new System.Diagnostics.ProcessStartInfo { PasswordInClearText = [|\"swordfish\"|] };")]
    public void A_credential(string statement) => Test(statement);

    [TestCase("_ = new NetworkCredential(\"app\", configuration[\"Mail:Password\"]);")]
    [TestCase("_ = new NetworkCredential(\"app\", \"\");")]
    [TestCase("_ = new NetworkCredential(\"app\", \"<password>\");")]
    [TestCase("_ = new NetworkCredential(\"app\", \"password\");")]
    [TestCase("_ = new NetworkCredential(\"app\", \"test\");")]
    [TestCase("_ = new NetworkCredential(\"swordfish\", configuration[\"x\"]);")]
    [TestCase("_ = new Npgsql.NpgsqlConnectionStringBuilder { Username = \"swordfish\" };")]
    [TestCase("_ = new HMACSHA256();")]
    [TestCase("_ = new HMACSHA256(data);")]
    [TestCase("_ = new HMACSHA256(new byte[32]);")]
    [TestCase("_ = new HMACSHA256([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);")]
    [TestCase("_ = HMACSHA256.HashData(data, \"swordfish\"u8);")]
    [TestCase("_ = SHA256.HashData(\"swordfish\"u8);")]
    [TestCase("using var aes = Aes.Create(); aes.IV = new byte[] { 12, 250, 3, 77, 41, 9, 180, 200, 55, 61, 17, 90, 33, 128, 240, 5 };")]
    [TestCase("_ = new HMACSHA256(Encoding.UTF8.GetBytes(\"AWS4\" + configuration[\"x\"]));")]
    [TestCase("_ = new AuthenticationHeaderValue(\"Bearer\", configuration[\"x\"]);")]
    [TestCase("_ = new AuthenticationHeaderValue(\"Basic\", \"realm\");")]
    [TestCase("_ = new AuthenticationHeaderValue(\"Bearer\", $\"{configuration[\"x\"]}\");")]
    [TestCase("var text = \"Bearer authentication is required for this endpoint\";")]
    [TestCase("var text = \"Bearer {token}\";")]
    [TestCase("var text = \"Bearer <access_token_value_1>\";")]
    [TestCase("var text = \"Basic authentication1234\";")]
    [TestCase("var text = \"Basic realm=\\\"app\\\"\";")]
    [TestCase("var text = \"Example: 'Authorization: Bearer 12345abcdef'\";")]
    [TestCase("var text = $\"Bearer {configuration[\"x\"]}\";")]
    [TestCase("_ = users.CreateAsync(user, configuration[\"x\"]!);")]
    [TestCase("_ = users.CreateAsync(user);")]
    [TestCase("var neutral = \"swordfish\"; neutral = configuration[\"x\"]; _ = new NetworkCredential(\"app\", neutral);")]
    public void Harmless(string statement) => Test(statement);

    [Test]
    public void A_type_of_the_same_name_that_is_no_librarys_takes_what_it_wants() => new AnalyzerTest(new Arc2005CredentialCall())
        .WithSource("namespace Game { class NetworkCredential(string password) { public string It => password; } class Code { object it = new NetworkCredential(\"swordfish\"); } }")
        .Verify();

    [Test]
    public void Tests_have_credentials_of_their_own() => new AnalyzerTest(new Arc2005CredentialCall())
        .WithOption("build_property.IsTestProject", "true")
        .WithSource("class Code { object it = new System.Net.NetworkCredential(\"app\", \"swordfish\"); }")
        .Verify();

    private static void Test(string statement) => new AnalyzerTest(new Arc2005CredentialCall())
        .WithDefaultId("ARC2005")
        .WithSource($$"""
            using System.Net;
            using System.Net.Http.Headers;
            using System.Security.Cryptography;
            using System.Security.Cryptography.X509Certificates;
            using System.Text;
            using Microsoft.AspNetCore.Identity;
            using Microsoft.Extensions.Configuration;
            class Code(IConfiguration configuration, HttpClient http, UserManager<object> users, object user, byte[] data)
            {
                void Run()
                {
                    _ = (configuration, http, users, user, data);
                    {{statement.Replace("BASIC", Basic, StringComparison.Ordinal).Replace("BEARER", Bearer, StringComparison.Ordinal)}}
                }
            }
            """)
        .Verify();
}
