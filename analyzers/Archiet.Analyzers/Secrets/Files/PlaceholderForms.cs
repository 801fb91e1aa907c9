namespace Archiet.Analyzers.Secrets.Files;

/// <summary>What people and templates write where a value is still to be put. Each form is one that no real value has.</summary>
internal static class PlaceholderForms
{
    private const int ShortestMask = 4;
    private const int ShortestRun = 5;

    /// <summary>What a request to put something there begins with: whole words, in small letters, without what stands between them.</summary>
    private static readonly HashSet<string> Requests = new(StringComparer.Ordinal)
    {
        "changeme", "changethis", "changeit", "replaceme", "replacethis", "replacewith", "tobereplaced", "tobefilled", "tobeset", "fillme", "fillthis", "fillin", "insertyour", "enteryour",
        "putyour", "addyour", "setyour", "setme", "pasteyour", "useyourown", "insertkey", "inserttoken", "insertpassword", "insertsecret", "enterkey", "entertoken", "entersecret", "enterpassword",
        "enterthe", "insertthe", "placeholder",
    };

    /// <summary>What they all begin with, so that other values cost nothing.</summary>
    private static readonly string[] Stems = ["change", "replace", "to", "fill", "insert", "enter", "put", "add", "set", "paste", "use", "your", "placeholder"];

    /// <summary>How many words a request has at most.</summary>
    private const int MostWords = 3;

    /// <summary>What stands in brackets that ask for something, beside words with a separator between them.</summary>
    private static readonly HashSet<string> Asked = new(StringComparer.Ordinal)
    {
        "your", "insert", "enter", "replace", "key", "secret", "password", "token", "name", "host", "hostname", "server", "url", "uri", "domain", "tenant", "user", "username", "id", "guid",
        "value", "region", "account", "bucket", "database", "port", "email", "connectionstring", "todo", "tbd", "placeholder", "apikey", "password", "pwd", "passwd",
    };

    /// <summary>Whether a value begins as a request, a note, a blank or something in brackets does.</summary>
    public static bool MayBegin(ReadOnlySpan<char> value)
    {
        var first = char.ToLowerInvariant(value[0]);
        return first is '*' or '.' or '?' or '•' or 'x' or '[' or '{'
            || value.StartsWith("TODO".AsSpan()) || value.StartsWith("FIXME".AsSpan()) || value.StartsWith("TBD".AsSpan())
            || MayBeRequest(value, first);
    }

    /// <summary>A note to oneself in capitals, alone or with a remark behind it.</summary>
    public static bool IsNote(string value) => IsMark(value, "TODO") || IsMark(value, "FIXME") || IsMark(value, "TBD");

    /// <summary>One word that asks to be replaced: <c>changeme</c>, <c>your-api-key</c>, <c>Enter_the_Tenant_Id_Here</c>.</summary>
    public static bool IsRequest(string value)
    {
        if (value.Length < 6 || !MayBeRequest(value.AsSpan(), char.ToLowerInvariant(value[0])) || value.Any(char.IsWhiteSpace))
        {
            return false;
        }
        var words = Words.Of(value);
        var begun = "";
        for (var at = 0; at < words.Count && at < MostWords; at++)
        {
            begun += words[at];
            if (Requests.Contains(begun))
            {
                return true;
            }
        }
        return IsYours(value);
    }

    /// <summary>Only the letter x, or a known beginning and then only it: <c>xxxx-xxxx</c>, <c>G-XXXXXXXXXX</c>.</summary>
    public static bool IsMask(ReadOnlySpan<char> value)
    {
        if (value.IndexOfAny('x', 'X') < 0)
        {
            return false;
        }
        var (run, longest, others) = (0, 0, 0);
        foreach (var letter in value)
        {
            if (letter is 'x' or 'X')
            {
                longest = Math.Max(longest, ++run);
            }
            else if (letter is not ('-' or '_' or '.'))
            {
                run = 0;
                others++;
            }
        }
        return value[0] is not '0' && (others == 0 ? longest >= ShortestMask : longest >= ShortestRun && others <= value.Length / 2 && !HasBlank(value));
    }

    /// <summary>Words in angle brackets that ask for a value, as no tag of HTML is written: <c>&lt;your-key&gt;</c>, <c>&lt;API_KEY&gt;</c>, <c>&lt;password&gt;</c>.</summary>
    public static bool IsAsked(string inside)
    {
        if (inside.Length < 2 || !inside.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_' or '.') || !char.IsLetter(inside[0]))
        {
            return false;
        }
        var words = Words.Of(inside);
        return words.Exists(Asked.Contains);
    }

    /// <summary>Stars or dots where a secret was taken out.</summary>
    public static bool IsBlank(string value) => value.All(letter => letter is '*' or '.' or '?' or '•' or 'x' or 'X');

    /// <summary>Underscores on both sides of a name with a capital, and no word that goes on: names of Python have small letters.</summary>
    public static bool IsToken(string value, int start, int length) => value.Skip(start).Take(length).Any(char.IsUpper)
        && (start == 0 || !char.IsLetterOrDigit(value[start - 1]))
        && (start + length == value.Length || !(char.IsLetterOrDigit(value[start + length]) || value[start + length] == '_'));

    /// <summary>A name between the marks of a template.</summary>
    public static bool IsName(string inside) => inside.Length > 0 && (char.IsLetter(inside[0]) || inside[0] == '_') && inside.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '.' or ':' or '-' or '[' or ']' or ' ');

    private static bool MayBeRequest(ReadOnlySpan<char> value, char first)
    {
        foreach (var stem in Stems)
        {
            if (stem[0] == first && value.StartsWith(stem.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    private static bool HasBlank(ReadOnlySpan<char> value)
    {
        foreach (var letter in value)
        {
            if (char.IsWhiteSpace(letter))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsMark(string value, string mark) => value.StartsWith(mark, StringComparison.Ordinal) && (value.Length == mark.Length || !char.IsLetterOrDigit(value[mark.Length]));

    private static bool IsYours(string value) => value.StartsWith("your", StringComparison.OrdinalIgnoreCase)
        && value.Length > 5
        && (value[4] is '-' or '_' or '.' || (char.IsUpper(value[4]) && char.IsLower(value[3])));
}
