namespace Archiet.Analyzers.Secrets;

/// <summary>What stands where a password will be put, and is none.</summary>
internal static class Placeholder
{
    /// <summary>Stands for a value of run time. No secret contains it, and none is found across it.</summary>
    public const char Hole = '\uFFFC';

    /// <summary>The brackets that templates of configuration, shells and pipelines put around a name.</summary>
    private static readonly (string Open, string Close)[] Brackets =
        [("<", ">"), ("${", "}"), ("{", "}"), ("#{", "}#"), ("%", "%"), ("$(", ")"), ("[", "]"), ("__", "__"), ("@Microsoft.KeyVault(", ")")];

    private static readonly (string Open, string Close)[] Holes = [("${", "}"), ("{{", "}}"), ("#{", "}"), ("$(", ")"), ("{", "}"), ("<", ">"), ("[[", "]]"), ("<%", "%>")];

    /// <summary>What people write there instead: the field's own name, or a request to put something there.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "password", "passwd", "passphrase", "pass", "pwd", "pw", "secret", "token", "key", "credentials", "changeit", "changeme", "change", "replace", "placeholder", "example",
        "sample", "dummy", "todo", "tbd", "redacted", "removed", "hidden", "masked", "none", "null", "empty", "your", "enter", "insert", "fill",
    };

    /// <summary>What stands beside such a name, and would be a password by itself.</summary>
    private static readonly string[] Fillers =
    [
        "sas", "api", "account", "access", "shared", "my", "me", "the", "some", "db", "database", "user", "goes", "here", "value", "in", "super", "strong", "read", "write", "only",
        "test", "a", "it",
    ];

    /// <summary>All of them, the longer ones first, so that none is taken for the beginning of another.</summary>
    private static readonly string[] Words = [.. Names.Concat(Fillers).OrderByDescending(word => word.Length)];

    /// <summary>Whether a value fills a password's place without being one.</summary>
    public static bool Is(string value) => value.IndexOf(Hole) >= 0
        || Brackets.Any(pair => value.StartsWith(pair.Open, StringComparison.Ordinal) && value.EndsWith(pair.Close, StringComparison.Ordinal))
        || value.StartsWith("$", StringComparison.Ordinal) && value.Skip(1).All(letter => letter == '_' || char.IsUpper(letter) || char.IsDigit(letter))
        || IsMask(value)
        || IsLeftOut(value)
        || IsWord(value)
        || IsYours(value);

    /// <summary>Whether a template's hole stands in a value: run time writes that part, and with it the secret.</summary>
    public static bool HasHole(string value) => Holes.Any(pair => value.IndexOf(pair.Open, StringComparison.Ordinal) is >= 0 and var open
        && value.IndexOf(pair.Close, open + pair.Open.Length, StringComparison.Ordinal) > open + pair.Open.Length);

    /// <summary>What is addressed to the reader: <c>your-key-1</c>, <c>yourStrong(!)P@ssw0rd</c>.</summary>
    private static bool IsYours(string value) => value.Length > 4 && value.StartsWith("your", StringComparison.OrdinalIgnoreCase) && (!char.IsLower(value[4]) || value.StartsWith("yourstrong", StringComparison.OrdinalIgnoreCase));

    /// <summary>One character again and again, or nothing to pronounce at all: <c>xxxx</c>, <c>****</c>, <c>...</c>.</summary>
    private static bool IsMask(string value) => value.All(letter => letter == value[0]) || !value.Any(char.IsLetterOrDigit);

    /// <summary>An ellipsis, and what the sentence around it goes on with: <c>... and so on.</c></summary>
    private static bool IsLeftOut(string value) => value.StartsWith("...", StringComparison.Ordinal) || value.StartsWith("…", StringComparison.Ordinal);

    /// <summary>Names and fillers and nothing else: <c>password</c>, <c>your-password</c>, <c>insert_password_here</c>.</summary>
    private static bool IsWord(string value)
    {
        var letters = new string([.. value.Where(char.IsLetterOrDigit)]).ToLowerInvariant();
        var isNamed = false;
        var at = 0;
        while (at < letters.Length && WordAt(letters, at) is { } word)
        {
            isNamed |= Names.Contains(word);
            at += word.Length;
        }
        return isNamed && at == letters.Length;
    }

    private static string? WordAt(string letters, int at)
    {
        foreach (var word in Words)
        {
            if (string.CompareOrdinal(letters, at, word, 0, word.Length) == 0)
            {
                return word;
            }
        }
        return null;
    }
}
