using Archiet.Draft.Prose;

namespace Archiet.Draft.Tests.Prose;

public sealed class RedactorTests
{
    private const string Base64 = "MIIEpAIBAAKCAQEA7v1nq0VnD8lYp3xk2R4ZJ0uQw9sTfGhBcXyZaE5mNoPqRsTu";

    private static string Redact(string text, ProseOptions? options = null) => Redactor.Redact(text, options ?? ProseOptions.Default).Text;

    [TestCase("The key is sk-live4f8Q2xv7Lm3Zt9Wb1.", "sk-live4f8Q2xv7Lm3Zt9Wb1")]
    [TestCase("ghp_0123456789abcdefghijABCDEFGHIJ012345 opens it", "ghp_0123456789abcdefghijABCDEFGHIJ012345")]
    [TestCase("glpat-aB3dE6gH9jK2mN5pQ8sT is GitLab's", "glpat-aB3dE6gH9jK2mN5pQ8sT")]
    [TestCase("AKIAIOSFODNN7EXAMPLE is AWS's own sample", "AKIAIOSFODNN7EXAMPLE")]
    [TestCase("Slack: xoxb-123456789012-abcdefghijABCDEFGHIJ1234", "xoxb-123456789012-abcdefghijABCDEFGHIJ1234")]
    [TestCase("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVPmB92K27uhbUJU1p1r_wW1gFWFOEjXk signs", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVPmB92K27uhbUJU1p1r_wW1gFWFOEjXk")]
    [TestCase("Host=db;Username=app;Password=Tr0ub4dor;Database=x", "Tr0ub4dor")]
    [TestCase("Server=db;User Id=sa;Pwd=correct horse 1;", "correct horse 1")]
    [TestCase("AccountName=a;AccountKey=abcdEFGH0123456789abcd==;", "abcdEFGH0123456789abcd")]
    [TestCase("postgres://app:s3cret@db.internal/x", "s3cret")]
    [TestCase("password=hunter2", "hunter2")]
    [TestCase("api_key: \"9f8e7d6c5b4a\"", "9f8e7d6c5b4a")]
    [TestCase("- **API key:** `9f8e7d6c5b4a`", "9f8e7d6c5b4a")]
    [TestCase("CLIENT_SECRET=abcdefgh", "abcdefgh")]
    [TestCase("| client_secret | 9f8e7d6c5b4a3210 |", "9f8e7d6c5b4a3210")]
    [TestCase("The admin password is Winter2024!", "Winter2024!")]
    [TestCase("curl --token abcd1234efgh", "abcd1234efgh")]
    [TestCase("Password for staging: hunter2", "hunter2")]
    [TestCase("Log in with admin / hunter2", "hunter2")]
    [TestCase("Password for staging (ask Ann): Tr0ub4dor&3", "Tr0ub4dor&3")]
    [TestCase("Login: admin / Winter2024!", "Winter2024!")]
    [TestCase("Use the API key 9f8e7d6c5b4a32109f8e for tests.", "9f8e7d6c5b4a32109f8e")]
    [TestCase("The token (staging) is 9f8e7d6c5b4a", "9f8e7d6c5b4a")]
    [TestCase("The credentials of the demo are demo and `xK9mQ2vL`.", "xK9mQ2vL")]
    [TestCase("Authorization: Bearer abcdef0123456789abcdef", "abcdef0123456789abcdef")]
    [TestCase("-----BEGIN RSA PRIVATE KEY-----\n" + Base64 + "\n-----END RSA PRIVATE KEY-----", Base64)]
    [TestCase("-----BEGIN PRIVATE KEY-----\n" + Base64 + "\n" + Base64 + "\nand then prose follows", Base64)]
    [TestCase("key: -----BEGIN EC PRIVATE KEY----- " + Base64 + " -----END EC PRIVATE KEY----- end", Base64)]
    public void A_secret_is_taken_out(string text, string secret)
    {
        var redacted = Redact("Before. " + text + "\nAfter it.");

        Assert.That(redacted, Does.Not.Contain(secret).And.Contain("<redacted-1>").And.StartWith("Before. ").And.EndWith("After it."));
    }

    [TestCase("`password`: String (required, 8-64 characters)")]
    [TestCase("password: required")]
    [TestCase("Password: at least 12 characters")]
    [TestCase("`token`: Unique invitation token (UUID v4, indexed)")]
    [TestCase("token=UUID(), status=PENDING")]
    [TestCase("| password | varchar(255) | yes |")]
    [TestCase("passwordHash: bcrypt")]
    [TestCase("api_key: <your key>")]
    [TestCase("password=${DB_PASSWORD}")]
    [TestCase("The password is stored hashed.")]
    [TestCase("The user resets the password: an e-mail is sent.")]
    [TestCase("Use https://user.example/a@b and task-management-software-v2-final.")]
    [TestCase("Contact ann@example.org.")]
    [TestCase("primary key: id, foreign key: order_id")]
    [TestCase("secret: string; key = id")]
    [TestCase("A login with OAuth2, TOTP or SHA256-hashed tokens; see RFC6749 and ISO27001:2022.")]
    [TestCase("A password has 8 characters; it is changed after 90 days, or on 2026-11-22 at 10:30.")]
    [TestCase("Tokens are kept in user_tokens_v2, and logins in AuditLogEntries2024.")]
    [TestCase("FR-12: a login fails after 5 tries (see UC-C-PIC-A-01 and S0012).")]
    public void What_says_what_a_field_holds_stays(string text) => Assert.That(Redact(text), Is.EqualTo(text));

    [Test]
    public void The_same_secret_has_the_same_placeholder_wherever_it_stands()
    {
        var (text, redactions) = Redactor.Redact("password=Tr0ub4dor\napi_key=Xy12345678\n\nUse Tr0ub4dor or password: Tr0ub4dor.", ProseOptions.Default);

        Assert.That(text, Is.EqualTo("password=<redacted-1>\napi_key=<redacted-2>\n\nUse <redacted-1> or password: <redacted-1>."));
        Assert.That(redactions.Select(one => (one.Line, one.Placeholder)), Is.EqualTo(new[] { (1, "<redacted-1>"), (2, "<redacted-2>"), (4, "<redacted-1>"), (4, "<redacted-1>") }));
        Assert.That(string.Concat(redactions), Does.Not.Contain("Tr0ub4dor").And.Not.Contain("Xy12345678"));
    }

    [Test]
    public void Lines_keep_their_numbers()
    {
        var document = ProseReader.Read("a.md", "# A\n-----BEGIN PRIVATE KEY-----\n" + Base64 + "\n-----END PRIVATE KEY-----\n\nLast.");

        Assert.That(document.Sentences[^1].Line, Is.EqualTo(6));
        Assert.That(document.Redactions.Select(one => (one.Kind, one.Line)), Is.EqualTo(new[] { ("private key", 2) }));
    }

    [Test]
    public void Addresses_of_people_are_taken_out_only_when_asked()
    {
        Assert.That(Redact("Mail ann@example.org now", new ProseOptions { RedactEmails = true }), Is.EqualTo("Mail <redacted-1> now"));
        Assert.That(Redact("Mail ann@example.org now"), Does.Contain("ann@"));
    }

    [Test]
    public void A_placeholder_survives_the_reader() => Assert.That(ProseReader.Read("a", "- **Password**: `hunter2x`").Sentences[0].Text, Is.EqualTo("Password: <redacted-1>"));
}
