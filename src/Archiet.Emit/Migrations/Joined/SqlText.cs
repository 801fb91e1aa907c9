namespace Archiet.Sql;

/// <summary>Names and texts in SQL: of the schema, and never from a request.</summary>
internal static class SqlText
{
    /// <summary>A name as a quoted identifier.</summary>
    public static string Quote(string name) => "\"" + Doubled(name, '"') + "\"";

    /// <summary>Names as quoted identifiers, one behind the other.</summary>
    public static string List(IEnumerable<string> names) => string.Join(", ", names.Select(Quote));

    /// <summary>A text as a literal.</summary>
    public static string Literal(string text) => "'" + Doubled(text, '\'') + "'";

    /// <summary>A mark for the two ends of a text that has none of its own kind in it.</summary>
    public static string Mark(string text)
    {
        var name = "archiet";
        while (text.Split(["$" + name + "$"], StringSplitOptions.None).Length > 1)
        {
            name += "_";
        }
        return "$" + name + "$";
    }

    private static string Doubled(string text, char quote) => string.Join(new string(quote, 2), text.Split(quote));
}
