using Archiet.Analyzers.Secrets;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Secrets;

/// <summary>The provider table: for each row, tokens as the provider makes them are found, and what is nearly one is not.</summary>
public sealed class TokenFormatsTests
{
    private const int Tokens_a_row = 100;

    private static IEnumerable<string> Kinds => TokenFormats.All.Select(format => format.Kind);

    [Test]
    public void Every_row_has_a_maker_and_every_maker_a_row() => Assert.That(Tokens.Makers.Keys, Is.EquivalentTo(Kinds));

    [TestCaseSource(nameof(Kinds))]
    public void Tokens_are_found_as_what_they_are_wherever_they_stand(string kind)
    {
        var isOfBase64 = Some(kind).First().Any(letter => letter is '+' or '/' or '%') || kind is "Stripe webhook secret" or "AWS Bedrock API key" or "Grafana Cloud token" or "AWS secret access key";
        foreach (var token in Some(kind))
        {
            foreach (var text in new[] { token, $"Bearer {token}", $"key={token};", $"\"{token}\"", isOfBase64 ? token : $"https://host/{token}/path", $"a_{token}", $"{token}, {token}" })
            {
                var found = TokenFormats.FindIn(text);
                Assert.That(found?.Kind, Is.EqualTo(kind), text);
                Assert.That(found!.Start + found.Length, Is.EqualTo(text.IndexOf(token, StringComparison.Ordinal) + token.Length), text);
                Assert.That(token, Does.EndWith(text.Substring(found.Start, found.Length)));
            }
        }
    }

    [TestCaseSource(nameof(Kinds))]
    public void What_is_nearly_a_token_is_none(string kind)
    {
        var mark = TokenFormats.All.First(format => format.Kind == kind).Mark;
        foreach (var token in Some(kind))
        {
            Assert.That(TokenFormats.FindIn(mark), Is.Null, mark);
            Assert.That(TokenFormats.FindIn(token[..Math.Min(mark.Length + 8, token.Length - 1)]), Is.Null, "cut");
            Assert.That(TokenFormats.FindIn("x" + token), Is.Null, "inside a word");
            Assert.That(TokenFormats.FindIn(token + "_0z") is not { } longer || longer.Length > TokenFormats.FindIn(token)!.Length, "followed by a word");
            Assert.That(TokenFormats.FindIn(token[..(mark.Length + 3)] + "…" + token[(mark.Length + 3)..]), Is.Null, "broken");
            Assert.That(kind == "GitHub secret scanning sample" || TokenFormats.FindIn(mark + new string('x', token.Length - mark.Length)) is null, "masked");
        }
    }

    [TestCaseSource(nameof(Kinds))]
    public void A_failed_checksum_means_that_no_provider_issued_it(string kind)
    {
        var format = TokenFormats.All.First(candidate => candidate.Kind == kind);
        foreach (var token in Some(kind).Where(_ => format.IsProven))
        {
            var at = (token.Length / 2) + 3;
            var other = token[at] == 'a' ? 'b' : 'a';
            Assert.That(TokenFormats.FindIn($"{token[..at]}{other}{token[(at + 1)..]}"), Is.Null, token);
        }
    }

    [Test]
    public void The_checksum_is_the_one_that_GitHub_publishes()
    {
        // The example of GitHub's own announcement, revoked long ago; taken apart so that no scanner needs to know that.
        const string body = "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ";
        Assert.That(TokenFormats.FindIn("ghp_" + body + "0mLq17"), Is.Not.Null);
        Assert.That(TokenFormats.FindIn("ghp_" + body + "0mLq18"), Is.Null);
    }

    [TestCase("AKIA", "IOSFODNN7EXAMPLE")]
    [TestCase("sk_test_", "4eC39HqLyjWDarjtT1zdp7dc")]
    [TestCase("AIza", "SyA8vmApnrHNFE0bApF4hoZ11srVL_n0nvY")]
    [TestCase("sk_live_", "your_secret_key_goes_here")]
    [TestCase("sk_live_", "12345678901234567890")]
    [TestCase("AKIA", "ABCDEFGHIJKLMNOP")]
    [TestCase("AKIA", "XXXXXXXXXXXXXXXX")]
    [TestCase("glpat-", "xxxxxxxxxxxxxxxxxxxx")]
    [TestCase("glpat-", "your-token-goes-here")]
    [TestCase("hf_", "ABABABABABABABABABABABABABABABABAB")]
    [TestCase("xoxb-", "123456789012-1234567890123-abcdefghijklmnopqrstuvwx")]
    [TestCase("pk_live_", "TYooMQauvdEDq54NiTphI7jx")]
    [TestCase("oy2", "GHJK7mnbvcxzlkjhgfdsapoiuytrewqghjkfdsaqwer")]
    public void Samples_placeholders_and_public_keys_are_none(string mark, string rest) => Assert.That(TokenFormats.FindIn(mark + rest), Is.Null);

    [Test]
    public void A_long_text_is_read_once()
    {
        var text = string.Concat(Enumerable.Repeat("sk-proj- ghp_ glpat- oy2 AKIA xoxb- SG. ", 25_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.That(TokenFormats.FindIn(text), Is.Null);
        Assert.That(watch.ElapsedMilliseconds, Is.LessThan(2_000), "a megabyte of nothing but marks");
    }

    private static IEnumerable<string> Some(string kind) => Enumerable.Range(1, Tokens_a_row).Select(Tokens.Makers[kind]);
}
