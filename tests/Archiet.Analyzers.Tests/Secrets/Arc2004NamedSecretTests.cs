using System.Collections.Immutable;
using Archiet.Analyzers.Secrets;
using Archiet.Testing.Analyzers;
using Microsoft.CodeAnalysis;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Secrets;

/// <summary>Places that are named after a secret. PASSWORD and KEY stand for values that a person and a machine would choose.</summary>
public sealed class Arc2004NamedSecretTests
{
    private const string Password = "Tr0ub4dor&3";
    private static readonly string Key = "p7Qw2Lx9Vt4Zr8" + "Nk3Bm6Yc1";

    [TestCase("string password = [|\"PASSWORD\"|];")]
    [TestCase("const string DbPassword = [|\"PASSWORD\"|];")]
    [TestCase("static readonly string pwd = [|\"PASSWORD\"|];")]
    [TestCase("string Password { get; set; } = [|\"PASSWORD\"|];")]
    [TestCase("string Password => [|\"PASSWORD\"|];")]
    [TestCase("string Password { get { return [|\"PASSWORD\"|]; } }")]
    [TestCase("string GetPassword() => [|\"PASSWORD\"|];")]
    [TestCase("void M(string password = [|\"PASSWORD\"|]) { }")]
    [TestCase("record Login(string User, string Password); Login login = new(\"app\", [|\"PASSWORD\"|]);")]
    [TestCase("(string User, string Password) login = (\"app\", [|\"PASSWORD\"|]);")]
    [TestCase("object login = new { User = \"app\", Password = [|\"PASSWORD\"|] };")]
    [TestCase("Dictionary<string, string> map = new() { [\"Jwt:SigningKey\"] = [|\"KEY\"|] };")]
    [TestCase("Dictionary<string, string> map = new() { { \"client_secret\", [|\"KEY\"|] } };")]
    [TestCase("KeyValuePair<string, string> pair = new(\"Jwt:Key\", [|\"KEY\"|]);")]
    [TestCase("string apiKey = [|\"KEY\"|];")]
    [TestCase("string API_KEY = [|\"KEY\"|];")]
    [TestCase("string clientSecret = [|\"KEY\"|];")]
    [TestCase("string accessToken = [|\"KEY\"|];")]
    [TestCase("byte[] encryptionKey = [|[12, 250, 3, 77, 41, 9, 180, 200, 55, 61, 17, 90, 33, 128, 240, 5]|];")]
    [TestCase("byte[] encryptionKey = [|new byte[] { 12, 250, 3, 77, 41, 9, 180, 200, 55, 61, 17, 90, 33, 128, 240, 5 }|];")]
    [TestCase("byte[] signingKey = [|Encoding.UTF8.GetBytes(\"KEY\")|];")]
    [TestCase("byte[] signingKey = [|\"KEY\"u8.ToArray()|];")]
    [TestCase("string password = [|\"Tr0ub\" + \"4dor&3\"|];")]
    [TestCase("string password = [|string.Concat(\"Tr0ub\", \"4dor&3\")|];")]
    [TestCase("string password = [|new string(new[] { 'T', 'r', '0', 'u', 'b', '4', 'd', 'o', 'r' })|];")]
    [TestCase("string password = [|Encoding.UTF8.GetString(Convert.FromBase64String(\"VHIwdWI0ZG9yJjM=\"))|];")]
    [TestCase("string password = [|new StringBuilder(\"Tr0ub\").Append(\"4dor\").ToString()|];")]
    [TestCase("const string neutral = \"PASSWORD\"; string password = [|neutral|];")]
    [TestCase("static readonly string neutral = \"PASSWORD\"; string password = [|neutral|];")]
    [TestCase("string motDePasse = [|\"PASSWORD\"|];")]
    [TestCase("string Passwort = [|\"PASSWORD\"|];")]
    [TestCase("string contraseña = [|\"PASSWORD\"|];")]
    [TestCase("string senhaDoBanco = \"x\"; string senha = [|\"PASSWORD\"|];")]
    [TestCase("string passwordForAdmin = [|\"PASSWORD\"|];")]
    [TestCase("string defaultPassword1 = [|\"Passw0rd!\"|];")]
    [TestCase("string dbpassword = [|\"hunter2\"|];")]
    [TestCase("string passphrase = [|\"correct horse battery staple\"|];")]
    [TestCase("Func<string> password = () => [|\"PASSWORD\"|];")]
    [TestCase("[System.ComponentModel.DefaultValue([|\"PASSWORD\"|])] string Password { get; set; } = \"\";")]
    [TestCase("string stripeTokenBackupX = [|\"aB3dE5gH7jK9mN1pQ3sT5vW7yZ\"|];")]
    public void In_a_member(string member) => Test($$"""
        using System.Text;
        class Code
        {
            {{member}}
        }
        """);

