using System.Globalization;
using Archiet.Draft.Passes;
using Archiet.Draft.Wire.Settings;

namespace Archiet.Draft.Tests.Wire;

/// <summary>What the properties of a build may say, and what is refused before anything is sent.</summary>
internal sealed class SettingsTests
{
    private static readonly WireSettings Least = new() { Model = "m" };

    [Test]
    public void Least_that_must_be_said()
    {
        var options = Read(Least);

        Assert.Multiple(() =>
        {
            Assert.That(options.Dialect, Is.EqualTo(WireDialectKind.OpenAi));
            Assert.That(options.Url, Is.EqualTo(new Uri("https://api.openai.com/v1")));
            Assert.That(options.Key, Is.Empty);
            Assert.That(options.Temperature, Is.Null);
            Assert.That(options.Seed, Is.Null);
        });
    }

    [Test]
    public void Numbers_are_read_in_no_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.That(Read(Least with { Temperature = "0.2" }).Temperature, Is.EqualTo(0.2));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [TestCase("sk-proj-abcdefgh12345678")]
    [TestCase("sk-ant-api03-aaaaaaaabbbbbbbb1")]
    [TestCase("ghp_0123456789abcdefghijABCDEFGHIJ456789")]
    [TestCase("Bearer 0123456789abcdefghij")]
    [TestCase("Zx81aB92cD03eF14gH25iJ36kL47mN58oP69")]
    public void A_key_in_any_property(string key)
    {
        WireSettings[] all =
        [
            Least with { Kind = key }, Least with { Url = $"https://host/v1?key={key}" }, Least with { Model = key }, Least with { KeyVariable = key }, Least with { MaxTokens = key },
            Least with { Timeout = key }, Least with { Attempts = key }, Least with { Temperature = key }, Least with { Seed = key },
        ];
        foreach (var settings in all)
        {
            var refused = Assert.Throws<DraftModelException>(() => Read(settings));
            Assert.That(refused!.Id, Is.EqualTo("ARC6020"));
            Assert.That(refused.Message, Does.Not.Contain(key[..8]));
        }
    }

    [Test]
    public void A_key_in_a_property_of_anybodys()
    {
        var refused = Assert.Throws<DraftModelException>(() => WireSettings.RefuseKeys([new("Configuration", "Release"), new("ApiKey", "sk-abcdefgh12345678")]));

        Assert.That(refused!.Message, Does.StartWith("The property 'ApiKey' looks like a key"));
    }

    [TestCase("claude-opus-4-5-20251101")]
    [TestCase("gpt-5.1-2026-09-01")]
    [TestCase("ft:gpt-4o-mini-2024-07-18:acme::abc123")]
    [TestCase("hf.co/bartowski/Llama-3.2-3B-Instruct-GGUF:Q4_K_M")]
    [TestCase("0123456789abcdef0123456789abcdef01234567")]
    public void A_name_is_no_key(string name) => Assert.That(Read(Least with { Model = name }).Model, Is.EqualTo(name));

    [TestCase("http://example.com/v1", "ARC6023")]
    [TestCase("http://10.0.0.1/v1", "ARC6023")]
    [TestCase("https://me:secret@example.com/v1", "ARC6020")]
    [TestCase("ftp://example.com", "ARC6021")]
    [TestCase("example.com/v1", "ARC6021")]
    [TestCase("https://example.com/#v1", "ARC6021")]
    public void An_address_that_is_refused(string url, string id)
    {
        var refused = Assert.Throws<DraftModelException>(() => Read(Least with { Url = url }));

        Assert.That(refused!.Id, Is.EqualTo(id));
        Assert.That(refused.Message, Does.Not.Contain("secret@"));
    }

    [TestCase("http://localhost:11434/v1")]
    [TestCase("http://127.0.0.1:8080")]
    [TestCase("http://[::1]:8080")]
    [TestCase("https://gateway.example.com/openai?api-version=2026-01-01")]
    public void An_address_that_is_taken(string url) => Assert.That(Read(Least with { Url = url }).Url, Is.EqualTo(new Uri(url)));

    [Test]
    public void What_cannot_be_meant()
    {
        WireSettings[] all =
        [
            new(), Least with { Kind = "gemini" }, Least with { MaxTokens = "0" }, Least with { MaxTokens = "many" }, Least with { Timeout = "-1" }, Least with { Attempts = "1000" },
            Least with { Temperature = "3" }, Least with { Temperature = "0,2" }, Least with { Temperature = "NaN" }, Least with { Seed = "x" }, Least with { Kind = "anthropic", Seed = "1" }, Least with { KeyVariable = "MY KEY" },
        ];
        foreach (var settings in all)
        {
            Assert.That(Assert.Throws<DraftModelException>(() => Read(settings))!.Id, Is.EqualTo("ARC6021"), settings.ToString());
        }
    }

    [Test]
    public void A_key_comes_from_the_environment()
    {
        Assert.That(Read(Least with { KeyVariable = "MY_KEY" }, ("MY_KEY", " the-key\n")).Key, Is.EqualTo("the-key"));
        Assert.That(Assert.Throws<DraftModelException>(() => Read(Least with { KeyVariable = "MY_KEY" }))!.Id, Is.EqualTo("ARC6022"));
        Assert.That(Assert.Throws<DraftModelException>(() => Read(Least with { KeyVariable = "MY_KEY" }, ("MY_KEY", "two words")))!.Id, Is.EqualTo("ARC6022"));
    }

    [Test]
    public void What_sends_nothing_reads_no_key() =>
        Assert.That((Least with { KeyVariable = "MY_KEY" }).Read(static _ => throw new InvalidOperationException(), sends: false).Key, Is.Empty);

    [Test]
    public void A_key_is_in_no_text_of_the_options() =>
        Assert.That(Read(Least with { KeyVariable = "MY_KEY" }, ("MY_KEY", "the-key")).ToString(), Does.Not.Contain("the-key"));

    private static WireOptions Read(WireSettings settings, params (string Name, string Value)[] environment) =>
        settings.Read(name => environment.FirstOrDefault(variable => variable.Name == name).Value);
}
