namespace Archiet.Analyzers.Secrets.Files;

/// <summary>A placeholder in a file.</summary>
/// <param name="Start">Where it is written.</param>
/// <param name="Length">How long it is written.</param>
/// <param name="Key">The key of the value that it stands in.</param>
/// <param name="Text">The placeholder.</param>
internal sealed record FilePlaceholder(int Start, int Length, string Key, string Text);

/// <summary>
/// Looks for placeholders in configuration that nobody filled. What the file's own reader fills is none: <c>${VAR}</c> in YAML, .env files and Dockerfiles, <c>$(Property)</c> in
/// project files, <c>%VAR%</c> in NuGet's and IIS's, <c>{{ }}</c> in charts, references to vaults everywhere.
/// </summary>
internal sealed class PlaceholderScan : IValueSink
{
    /// <summary>A longer value is a text or data, and no setting.</summary>
    private const int LongestSetting = 512;

    private const int Shortest = 3;

    /// <summary>What marks of templates begin with, and what separates the fields of a connection string.</summary>
    private const string Marks = "#$%<{;";

    /// <summary>Keys whose values are words of a domain, patterns or texts: TODO there is the state of a task.</summary>
    private static readonly HashSet<string> Domain = new(StringComparer.Ordinal)
    {
        "status", "state", "stage", "column", "lane", "label", "labels", "tag", "tags", "list", "category", "format", "pattern", "mask", "regex", "template", "separator", "description",
        "title", "text", "message", "comment", "help", "hint", "placeholder", "keyword", "keywords", "version", "name", "include", "exclude", "remove", "update", "condition",
        "command",
    };

    /// <summary>What nothing in .NET fills, in any file.</summary>
    private static readonly (string Open, string Close)[] PipelineMarks = [("#{", "}#"), ("#{", "}"), ("__", "__")];

    /// <summary>What something fills in other files, and nothing in the JSON that .NET reads.</summary>
    private static readonly (string Open, string Close)[] ForeignMarks = [("${", "}"), ("$(", ")"), ("%", "%"), ("{{", "}}")];

    private readonly FileKind kind;
    private readonly FilledForms filled;
    private readonly List<FilePlaceholder> found = [];

    /// <summary>Notes that the file lists among other values, as a schema lists the states of a task: words of its domain, wherever else it says them.</summary>
    private readonly HashSet<string> listed = new(StringComparer.Ordinal);

    /// <summary>Creates it for a file; its values are still to come.</summary>
    public PlaceholderScan(FileKind kind, FilledForms filled)
    {
        this.kind = kind;
        this.filled = filled;
    }

    /// <summary>What was found, in the order of the file.</summary>
    public IReadOnlyList<FilePlaceholder> Found => listed.Count == 0 ? found : found.FindAll(placeholder => !listed.Contains(placeholder.Text));

    /// <inheritdoc/>
    public void Value(KeyPath key, TextPart value, int start, int length)
    {
        if (value.Length is >= Shortest and <= LongestSetting && MayHold(value.Span))
        {
            Look(key, value.ToString(), start, length);
        }
    }

    /// <summary>What stands under no name is a script or a sentence, and nothing that an app reads as a setting.</summary>
    public void Text(TextPart value, int start, int length)
    {
    }

    /// <summary>Whether a value may have any of the forms below; nearly none may, and no text is made of those that may not.</summary>
    private static bool MayHold(ReadOnlySpan<char> value) => PlaceholderForms.MayBegin(value)
        || value.IndexOfAny(Marks.AsSpan()) >= 0
        || value.IndexOf("__".AsSpan()) >= 0
        || PlaceholderForms.IsMask(value);

    private void Look(KeyPath key, string value, int start, int length)
    {
        if (key.IsInList && PlaceholderForms.IsNote(value))
        {
            listed.Add(value);
        }
        if (FindIn(key, value) is (var at, > 0 and var size))
        {
            found.Add(value.Length == length
                ? new FilePlaceholder(start + at, size, key.ToString(), value.Substring(at, size))
                : new FilePlaceholder(start, length, key.ToString(), value.Substring(at, size)));
        }
    }