    [TestCase("Login(\"app\", [|\"PASSWORD\"|]);")]
    [TestCase("Login(password: [|\"PASSWORD\"|], user: \"app\");")]
    [TestCase("var newPassword = name == \"\" ? [|\"PASSWORD\"|] : name;")]
    [TestCase("var newPassword = name ?? [|\"PASSWORD\"|];")]
    [TestCase("var newPassword = name switch { \"dev\" => [|\"PASSWORD\"|], _ => name };")]
    [TestCase("string? newPassword = null; newPassword ??= [|\"PASSWORD\"|];")]
    [TestCase("var it = configuration[\"Jwt:SigningKey\"] ?? [|\"KEY\"|];")]
    [TestCase("var it = configuration.GetValue(\"Jwt:SigningKey\", [|\"KEY\"|]);")]
    [TestCase("var it = Environment.GetEnvironmentVariable(\"API_KEY\") ?? [|\"KEY\"|];")]
    [TestCase("Environment.SetEnvironmentVariable(\"DB_PASSWORD\", [|\"PASSWORD\"|]);")]
    [TestCase("http.DefaultRequestHeaders.Add(\"X-Api-Key\", [|\"KEY\"|]);")]
    [TestCase("var neutral = \"PASSWORD\"; Login(\"app\", [|neutral|]);")]
    [TestCase("this.Secret = [|\"KEY\"|];")]
    [TestCase("var other = new Code(null!, null!) { Secret = [|\"KEY\"|] };")]
    [TestCase("if (password == [|\"PASSWORD\"|]) { }")]
    [TestCase("if ([|\"PASSWORD\"|] != password) { }")]
    [TestCase("if (password is [|\"PASSWORD\"|]) { }")]
    [TestCase("if (password.Equals([|\"PASSWORD\"|], StringComparison.Ordinal)) { }")]
    [TestCase("if (string.Equals(password, [|\"PASSWORD\"|])) { }")]
    [TestCase("switch (password) { case [|\"PASSWORD\"|]: break; }")]
    [TestCase("var ok = password switch { [|\"PASSWORD\"|] or [|\"Tr0ub4dor&4\"|] => true, _ => false };")]
    [TestCase("var ok = this is { Secret: [|\"KEY\"|] };")]
    [TestCase("var ok = System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(password), [|\"PASSWORD\"u8|]);")]
    [TestCase("string Local() { return \"\"; } string password2 = [|$\"{\"Tr0ub\"}4dor\"|]; Local();")]
    public void In_a_body(string statement) => Test($$"""
        using Microsoft.Extensions.Configuration;
        class Code(IConfiguration configuration, HttpClient http)
        {
            public string Secret { get; set; } = "";

            void Login(string user, string password) { }

            void Run(string name, string password)
            {
                {{statement}}
            }
        }
        """);

