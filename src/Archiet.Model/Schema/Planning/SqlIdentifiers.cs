using System.Text;

namespace Archiet.Model;

/// <summary>Finds the quoted identifiers of an SQL expression, past its literals: ours quote every name.</summary>
internal static class SqlIdentifiers
{
    /// <summary>An expression with other names in it.</summary>
    /// <param name="sql">The expression.</param>
    /// <param name="name">The new name of one: by the name that qualifies it, or null, and the name itself.</param>
    public static string Replace(string sql, Func<string?, string, string> name)
    {
        var text = new StringBuilder(sql.Length);
        string? qualifier = null;
        var at = 0;
        while (at < sql.Length)
        {
            var c = sql[at];
            if (c is not ('\'' or '"'))
            {
                qualifier = null;
                text.Append(c);
                at++;
                continue;
            }
            var end = End(sql, at);
            if (c == '\'')
            {
                text.Append(sql, at, end - at);
                at = end;
                continue;
            }
            var found = sql.Substring(at + 1, end - at - 2).Replace("\"\"", "\"");
            var qualifies = end < sql.Length && sql[end] == '.';
            text.Append('"').Append(name(qualifies ? "" : qualifier, found).Replace("\"", "\"\"")).Append('"');
            qualifier = null;
            at = end;
            if (qualifies)
            {
                text.Append('.');
                qualifier = found;
                at++;
            }
        }
        return text.ToString();
    }

    /// <summary>Whether an expression names a column.</summary>
    public static bool Names(string sql, string column)
    {
        var found = false;
        Replace(sql, (_, name) =>
        {
            found |= name == column;
            return name;
        });
        return found;
    }

    // A quote within is doubled, and so ends one piece and begins the next.
    private static int End(string sql, int at)
    {
        var quote = sql[at];
        var end = sql.IndexOf(quote, at + 1);
        while (end >= 0 && end + 1 < sql.Length && sql[end + 1] == quote)
        {
            end = sql.IndexOf(quote, end + 2);
        }
        return end < 0 ? throw new ArgumentException("A quote is open: " + sql, nameof(sql)) : end + 1;
    }
}