    private (int Start, int Length) FindIn(KeyPath key, string value)
    {
        if (FindMarks(key, value) is (_, > 0) marked)
        {
            return marked;
        }
        if (value[0] is '$' or '@')
        {
            return default;
        }
        var isWhole = PlaceholderForms.IsRequest(value)
            || (!key.IsInList && (PlaceholderForms.IsMask(value.AsSpan()) || PlaceholderForms.IsNote(value)))
            || (PlaceholderForms.IsBlank(value) && IsSecret(key));
        var found = isWhole ? (0, value.Length) : FindField(value);
        return found.Item2 > 0 && Words.Of(key.Last.ToString()) is [.., var noun] && Domain.Contains(noun) ? default : found;
    }

    private static bool Is(string value) => PlaceholderForms.IsRequest(value) || PlaceholderForms.IsMask(value.AsSpan());

    private static bool IsSecret(KeyPath key) => KnownName.Of(key.Last.Span).Kind is not SecretName.None || SecretNames.Of(key.BeforeLast + ":" + key.Last) is not SecretName.None;

    /// <summary>A name between marks: the whole value, or a part of an address or of a connection string.</summary>
    private (int Start, int Length) FindMarks(KeyPath key, string value)
    {
        var isJoined = (value.IndexOf('=') > 0 || value.IndexOf("://", StringComparison.Ordinal) > 0) && (value.IndexOf(';') > 0 || !value.Any(char.IsWhiteSpace));
        foreach (var (open, close) in PipelineMarks)
        {
            if (!filled.Fills(open, close) && Between(value, open, close, isJoined) is (var start, > 0 and var length)
                && PlaceholderForms.IsName(value.Substring(start + open.Length, length - open.Length - close.Length))
                && (open != "__" || PlaceholderForms.IsToken(value, start, length)))
            {
                return (start, length);
            }
        }
        if (kind is FileKind.Json && IsSecret(key))
        {
            foreach (var (open, close) in ForeignMarks)
            {
                if (!filled.Fills(open, close) && Between(value, open, close, isPart: false) is (0, > 0 and var length)
                    && PlaceholderForms.IsName(value.Substring(open.Length, length - open.Length - close.Length).Trim()))
                {
                    return (0, length);
                }
            }
        }
        return FindBrackets(value, isJoined);
    }

    private (int Start, int Length) FindBrackets(string value, bool isJoined)
    {
        if (Between(value, "[", "]", isPart: false) is (0, > 0) || Between(value, "{", "}", isPart: false) is (0, > 0))
        {
            return PlaceholderForms.IsRequest(value.Trim('[', ']', '{', '}').Replace(' ', '-')) ? (0, value.Length) : default;
        }
        for (var from = 0; !filled.Fills("<", ">") && value.IndexOf('<', from) is >= 0 and var open; from = open + 1)
        {
            var close = value.IndexOf('>', open);
            if (close > open && (isJoined || (open == 0 && close == value.Length - 1))
                && value.IndexOf("</", StringComparison.Ordinal) < 0
                && PlaceholderForms.IsAsked(value.Substring(open + 1, close - open - 1)))
            {
                return (open, close - open + 1);
            }
        }
        return default;
    }

    private static (int Start, int Length) Between(string value, string open, string close, bool isPart)
    {
        var start = value.IndexOf(open, StringComparison.Ordinal);
        if (start < 0 || (!isPart && start > 0))
        {
            return default;
        }
        var end = value.IndexOf(close, start + open.Length, StringComparison.Ordinal);
        return end > start + open.Length && (isPart || end + close.Length == value.Length) ? (start, end + close.Length - start) : default;
    }

    /// <summary>The fields of a connection string, each a value of its own.</summary>
    private static (int Start, int Length) FindField(string value)
    {
        if (value.IndexOf(';') < 0)
        {
            return default;
        }
        for (var equals = value.IndexOf('='); equals >= 0; equals = value.IndexOf('=', equals + 1))
        {
            var end = value.IndexOf(';', equals) is >= 0 and var found ? found : value.Length;
            if (Is(value.Substring(equals + 1, end - equals - 1)))
            {
                return (equals + 1, end - equals - 1);
            }
        }
        return default;
    }
}
