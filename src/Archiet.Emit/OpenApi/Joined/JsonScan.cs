namespace Archiet.OpenApi;

/// <summary>Finds its way in JSON that is known to be well formed, because we wrote it.</summary>
internal static class JsonScan
{
    /// <summary>Where the string that begins at a quote is over.</summary>
    public static int EndOfString(string json, int at)
    {
        for (at++; json[at] != '"'; at++)
        {
            if (json[at] == '\\')
            {
                at++;
            }
        }
        return at + 1;
    }

    /// <summary>Where a value is over: behind the bracket of an object or an array, else before the comma or the bracket that follows, or at the end.</summary>
    public static int EndOfValue(string json, int at)
    {
        var depth = 0;
        while (at < json.Length)
        {
            switch (json[at])
            {
                case '"':
                    at = EndOfString(json, at);
                    continue;
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']':
                    if (depth <= 1)
                    {
                        return at + depth;
                    }
                    depth--;
                    break;
                case ',' when depth == 0:
                    return at;
            }
            at++;
        }
        return at;
    }

    /// <summary>The members of the object that begins at a brace; a word of the shorthand in place of a member has its text as name and no value.</summary>
    public static IEnumerable<JsonMember> Members(string json, int at)
    {
        for (at = SkipSpace(json, at + 1); json[at] != '}'; at = SkipSpace(json, at))
        {
            var start = at;
            if (json[at] == '"')
            {
                at = EndOfString(json, at);
                var name = json.Substring(start + 1, at - start - 2);
                var value = SkipSpace(json, SkipSpace(json, at) + 1);
                at = EndOfValue(json, value);
                yield return new JsonMember(name, start, value, at);
            }
            else
            {
                at = EndOfValue(json, at);
                yield return new JsonMember(json.Substring(start, at - start).Trim(), start, at, at);
            }
            if (json[at = SkipSpace(json, at)] == ',')
            {
                at++;
            }
        }
    }

    private static int SkipSpace(string json, int at)
    {
        while (json[at] is ' ' or '\n')
        {
            at++;
        }
        return at;
    }
}

/// <summary>A member of a JSON object, by where it stands.</summary>
internal sealed class JsonMember(string name, int start, int value, int end)
{
    /// <summary>The name, as it is escaped.</summary>
    public string Name { get; } = name;

    /// <summary>Where the member begins.</summary>
    public int Start { get; } = start;

    /// <summary>Where its value begins.</summary>
    public int Value { get; } = value;

    /// <summary>Where it is over.</summary>
    public int End { get; } = end;
}
