namespace Archiet.Analyzers.Secrets;

/// <summary>What stands where a password will be put, and is none.</summary>
internal static class Placeholder
{
    /// <summary>The brackets that templates of configuration, shells and pipelines put around a name.</summary>
    private static readonly (string Open, string Close)[] Brackets =
        [("<", ">"), ("${", "}"), ("{", "}"), ("#{", "}#"), ("%", "%"), ("$(", ")"), ("[", "]"), ("__", "__"), ("@Microsoft.KeyVault(", ")")];

    /// <summary>What people write there instead, the longer words first. A value made of nothing else is a request, not a password.</summary>
    private static readonly string[] Words =
    [
        .. new[]
        {
            "password", "passwd", "passphrase", "pass", "pwd", "pw", "secret", "token", "key", "api", "account", "access", "shared", "credentials", "changeit", "changeme",
            "change", "replace", "placeholder", "example", "sample", "dummy", "todo", "tbd", "redacted", "removed", "hidden", "masked", "none", "null", "empty", "your",
            "my", "me", "the", "some", "db", "database", "user", "enter", "insert", "fill", "goes", "here", "value", "in", "super", "strong",
        }.OrderByDescending(word => word.Length),
    ];

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
        var rest = new string([.. value.Where(char.IsLetterOrDigit)]).ToLowerInvariant();
        while (rest.Length > 0 && Array.Find(Words, word => rest.StartsWith(word, StringComparison.Ordinal)) is { } first)
        {
            rest = rest.Substring(first.Length);
        }
        return rest.Length == 0;
    }
}
