using Archiet.Analyzers.Secrets.Files;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Analyzers.Web;

/// <summary>
/// Finds what scripts keep in the browser where every script of the page can read it: tokens in localStorage and sessionStorage, session cookies. Works on the tokens of the
/// language, never on raw text: what a comment or a text says of localStorage is no use of it.
/// </summary>
internal sealed class BrowserStorage
{
    /// <summary>No person writes a line as long.</summary>
    private const int LongestLine = 5_000;

    private static readonly HashSet<string> Windows = new(StringComparer.Ordinal) { "window", "globalThis", "self", "top", "parent" };

    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal) { "setItem", "getItem", "removeItem", "clear", "key", "length" };

    private readonly string text;
    private readonly List<ScriptToken> tokens = [];
    private readonly Dictionary<string, string> stores = new(StringComparer.Ordinal) { ["localStorage"] = "localStorage", ["sessionStorage"] = "sessionStorage" };
    private readonly Dictionary<string, string> constants = new(StringComparer.Ordinal);
    private readonly List<Kept> found = [];

    private BrowserStorage(string text, int start, int end)
    {
        this.text = text;
        var reader = new ScriptTokenizer(text, start, end);
        while (reader.Next() is { } token)
        {
            tokens.Add(token);
        }
    }

    /// <summary>What the scripts of a file keep, in its order.</summary>
    public static IReadOnlyList<Kept> In(FileKind kind, string text)
    {
        var found = new List<Kept>();
        if (kind is FileKind.Script or FileKind.Html or FileKind.Razor && MayHold(text))
        {
            foreach (var (start, end) in ScriptsOf(kind, text))
            {
                found.AddRange(new BrowserStorage(text, start, end).Find());
            }
        }
        return found;
    }

    /// <summary>Most scripts keep nothing, and are not taken apart; what a bundler wrote is nobody's to change.</summary>
    private static bool MayHold(string text) =>
        (Holds(text, "localStorage") || Holds(text, "sessionStorage") || Holds(text, ".cookie") || Holds(text, "Cookies.set")) && !IsBundle(text);

    private static bool Holds(string text, string word) => text.AsSpan().IndexOf(word.AsSpan()) >= 0;

    private static bool IsBundle(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            if (end - start > LongestLine)
            {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private static IEnumerable<(int Start, int End)> ScriptsOf(FileKind kind, string text)
    {
        if (kind == FileKind.Script)
        {
            yield return (0, text.Length);
        }
        else if (kind is FileKind.Html or FileKind.Razor)
        {
            for (var at = 0; text.IndexOf("<script", at, StringComparison.OrdinalIgnoreCase) is >= 0 and var open;)
            {
                var start = text.IndexOf('>', open) is >= 0 and var close ? close + 1 : text.Length;
                var end = text.IndexOf("</script", start, StringComparison.OrdinalIgnoreCase) is >= 0 and var last ? last : text.Length;
                yield return (start, end);
                at = end;
            }
        }
    }

    private List<Kept> Find()
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind == ScriptTokenKind.Name)
            {
                LookAtName(at);
            }
        }
        return found;
    }

    private void LookAtName(int at)
    {
        var name = Text(at);
        if (stores.TryGetValue(name, out var store) && !IsMemberOfAnother(at))
        {
            if (AssignedTo(WholeFrom(at)) is { } alias && !Is(at + 1, ".") && !Is(at + 1, "[") && !Is(at + 1, "?."))
            {
                stores[alias] = store;
            }
            else
            {
                LookAtStore(at, store);
            }
        }
        else if (name == "cookie" && Is(at - 1, ".") && IsName(at - 2, "document") && Is(at + 1, "="))
        {
            LookAtCookie(at + 2);
        }
        else if (name == "Cookies" && Is(at + 1, ".") && IsName(at + 2, "set") && Is(at + 3, "(") && KeyAt(at + 4) is { } cookie && NamesOfProof.IsOfSession(cookie))
        {
            Add(StorageKind.Cookie, "cookie", cookie, at + 4);
        }
        else if (name == "cacheLocation" && Is(at + 1, ":") && KeyAt(at + 2) is "localStorage")
        {
            // The option of Microsoft's authentication library: all its tokens go there.
            Add(StorageKind.Token, "localStorage", name, at + 2);
        }
        else if (Is(at + 1, "=") && At(at + 2) is { Kind: ScriptTokenKind.Text } && !Is(at - 1, "."))
        {
            constants[name] = Text(at + 2);
        }
    }

    private void LookAtStore(int at, string store)
    {
        var dotted = Is(at + 1, ".") || Is(at + 1, "?.") || (Is(at + 1, "?") && Is(at + 2, "."));
        var member = Is(at + 1, "?") ? at + 3 : at + 2;
        if (dotted && IsName(member, "setItem") && Is(member + 1, "("))
        {
            LookAtItem(member + 2, store);
        }
        else if (dotted && At(member) is { Kind: ScriptTokenKind.Name } && Is(member + 1, "=") && !Methods.Contains(Text(member)) && NamesOfProof.IsToken(Text(member)))
        {
            Add(StorageKind.Token, store, Text(member), member);
        }
        else if (Is(at + 1, "[") && KeyAt(at + 2) is { } key && Is(at + 3, "]") && Is(at + 4, "=") && NamesOfProof.IsToken(key))
        {
            Add(StorageKind.Token, store, key, at + 2);
        }
        else if (AssignedTo(WholeFrom(at)) is null && IsOption(WholeFrom(at), "userStore", "store") && IsInside(at, "WebStorageStateStore"))
        {
            // The option of oidc-client: all its tokens go there.
            Add(StorageKind.Token, store, "userStore", at);
        }
    }

    /// <summary>The key says what is kept; where it says nothing, the names in the value may.</summary>
    private void LookAtItem(int first, string store)
    {
        var (comma, close) = Arguments(first);
        if (KeyAt(comma - 1) is { } key && NamesOfProof.IsToken(key))
        {
            Add(StorageKind.Token, store, key, comma - 1);
            return;
        }
        for (var at = comma + 1; at < close; at++)
        {
            if (At(at) is { Kind: ScriptTokenKind.Name } && !Is(at + 1, "(") && !Is(at + 1, ".") && NamesOfProof.IsToken(Text(at)))
            {
                Add(StorageKind.Token, store, Text(at), at);
                return;
            }
        }
    }

    private void LookAtCookie(int at)
    {
        at = LiteralFrom(at);
        if (At(at) is { Kind: ScriptTokenKind.Text or ScriptTokenKind.Template })
        {
            var content = Text(at);
            var equals = content.IndexOf('=');
            var name = equals > 0 ? content.Substring(0, equals).Trim() : "";
            if (name.IndexOf('$') < 0 && NamesOfProof.IsOfSession(name) && !IsRemoval(content, equals))
            {
                Add(StorageKind.Cookie, "cookie", name, at);
            }
        }
    }

    /// <summary>The literal that begins at a position: what stands in the holes of a template comes before it.</summary>
    private int LiteralFrom(int at)
    {
        for (var later = at; later < tokens.Count && !Is(later, ";"); later++)
        {
            if (tokens[later].Kind == ScriptTokenKind.Template && tokens[later].Start < tokens[at].Start)
            {
                return later;
            }
        }
        return at;
    }

    /// <summary>An empty value, or a time long ago, takes a cookie away.</summary>
    private static bool IsRemoval(string cookie, int equals) =>
        (equals + 1 < cookie.Length && cookie[equals + 1] == ';')
        || cookie.IndexOf("max-age=0", StringComparison.OrdinalIgnoreCase) >= 0
        || cookie.IndexOf("01 Jan 1970", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Where the first argument of a call ends, and where the call does.</summary>
    private (int Comma, int Close) Arguments(int first)
    {
        var depth = 0;
        var comma = -1;
        for (var at = first; at < tokens.Count; at++)
        {
            if (Is(at, "(") || Is(at, "[") || Is(at, "{"))
            {
                depth++;
            }
            else if (Is(at, ")") || Is(at, "]") || Is(at, "}"))
            {
                if (depth-- == 0)
                {
                    return (comma < 0 ? at : comma, at);
                }
            }
            else if (depth == 0 && comma < 0 && Is(at, ","))
            {
                comma = at;
            }
        }
        return (comma < 0 ? tokens.Count : comma, tokens.Count);
    }

    /// <summary>What a literal says, or a constant, or else the name that stands there.</summary>
    private string? KeyAt(int at) => At(at) switch
    {
        { Kind: ScriptTokenKind.Text or ScriptTokenKind.Template } => Text(at),
        { Kind: ScriptTokenKind.Name } => constants.TryGetValue(Text(at), out var value) ? value : Text(at),
        _ => null,
    };

    /// <summary>The position of <c>window</c> in <c>window.localStorage</c>, or of the name itself.</summary>
    private int WholeFrom(int at) => Is(at - 1, ".") ? at - 2 : at;

    private bool IsMemberOfAnother(int at) => Is(at - 1, ".") && !(At(at - 2) is { Kind: ScriptTokenKind.Name } && Windows.Contains(Text(at - 2)));

    /// <summary>The variable that an expression initialises where it is declared, its type left out.</summary>
    private string? AssignedTo(int at)
    {
        if (!Is(at - 1, "="))
        {
            return null;
        }
        var name = Is(at - 3, ":") ? at - 4 : at - 2;
        return At(name) is { Kind: ScriptTokenKind.Name } && (IsName(name - 1, "const") || IsName(name - 1, "let") || IsName(name - 1, "var")) ? Text(name) : null;
    }

    private bool IsOption(int at, params string[] names) => Is(at - 1, ":") && At(at - 2) is { Kind: ScriptTokenKind.Name } && names.Contains(Text(at - 2), StringComparer.Ordinal);

    private bool IsInside(int at, string type)
    {
        for (var back = at; back >= 0 && back > at - 12; back--)
        {
            if (IsName(back, type))
            {
                return true;
            }
        }
        return false;
    }

    private void Add(StorageKind kind, string place, string name, int at) => found.Add(new Kept(kind, place, name, TextSpan.FromBounds(tokens[at].Start, tokens[at].End)));

    private ScriptToken? At(int at) => at >= 0 && at < tokens.Count ? tokens[at] : null;

    private string Text(int at) => text.Substring(tokens[at].Start, tokens[at].End - tokens[at].Start);

    private bool Is(int at, string sign) => At(at) is { Kind: ScriptTokenKind.Sign } token && token.Is(text, sign);

    private bool IsName(int at, string name) => At(at) is { Kind: ScriptTokenKind.Name } token && token.Is(text, name);
}

/// <summary>Something that a script keeps in the browser.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where it is kept.</param>
/// <param name="Name">The name that says what it is.</param>
/// <param name="Span">Where the name stands.</param>
internal sealed record Kept(StorageKind Kind, string Place, string Name, TextSpan Span);

/// <summary>What a script keeps.</summary>
internal enum StorageKind
{
    /// <summary>A token in web storage.</summary>
    Token,

    /// <summary>A session in a cookie.</summary>
    Cookie,
}
