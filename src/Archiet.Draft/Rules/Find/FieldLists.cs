namespace Archiet.Draft.Rules.Find;

/// <summary>Lists of names in a line: <c>a number, an issue date (required) and a total</c>.</summary>
internal static class FieldLists
{
    private static readonly string[] Leading = ["and ", "or ", "a ", "an ", "the ", "its ", "their ", "one ", "optional ", "optionally ", "as well as ", "at least one ", "any ", "each "];

    /// <summary>The names, each with what stands in brackets behind it.</summary>
    public static IEnumerable<(string Name, string Note)> Split(string list)
    {
        foreach (var part in Parts(list))
        {
            foreach (var one in part.Split(" and ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var (name, note) = WithNote(one);
                var isOptional = name.StartsWith("optional", StringComparison.OrdinalIgnoreCase);
                name = WithoutLeading(name);
                (name, var rest) = CutAtPreposition(name);
                if (name.Length > 0)
                {
                    yield return (name, string.Join(' ', new[] { isOptional ? "optional" : "", note, rest }.Where(part => part.Length > 0)));
                }
            }
        }
    }

    /// <summary>A name and what stands in brackets behind it.</summary>
    public static (string Name, string Note) WithNote(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = text.LastIndexOf(')');
        return open > 0 && close > open ? (text[..open].Trim(), text[(open + 1)..close].Trim()) : (text.Trim(' ', '.', ':', ';'), "");
    }

    /// <summary>A name ends where a preposition follows: <c>replacement value in euros</c>.</summary>
    private static (string Name, string Tail) CutAtPreposition(string name)
    {
        foreach (var word in new[] { " in ", " on ", " for ", " at ", " that ", " which ", " with ", " when ", " from ", " to " })
        {
            var at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
            {
                return (name[..at].TrimEnd(), name[(at + 1)..]);
            }
        }
        return (name, "");
    }

    /// <summary>Whether a name is written as in code: <c>dueDate</c>, <c>due_date</c>.</summary>
    public static bool IsIdentifier(string name) =>
        name.Length > 2 && char.IsLetter(name[0]) && name.All(letter => char.IsLetterOrDigit(letter) || letter == '_') && (name.Contains('_', StringComparison.Ordinal) || (char.IsLower(name[0]) && name.Any(char.IsUpper)));

    private static string WithoutLeading(string name)
    {
        var rest = name;
        for (var found = true; found;)
        {
            found = false;
            foreach (var word in Leading)
            {
                if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                {
                    (rest, found) = (rest[word.Length..].TrimStart(), true);
                }
            }
        }
        return rest.TrimEnd('.', ':', ';');
    }

    /// <summary>Cuts at commas and semicolons that stand in no brackets.</summary>
    private static IEnumerable<string> Parts(string list)
    {
        var (depth, start) = (0, 0);
        for (var at = 0; at < list.Length; at++)
        {
            depth += list[at] is '(' or '[' ? 1 : list[at] is ')' or ']' && depth > 0 ? -1 : 0;
            if (depth == 0 && list[at] is ',' or ';')
            {
                yield return list[start..at].Trim();
                start = at + 1;
            }
        }
        yield return list[start..].Trim();
    }
}
