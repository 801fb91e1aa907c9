using Archiet.Analyzers.Web;
using Archiet.Testing.Analyzers;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Web;

public sealed class Arc5007WeakRandomnessFixTests
{
    private const string Id = "ARC5007";

    private static readonly Arc5007WeakRandomnessFix Fix = new();

    [TestCase("var otp = new Random().[|Next|](100_000, 999_999);", "var otp = RandomNumberGenerator.GetInt32(100_000, 999_999);")]
    [TestCase("var otp = Random.Shared.[|Next|](999_999).ToString();", "var otp = RandomNumberGenerator.GetInt32(999_999).ToString();")]
    [TestCase("var token = Random.Shared.[|Next|]();", "var token = RandomNumberGenerator.GetInt32(int.MaxValue);")]
    [TestCase("var apiKey = new byte[32]; Random.Shared.[|NextBytes|](apiKey);", "var apiKey = new byte[32]; RandomNumberGenerator.Fill(apiKey);")]
    [TestCase("var password = \"\"; password += name[Random.Shared.[|Next|](name.Length)];", "var password = \"\"; password += name[RandomNumberGenerator.GetInt32(name.Length)];")]
    [TestCase("var token = Random.Shared.[|Next|](name.Length);", "var token = Random.Shared.[|Next|](name.Length);", Description = "of nothing it is 0, and the other throws")]
    [TestCase("var token = Random.Shared.[|NextInt64|]();", "var token = Random.Shared.[|NextInt64|]();", Description = "of another type")]
    public void It_cannot_be_guessed(string code, string expected) => Test(code).VerifyFix(Fix, Body(expected));

    [Test]
    public void All_at_once() => Test("""
        var otp = Random.Shared.[|Next|](10) + "" + Random.Shared.[|Next|](10);
                var salt = new byte[16]; new Random().[|NextBytes|](salt);
        """).VerifyFixAll(Fix, Body("""
        var otp = RandomNumberGenerator.GetInt32(10) + "" + RandomNumberGenerator.GetInt32(10);
                var salt = new byte[16]; RandomNumberGenerator.Fill(salt);
        """));

    private static AnalyzerTest Test(string code) => Web.Test(new Arc5007WeakRandomness(), Id, Body(code));

    private static string Body(string code) => "using System.Security.Cryptography;\n\n" + Web.Body(code);
}