    [TestCase("string password = \"\";")]
    [TestCase("string password = \"****\";")]
    [TestCase("string password = \"changeme\";")]
    [TestCase("string password = \"<your password>\";")]
    [TestCase("string password = \"${DB_PASSWORD}\";")]
    [TestCase("string password = \"{{db-password}}\";")]
    [TestCase("string password = \"#{Password}#\";")]
    [TestCase("string password = \"%DB_PASSWORD%\";")]
    [TestCase("string password = \"$(DbPassword)\";")]
    [TestCase("string password = \"password\";")]
    [TestCase("string Password = \"user_password\";")]
    [TestCase("string Password = \"Password:Label\";")]
    [TestCase("string password = \"Please enter your password.\";")]
    [TestCase("string password = \"@Microsoft.KeyVault(SecretUri=https://vault/secrets/db)\";")]
    [TestCase("string password = \"op://vault/item/field\";")]
    [TestCase("string secret = \"arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf\";")]
    [TestCase("string password = \"$2a$11$abcdefghijklmnopqrstuuGa0Zk6qk2Vq5D3WcJx1y7Yf9l0m2n4o\";")]
    [TestCase("string password = \"AQAAAAIAAYagAAAAEGq0mVt1Yl3CkL8pWv2dRjT9sXzB4nQyHfU6eKoPaM7cGq0mVt1Yl3CkL8pWv2dRjQ==\";")]
    [TestCase("string PasswordHash = \"KEY\";")]
    [TestCase("string passwordSalt = \"KEY\";")]
    [TestCase("string passwordResetUrl = \"https://host/reset?x=1\";")]
    [TestCase("string PasswordRegex = \"^(?=.*[A-Z])(?=.*[0-9]).{8,}$\";")]
    [TestCase("string PasswordQuestion = \"What was the name of your 1st pet?\";")]
    [TestCase("string passwordFormat = \"D4\";")]
    [TestCase("string TokenType = \"KEY\";")]
    [TestCase("string tokenEndpoint = \"https://host/token2\";")]
    [TestCase("string SecretName = \"db-password-2\";")]
    [TestCase("string token = \"(\";")]
    [TestCase("string token = \"Bearer\";")]
    [TestCase("string accessToken = \"access_token\";")]
    [TestCase("string ApiKey = \"X-Api-Key\";")]
    [TestCase("string ApiKey = \"6f9619ff-8b86-d011-b42d-00cf4fc964ff\";")]
    [TestCase("string ApiKey = \"01ARZ3NDEKTSV4RRFFQ69G5FAV\";")]
    [TestCase("string UserSecretsId = \"aspnet-App-6f9619ff-8b86-d011-b42d-00cf4fc964ff\";")]
    [TestCase("string PublicKeyToken = \"b03f5f7f11d50a3a\";")]
    [TestCase("string PublicKey = \"MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAq0mVt1Yl3CkL8pWv2dRj\";")]
    [TestCase("string apiKey = \"pk_live_TYooMQauvdEDq54NiTphI7jx\";")]
    [TestCase("string PartitionKey = \"KEY\";")]
    [TestCase("string cacheKey = \"KEY\";")]
    [TestCase("string key = \"KEY\";")]
    [TestCase("string CancellationToken = \"KEY\";")]
    [TestCase("string antiforgeryToken = \"__RequestVerificationToken2\";")]
    [TestCase("string continuationToken = \"KEY\";")]
    [TestCase("string password = nameof(password);")]
    [TestCase("string secret = \"testSecret12345678\";")]
    [TestCase("string apiKey = \"fake-api-key-1234567\";")]
    [TestCase("string apiKey = \"sha256-oqVuAfXRKap7fdgcCY5uykM6R9GqQ8Kuxy9rx7HNQlGYl1k\";")]
    [TestCase("string Thumbprint = \"a909502dd82ae41433e6f83886b00d4277a32a7b\";")]
    [TestCase("string tokenHash = \"aB3dE5gH7jK9mN1pQ3sT5vW7yZ\";")]
    [TestCase("byte[] encryptionKey = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];")]
    [TestCase("byte[] encryptionKey = new byte[32];")]
    [TestCase("byte[] header = [12, 250, 3, 77, 41, 9, 180, 200, 55, 61, 17, 90, 33, 128, 240, 5];")]
    [TestCase("[System.ComponentModel.DataAnnotations.Display(Name = \"Password 1\")] string Password { get; set; } = \"\";")]
    [TestCase("[System.ComponentModel.DataAnnotations.Required(ErrorMessage = \"Password needs 8 characters!\")] string Password { get; set; } = \"\";")]
    [TestCase("[System.Text.Json.Serialization.JsonPropertyName(\"password2\")] string Password { get; set; } = \"\";")]
    [TestCase("string[] passwordWords = [\"a1b2c3\", \"d4e5f6\"];")]
    [TestCase("bool IsPassword(string it) => it == \"PASSWORD\";")]
    [TestCase("string Password(string given) => $\"{given}1!\";")]
    [TestCase("Dictionary<string, string> labels = new() { [\"Password\"] = \"Mot de passe 1\" };")]
    [TestCase("string Password => configuration[\"Db:Password2\"]!; System.Collections.Specialized.NameValueCollection configuration = [];")]
    public void Harmless(string member) => Test($$"""
        class Code
        {
            {{member}}
        }
        """);

    [Test]
    public void A_variable_that_is_written_again_is_not_followed() => Test("""
        class Code
        {
            void Login(string password) { }

            void Run()
            {
                var neutral = "PASSWORD";
                neutral = Console.ReadLine()!;
                Login(neutral);
            }
        }
        """);

    [Test]
    public void What_another_rule_finds_is_reported_once() => Test($$"""
        class Code
        {
            string gitHubToken = "{{Tokens.Any}}";
            string dbPassword = "Host=db;Username=app;Password=Tr0ub4dor";
            System.Net.NetworkCredential login = new("app", "PASSWORD");
        }
        """);

    [TestCase("IsTestProject")]
    public void Tests_have_secrets_of_their_own(string property) => new AnalyzerTest(new Arc2004NamedSecret())
        .WithOption("build_property." + property, "true")
        .WithSource("class Code { string password = \"Tr0ub4dor&3\"; }")
        .Verify();

    [Test]
    public void The_message_names_the_place_and_never_the_value()
    {
        var found = Test("class Code { string dbPassword = [|\"PASSWORD\"|]; }").Single();
        Assert.That(found.GetMessage(null), Does.StartWith("The source holds 'Tr… (11 characters)', the value of 'dbPassword'").And.Not.Contain("0ub"));
    }

    private static ImmutableArray<Diagnostic> Test(string markup) => new AnalyzerTest(new Arc2004NamedSecret())
        .WithDefaultId("ARC2004")
        .WithSource(markup.Replace("PASSWORD", Password, StringComparison.Ordinal).Replace("KEY", Key, StringComparison.Ordinal).Replace($"API_{Key}", "API_KEY", StringComparison.Ordinal)
            .Replace($"DB_{Password}", "DB_PASSWORD", StringComparison.Ordinal))
        .Verify();
}
