namespace Archiet.Analyzers.Secrets;

/// <summary>What stands where a password will be put, and is none.</summary>
internal static class Placeholder
{
    /// <summary>The brackets that templates of configuration, shells and pipelines put around a name.</summary>
    private static readonly (string Open, string Close)[] Brackets =
        [("<", ">"), ("${", "}"), ("{", "}"), ("#{", "}#"), ("%", "%"), ("$(", ")"), ("[", "]"), ("__", "__"), ("@Microsoft.KeyVault(", ")")];

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "password", "passwd", "passphrase", "pass", "pwd", "pw", "secret", "token", "key", "apikey", "accountkey", "accesskey", "sharedaccesskey", "credentials",
        "changeme", "changeit", "replaceme", "placeholder", "example", "sample", "dummy", "todo", "tbd", "redacted", "removed", "hidden", "masked", "none", "null", "empty",
    };

    private static readonly string[] Beginnings = ["your", "my", "the", "some", "db", "database", "user", "enter", "insert", "replace", "change", "fill"];

    private static readonly string[] Endings = ["here", "value", "goeshere"];

    /// <summary>Whether a value fills a password's place without being one.</summary>
    public static bool Is(string value) => value.IndexOf(ConstantText.Hole) >= 0
        || Brackets.Any(pair => value.StartsWith(pair.Open, StringComparison.Ordinal) && value.EndsWith(pair.Close, StringComparison.Ordinal))
        || value.StartsWith("$", StringComparison.Ordinal) && value.Skip(1).All(letter => letter == '_' || char.IsUpper(letter) || char.IsDigit(letter))
        || IsMask(value)
        || IsWord(value);

    /// <summary>One character again and again, or nothing to pronounce at all: <c>xxxx</c>, <c>****</c>, <c>...</c>.</summary>
    private static bool IsMask(string value) => value.All(letter => letter == value[0]) || !value.Any(char.IsLetterOrDigit);

    /// <summary>The field's own name, or a request to put something there: <c>password</c>, <c>your-password</c>, <c>insert_password_here</c>.</summary>
    private static bool IsWord(string value)
    {
        var word = new string([.. value.Where(char.IsLetterOrDigit)]).ToLowerInvariant();
        foreach (var ending in Endings)
        {
            word = word.EndsWith(ending, StringComparison.Ordinal) && word.Length > ending.Length ? word.Substring(0, word.Length - ending.Length) : word;
        }
        for (var rest = word; ;)
        {
            if (Words.Contains(rest))
            {
                return true;
            }
            var beginning = Array.Find(Beginnings, candidate => rest.StartsWith(candidate, StringComparison.Ordinal));
            if (beginning is null)
            {
                return rest.Length == 0;
            }
            rest = rest.Substring(beginning.Length);
        }
    }
}
