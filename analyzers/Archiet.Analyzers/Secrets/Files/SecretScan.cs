namespace Archiet.Analyzers.Secrets.Files;

/// <summary>
/// Looks for secrets in a file: tokens of providers anywhere, comments included, and in values what only their place or their form gives away. What is found in two
/// ways is said once.
/// </summary>
internal sealed class SecretScan : IValueSink
{
    private readonly FileFacts facts;
    private readonly List<FileSecret> found = [];

    /// <summary>How many of what was found are tokens: they come first, in their order.</summary>
    private int tokens;

    private SecretScan(FileFacts facts) => this.facts = facts;

    /// <summary>What a text holds, in its order.</summary>
    public static IReadOnlyList<FileSecret> Of(FileFacts facts, string text)
    {
        var scan = new SecretScan(facts);
        scan.FindTokens(text);
        FileReader.Read(facts.Kind, text, scan);
        return scan.InOrder();
    }

    /// <inheritdoc/>
    public void Value(KeyPath key, string value, int start, int length)
    {
        if (!NameTokens(key, start, length) && (Find(value, length) ?? FindByName(key, value)) is { } secret)
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

    /// <summary>Tokens are found in the text as it is written, so that none is missed for where it stands.</summary>
    private void FindTokens(string text)
    {
        for (var from = 0; TokenFormats.FindIn(text, from) is { } token; from = token.Start + token.Length)
        {
            found.Add(new FileSecret(token.Start, token.Length, "", token.Kind));
        }
        tokens = found.Count;
    }

    /// <summary>Gives the tokens in a value its key; false where there are none.</summary>
    private bool NameTokens(KeyPath key, int start, int length)
    {
        var at = FirstTokenFrom(start);
        var named = false;
        for (; at < tokens && found[at].Start < start + length; at++)
        {
            found[at] = found[at] with { Key = key.ToString() };
            named = true;
        }
        return named;
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

    /// <summary>What a value gives away by its form. A token is looked for only where escapes hid it so far.</summary>
    private static Secret? Find(string value, int length) =>
        (value.Length != length ? TokenFormats.FindIn(value) : null)
        ?? (value.IndexOf('=') > 0 && value.IndexOf(';') > 0 ? ConnectionString.FindIn(value) : null)
        ?? (value.IndexOf('@') > 0 && value.IndexOf("://", StringComparison.Ordinal) > 0 ? UrlPassword.FindIn(value) : null);

    private Secret? FindByName(KeyPath key, string value) => null;

    /// <summary>Where escapes were resolved, the place is that of the whole value.</summary>
    private void Add(string key, Secret secret, string value, int start, int length) => found.Add(value.Length == length
        ? new FileSecret(start + secret.Start, secret.Length, key, secret.Kind)
        : new FileSecret(start, length, key, secret.Kind));

    /// <summary>By place; of several at one place the first, which is the most certain.</summary>
    private List<FileSecret> InOrder()
    {
        var ordered = new List<FileSecret>(found.Count);
        foreach (var secret in found.OrderBy(secret => secret.Start))
        {
            if (ordered.Count == 0 || ordered[ordered.Count - 1] is var last && secret.Start >= last.Start + last.Length)
            {
                ordered.Add(secret);
            }
        }
        return ordered;
    }
}
