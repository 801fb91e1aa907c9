using Archiet.Analyzers.Web;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Web;

public sealed class Arc5007WeakRandomnessTests
{
    private const string Id = "ARC5007";

    [TestCase("var token = Random.Shared.[|Next|]().ToString();")]
    [TestCase("var resetToken = $\"{Random.Shared.[|NextInt64|]()}\";")]
    [TestCase("var apiKey = new byte[32]; Random.Shared.[|NextBytes|](apiKey);")]
    [TestCase("var password = new string(Enumerable.Range(0, 12).Select(_ => (char)('a' + Random.Shared.[|Next|](26))).ToArray());")]
    [TestCase("string password; password = new Random().[|Next|](1000000).ToString(\"D6\");")]
    [TestCase("var salt = new byte[16]; for (var i = 0; i < 16; i++) { salt[i] = (byte)Random.Shared.[|Next|](256); }")]
    [TestCase("var sessionId = Random.Shared.[|NextInt64|]();")]
    [TestCase("var otp = Random.Shared.[|Next|](999999);")]
    [TestCase("var verificationCode = Random.Shared.[|Next|](999999);")]
    [TestCase("var nonce = Random.Shared.[|GetItems|](new[] { 1, 2 }, 8);")]
    [TestCase("var client_secret = \"\"; client_secret += Random.Shared.[|Next|]();")]
    [TestCase("static string NewToken() { var text = \"\"; for (var i = 0; i < 9; i++) { text += Random.Shared.[|Next|](9); } return text; } _ = NewToken();")]
    [TestCase("static byte[] MakeApiKey() { var bytes = new byte[9]; Random.Shared.[|NextBytes|](bytes); return bytes; } _ = MakeApiKey();")]
    public void A_secret_that_can_be_guessed(string code) => Web.TestBody(new Arc5007WeakRandomness(), Id, code).Verify();

    [TestCase("var token = System.Security.Cryptography.RandomNumberGenerator.GetHexString(32);")]
    [TestCase("var token = Guid.NewGuid().ToString();")]
    [TestCase("var delay = Random.Shared.Next(100);")]
    [TestCase("var tokenCount = Random.Shared.Next(100);")]
    [TestCase("var tokenLimit = Random.Shared.Next(100); var maxTokens = Random.Shared.Next(9);")]
    [TestCase("var passwordLength = 8 + Random.Shared.Next(8);")]
    [TestCase("var position = Random.Shared.Next(10); var token = position.ToString();")]
    [TestCase("Random.Shared.Shuffle(new[] { 1, 2 });")]
    [TestCase("await Task.Delay(Random.Shared.Next(100), CancellationToken.None);")]
    [TestCase("var syntaxToken = Random.Shared.Next(5);")]
    [TestCase("var names = new[] { \"a\" }; var pick = names[Random.Shared.Next(names.Length)];")]
    [TestCase("static bool TryToken() => Random.Shared.Next() > 3; _ = TryToken();")]
    [TestCase("var key = Random.Shared.Next(); _ = new Dictionary<int, string> { [key] = \"\" };")]
    [TestCase("static string SwapTokens(string text) => text[Random.Shared.Next(9)..]; _ = SwapTokens(name);")]
    public void Nothing_that_anybody_would_guess_for(string code) => Web.TestBody(new Arc5007WeakRandomness(), Id, code).Verify();

    [Test]
    public void In_members() => Web.Test(new Arc5007WeakRandomness(), Id, """
        class Account
        {
            private readonly Random random = new();

            public string Token { get; set; } = Random.Shared.[|Next|]().ToString();

            public long SessionKey => random.[|NextInt64|]();

            public string Password() => string.Concat(Enumerable.Range(0, 9).Select(_ => random.[|Next|](9)));

            public void Reset() { Token = random.[|Next|]().ToString(); }

            public int Colour => random.Next();

            public void RotateToken() { _ = random.Next(); }
        }
        """).Verify();
}
