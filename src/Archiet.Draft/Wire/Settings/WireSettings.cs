using System.Globalization;
using System.Text.RegularExpressions;
using Archiet.Draft.Passes;

namespace Archiet.Draft.Wire.Settings;

/// <summary>Whom to ask, as the properties of a build say it: texts, each empty where nothing was said.</summary>
public sealed partial record WireSettings
{
    private const int MostSeconds = 24 * 60 * 60;

    /// <summary><c>ArchietLlmKind</c>: <c>openai</c> or <c>anthropic</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary><c>ArchietLlmUrl</c>.</summary>
    public string Url { get; init; } = "";

    /// <summary><c>ArchietLlmModel</c>.</summary>
    public string Model { get; init; } = "";

    /// <summary><c>ArchietLlmKeyVariable</c>: the name of an environment variable, never a key.</summary>
    public string KeyVariable { get; init; } = "";

    /// <summary><c>ArchietDraftMaxTokens</c>.</summary>
    public string MaxTokens { get; init; } = "";

    /// <summary><c>ArchietLlmTimeout</c>, in seconds.</summary>
    public string Timeout { get; init; } = "";

    /// <summary><c>ArchietLlmAttempts</c>.</summary>
    public string Attempts { get; init; } = "";

    /// <summary><c>ArchietLlmTemperature</c>.</summary>
    public string Temperature { get; init; } = "";

    /// <summary><c>ArchietLlmSeed</c>.</summary>
    public string Seed { get; init; } = "";

    /// <summary>What the texts mean.</summary>
    /// <param name="environment">Reads an environment variable. A draft that sends nothing needs no key, and none is read.</param>
    /// <param name="sends">Whether anything will be sent.</param>
    /// <exception cref="DraftModelException">A setting is missing, cannot be read, or is dangerous.</exception>
    public WireOptions Read(Func<string, string?> environment, bool sends = true)
    {
        RefuseKeys();
        var dialect = ReadDialect();
        var timeout = ReadNumber("ArchietLlmTimeout", Timeout, 1, MostSeconds, 300);
        var options = new WireOptions
        {
            Dialect = dialect,
            Url = ReadUrl(dialect),
            Model = Model.Length > 0 ? Model : throw Wrong("ArchietLlmModel", "is not set: say which model to ask, or '-p:Drafter=rules' to ask none"),
            Key = sends ? ReadKey(environment) : "",
            MaxTokens = ReadNumber("ArchietDraftMaxTokens", MaxTokens, 1, long.MaxValue, 1_000_000),
            Timeout = TimeSpan.FromSeconds(timeout),
            Deadline = TimeSpan.FromSeconds(3 * timeout),
            Attempts = (int)ReadNumber("ArchietLlmAttempts", Attempts, 1, 20, 5),
            Temperature = ReadTemperature(),
            Seed = Seed.Length == 0 ? null : ReadNumber("ArchietLlmSeed", Seed, 0, long.MaxValue, 0),
        };
        return options.Seed is null || dialect == WireDialectKind.OpenAi
            ? options
            : throw Wrong("ArchietLlmSeed", "has no place in the requests of the kind 'anthropic': leave it out");
    }

    /// <summary>Refuses any property that a key was put into: by then it is in the log of the build.</summary>
    /// <param name="properties">Names and values.</param>
    /// <exception cref="DraftModelException">One looks like a key.</exception>
    public static void RefuseKeys(IEnumerable<KeyValuePair<string, string>> properties)
    {
        foreach (var (name, _) in properties.Where(static property => KeyShape.Matches(property.Value)).OrderBy(static property => property.Key, StringComparer.Ordinal))
        {
            throw new DraftModelException(
                WireDiagnostics.KeyInProperty,
                $"The property '{name}' looks like a key, and properties are written into the logs of a build: replace that key by a new one, put it into an environment variable, "
                + "and name the variable in 'ArchietLlmKeyVariable'.");
        }
    }

    private void RefuseKeys() => RefuseKeys(
    [
        new("ArchietLlmKind", Kind), new("ArchietLlmUrl", Url), new("ArchietLlmModel", Model), new("ArchietLlmKeyVariable", KeyVariable),
        new("ArchietDraftMaxTokens", MaxTokens), new("ArchietLlmTimeout", Timeout), new("ArchietLlmAttempts", Attempts),
        new("ArchietLlmTemperature", Temperature), new("ArchietLlmSeed", Seed),
    ]);

    private WireDialectKind ReadDialect() => Kind.ToUpperInvariant() switch
    {
        "" or "OPENAI" => WireDialectKind.OpenAi,
        "ANTHROPIC" => WireDialectKind.Anthropic,
        _ => throw Wrong("ArchietLlmKind", "is neither 'openai' nor 'anthropic'"),
    };

    private Uri ReadUrl(WireDialectKind dialect)
    {
        var text = Url.Length > 0 ? Url : dialect == WireDialectKind.OpenAi ? "https://api.openai.com/v1" : "https://api.anthropic.com";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
        {
            throw Wrong("ArchietLlmUrl", "is no http or https address");
        }
        if (url.UserInfo.Length > 0)
        {
            throw new DraftModelException(
                WireDiagnostics.KeyInProperty,
                "The property 'ArchietLlmUrl' holds a name and a password, and properties are written into the logs of a build: replace that password, and send a key by 'ArchietLlmKeyVariable'.");
        }
        if (url.Fragment.Length > 0)
        {
            throw Wrong("ArchietLlmUrl", "has a '#', which no server sees");
        }
        return url.Scheme == Uri.UriSchemeHttps || url.IsLoopback
            ? url
            : throw new DraftModelException(
                WireDiagnostics.NotEncrypted, $"'ArchietLlmUrl' leads to '{url.Host}' without encryption, so that the document and the key could be read on the way: use https. Only an address of this machine may be http.");
    }

    private string ReadKey(Func<string, string?> environment)
    {
        if (KeyVariable.Length == 0)
        {
            return "";
        }
        if (!VariableName().IsMatch(KeyVariable))
        {
            throw Wrong("ArchietLlmKeyVariable", "is no name of an environment variable");
        }
        var key = environment(KeyVariable)?.Trim() ?? "";
        if (key.Length == 0)
        {
            throw new DraftModelException(
                WireDiagnostics.KeyMissing, $"'ArchietLlmKeyVariable' names the environment variable '{KeyVariable}', which is empty: set it, or leave the property out for a server that wants no key.");
        }
        return key.All(static character => character is > ' ' and < '\x7f')
            ? key
            : throw new DraftModelException(WireDiagnostics.KeyMissing, $"The environment variable '{KeyVariable}' holds what cannot be a key: white space, or letters that no header carries.");
    }

    private double? ReadTemperature()
    {
        if (Temperature.Length == 0)
        {
            return null;
        }
        return double.TryParse(Temperature, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 2
            ? number
            : throw Wrong("ArchietLlmTemperature", "is no number from 0 to 2");
    }

    private static long ReadNumber(string property, string text, long least, long most, long otherwise)
    {
        if (text.Length == 0)
        {
            return otherwise;
        }
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Wrong(property, string.Create(CultureInfo.InvariantCulture, $"is no whole number from {least} to {most}"));
    }

    private static DraftModelException Wrong(string property, string what) => new(WireDiagnostics.WrongSetting, $"The property '{property}' {what}.");

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex VariableName();
}
