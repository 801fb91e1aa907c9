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

    /// <summary>A shorter value keeps nobody out, whatever it is called.</summary>
    private const int ShortestNamed = 4;

    /// <summary>Nobody's password is longer.</summary>
    private const int LongestNamed = 4096;

    /// <summary>A longer name says by itself what it means: <c>Key</c>, <c>Value</c>, <c>Production</c> do not.</summary>
    private const int LongestShort = 10;

    private static readonly string[] Loopbacks = ["localhost", "127.0.0.1", "(local", "[::1]", "host.docker.internal"];

    private readonly FileFacts facts;
    private readonly string text;

    /// <summary>Whether the file speaks of authorization anywhere.</summary>
    private readonly bool mayHoldHeader;

    /// <summary>Whether names and forms count. In examples and tests nothing does but what a provider issued.</summary>
    private readonly bool isOfUse;
    private readonly List<FileSecret> found = [];

    /// <summary>How many of what was found were found in the text as it is written: they come first, in their order.</summary>
    private int tokens;

    /// <summary>Looks through a text as it is written; its values are still to come.</summary>
    public SecretScan(FileFacts facts, string text, bool isTest)
    {
        this.facts = facts;
        this.text = text;
        isOfUse = !isTest && !facts.IsExample;
        mayHoldHeader = AuthorizationHeader.MayHold(text);
        FindTokens();
        FindKeys();
        found.Sort(static (left, right) => left.Start.CompareTo(right.Start));
        tokens = found.Count;
    }

    /// <inheritdoc/>
    public void Value(KeyPath key, TextPart value, int start, int length)
    {
        var hasTokens = tokens > 0 && NameTokens(key, start, length);
        if ((Find(value, length) ?? (hasTokens ? null : FindByName(key, value))) is { } secret)
        {
            Add(key.ToString(), secret, value.ToString(), start, length);
        }
    }

    /// <inheritdoc/>
    public void Text(TextPart value, int start, int length)
    {
        if (Find(value, length) is { } secret)
        {
            Add("", secret, value.ToString(), start, length);
        }
    }

    private void FindTokens()
    {
        for (var from = 0; TokenFormats.FindIn(text, from) is { } token; from = token.Start + token.Length)
        {
            found.Add(new FileSecret(token.Start, token.Length, "", token.Kind, token.Redacted(text)));
        }
    }

    private void FindKeys()
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
    private Secret? Find(TextPart value, int length)
    {
        if (value.Length != length && FindHidden(value.ToString()) is { } hidden)
        {
            return hidden;
        }
        return isOfUse && value.Length > 0
            ? FindConnection(value) ?? ((mayHoldHeader || value.Length != length) && value.Length >= ShortestHeader ? FindHeader(value.ToString()) : null)
            : null;
    }

    private static Secret? FindHidden(string value) => TokenFormats.FindIn(value) ?? (KeyMaterial.MayHold(value) ? KeyMaterial.FindIn(value) : null);

    private static Secret? FindHeader(string value) => AuthorizationHeader.MayHold(value) ? AuthorizationHeader.FindIn(value) : null;

    /// <summary>A developer's own machine lets in whoever sits at it: its passwords may stand in what only it reads.</summary>
    private Secret? FindConnection(TextPart value)
    {
        var characters = value.Span;
        if (characters.IndexOfAny('=', '@') < 0)
        {
            return null;
        }
        var secret = (characters.IndexOf('=') > 0 && characters.IndexOf(';') > 0 ? ConnectionString.FindIn(Written(value)) : null)
            ?? (characters.IndexOf('@') > 0 && characters.IndexOf("://".AsSpan()) > 0 ? UrlPassword.FindIn(value.ToString()) : null);
        return secret is not null && facts.IsDevelopment && IsOnThisMachine(value.ToString()) ? null : secret;
    }

    private string Written(TextPart value) => facts.Kind is FileKind.Json ? TemplateExpression.WrittenIn(value.ToString()) : value.ToString();

    private static bool IsOnThisMachine(string value) => Array.Exists(Loopbacks, host => value.IndexOf(host, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>A short name means something with the one around it: <c>Jwt:Key</c>, the first of <c>ApiKeys</c>.</summary>
    private Secret? FindByName(KeyPath key, TextPart value)
    {
        if (!isOfUse || facts.IsTranslation || value.Length is < ShortestNamed or > LongestNamed)
        {
            return null;
        }
        var (kind, hasContext) = MeaningOf(key);
        return (kind is not SecretName.None || hasContext)
            && (!key.IsInList || IsDrawn(value.ToString()))
            && NamedValue.IsSecret(kind, hasContext, value.ToString())
            ? new Secret(0, value.Length, "as its name says")
            : null;
    }

    /// <summary>What the name of a value says of it, and whether it gives it a meaning where it says nothing.</summary>
    private static (SecretName Kind, bool HasContext) MeaningOf(KeyPath key)
    {
        var name = KnownName.Of(key.Last.Span);
        if (name.Kind is not SecretName.None || key.Last.Length > LongestShort || key.BeforeLast is not { Length: > 0 } before)
        {
            return (name.Kind, name.HasContext && !name.IsPublic);
        }
        var around = KnownName.Of(before.Span);
        var kind = key.Last.Length == 0 ? around.Kind : name.NeedsTheNameAround ? SecretNames.Of(before + ":" + key.Last) : SecretName.None;
        return (kind, (name.HasContext || around.HasContext) && !name.IsPublic && !around.IsPublic);
    }

    /// <summary>A list of secrets is mostly one of their names; what a machine drew has letters of both sizes and digits.</summary>
    private static bool IsDrawn(string value) => value.Any(char.IsDigit) && value.Any(char.IsLower) && value.Any(char.IsUpper);

    /// <summary>Where escapes were resolved, the place is that of the whole value.</summary>
    private void Add(string key, Secret secret, string value, int start, int length) => found.Add(value.Length == length
        ? new FileSecret(start + secret.Start, secret.Length, key, secret.Kind, secret.Redacted(value))
        : new FileSecret(start, length, key, secret.Kind, secret.Redacted(value)));

    /// <summary>What was found, by place; of several at one place the first, which is the most certain.</summary>
    public IReadOnlyList<FileSecret> InOrder()
    {
        if (found.Count == 0)
        {
            return [];
        }
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
