namespace Archiet.Analyzers;

/// <summary>The words of a name: <c>Jwt:SigningKey</c>, <c>DB_PASSWORD</c> and <c>clientSecret2</c>, in small letters.</summary>
internal static class Words
{
    /// <summary>Splits where a separator stands, a capital begins, capitals end, and digits begin or end.</summary>
    public static List<string> Of(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var at = 0; at <= name.Length; at++)
        {
            if (at == name.Length || !char.IsLetterOrDigit(name[at]))
            {
                Add(words, name, start, at);
                start = at + 1;
            }
            else if (at > start && Begins(name, at))
            {
                Add(words, name, start, at);
                start = at;
            }
        }
        return words;
    }

    private static bool Begins(string name, int at)
    {
        var (before, letter) = (name[at - 1], name[at]);
        return char.IsDigit(letter) != char.IsDigit(before)
            || (char.IsUpper(letter) && (char.IsLower(before) || (char.IsUpper(before) && at + 1 < name.Length && char.IsLower(name[at + 1]))));
    }

    private static void Add(List<string> words, string name, int start, int end)
    {
        if (end > start)
        {
            words.Add(name.Substring(start, end - start).ToLowerInvariant());
        }
    }
}
