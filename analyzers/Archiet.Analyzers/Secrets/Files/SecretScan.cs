namespace Archiet.Analyzers.Secrets.Files;

/// <summary>
/// Looks for secrets in a file: tokens of providers and keys anywhere, comments included, and in values what only their form or their name gives away. What is found in
/// two ways is said once.
/// </summary>
internal sealed class SecretScan : IValueSink
{
    /// <summary>A file with more keys than this is a key store, and says so with these.</summary>
    private const int MostKeys = 32;

    /// <summary>The shortest text with a header of authorization.</summary>
    private const int ShortestHeader = 20;

    /// <summary>Nobody's password is longer.</summary>
    private const int LongestNamed = 4096;

    /// <summary>A longer name says by itself what it means: <c>Key</c>, <c>Value</c>, <c>Production</c> do not.</summary>
    private const int LongestShort = 10;

    private static readonly string[] Loopbacks = ["localhost", "127.0.0.1", "(local", "[::1]", "host.docker.internal"];

    private readonly FileFacts facts;

    /// <summary>Whether names and forms count. In examples and tests nothing does but what a provider issued.</summary>
    private readonly bool isOfUse;
    private readonly List<FileSecret> found = [];

    /// <summary>How many of what was found were found in the text as it is written: they come first, in their order.</summary>
    private int tokens;

    private SecretScan(FileFacts facts, bool isTest)
    {
        this.facts = facts;
        isOfUse = !isTest && !facts.IsExample;
    }

    /// <summary>What a text holds, in its order.</summary>
    public static IReadOnlyList<FileSecret> Of(FileFacts facts, string text, bool isTest)
    {
        var scan = new SecretScan(facts, isTest);
        scan.FindTokens(text);
        scan.FindKeys(text);
        scan.found.Sort((left, right) => left.Start.CompareTo(right.Start));
        scan.tokens = scan.found.Count;
        FileReader.Read(facts.Kind, text, scan);
        return scan.InOrder();
    }

    /// <inheritdoc/>
    public void Value(KeyPath key, string value, int start, int length)
    {
        var hasTokens = NameTokens(key, start, length);
        if ((Find(value, length) ?? (hasTokens ? null : FindByName(key, value))) is { } secret)
        {
            Add(key.ToString(), secret, value, start, length);
        }
    }

    /// <inheritdoc/>
    public void Text(string value, int start, int length)
    {
        if (Find(value, length) is { } secret)
        {
            Add("", secret, value, start, length);
        }
    }

    private void FindTokens(string text)
    {
        for (var from = 0; TokenFormats.FindIn(text, from) is { } token; from = token.Start + token.Length)
        {
            found.Add(new FileSecret(token.Start, token.Length, "", token.Kind, token.Redacted(text)));
        }
    }

    private void FindKeys(string text)
    {
        var rest = text;
        for (var count = 0; count < MostKeys && KeyMaterial.MayHold(rest) && KeyMaterial.FindIn(rest) is { } key; count++)
        {
            found.Add(new FileSecret(text.Length - rest.Length + key.Start, key.Length, "", key.Kind, key.Redacted(rest)));
            rest = rest.Substring(key.Start + key.Length);
        }
    }

    /// <summary>Gives the tokens in a value its key; false where there are none.</summary>
    private bool NameTokens(KeyPath key, int start, int length)
    {
        var isNamed = false;
        for (var at = FirstTokenFrom(start); at < tokens && found[at].Start < start + length; at++)
        {
            found[at] = found[at] with { Key = key.ToString() };
            isNamed = true;
        }
        return isNamed;
    }

    private int FirstTokenFrom(int start)
    {
        var (low, high) = (0, tokens);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = found[middle].Start < start ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>What a value gives away by its form. What a provider issued is looked for only where escapes hid it so far.</summary>
    private Secret? Find(string value, int length)
    {
        if (value.Length != length && (TokenFormats.FindIn(value) ?? (KeyMaterial.MayHold(value) ? KeyMaterial.FindIn(value) : null)) is { } hidden)
        {
            return hidden;
        }
        return isOfUse ? FindConnection(value) ?? (value.Length >= ShortestHeader && AuthorizationHeader.MayHold(value) ? AuthorizationHeader.FindIn(value) : null) : null;
    }

    /// <summary>A developer's own machine lets in whoever sits at it: its passwords may stand in what only it reads.</summary>
    private Secret? FindConnection(string value)
    {
        var secret = (value.IndexOf('=') > 0 && value.IndexOf(';') > 0 ? ConnectionString.FindIn(value) : null)
            ?? (value.IndexOf('@') > 0 && value.IndexOf("://", StringComparison.Ordinal) > 0 ? UrlPassword.FindIn(value) : null);
        return secret is not null && facts.IsDevelopment && Array.Exists(Loopbacks, host => value.IndexOf(host, StringComparison.OrdinalIgnoreCase) >= 0) ? null : secret;
    }

    /// <summary>A short name means something with the one around it: <c>Jwt:Key</c>, the first of <c>ApiKeys</c>.</summary>
    private Secret? FindByName(KeyPath key, string value)
    {
        if (!isOfUse || facts.IsTranslation || value.Length > LongestNamed || (key.IsInList && !IsDrawn(value)))
        {
            return null;
        }
        var name = key.Last;
        if (name.Length <= LongestShort && SecretNames.Of(name) is SecretName.None && key.BeforeLast is { Length: > 0 } around)
        {
            name = name.Length == 0 ? around : around + ":" + name;
        }
        return NamedValue.Find(name, value) is { } secret ? secret with { Kind = "as its name says" } : null;
    }

    /// <summary>A list of secrets is mostly one of their names; what a machine drew has letters of both sizes and digits.</summary>
    private static bool IsDrawn(string value) => value.Any(char.IsDigit) && value.Any(char.IsLower) && value.Any(char.IsUpper);

    /// <summary>Where escapes were resolved, the place is that of the whole value.</summary>
    private void Add(string key, Secret secret, string value, int start, int length) => found.Add(value.Length == length
        ? new FileSecret(start + secret.Start, secret.Length, key, secret.Kind, secret.Redacted(value))
        : new FileSecret(start, length, key, secret.Kind, secret.Redacted(value)));

    /// <summary>By place; of several at one place the first, which is the most certain.</summary>
    private List<FileSecret> InOrder()
    {
        var ordered = new List<FileSecret>(found.Count);
        foreach (var secret in found.OrderBy(static secret => secret.Start))
        {
            if (ordered.Count == 0 || secret.Start >= ordered[ordered.Count - 1].Start + ordered[ordered.Count - 1].Length)
            {
                ordered.Add(secret);
            }
        }
        return ordered;
    }
}
