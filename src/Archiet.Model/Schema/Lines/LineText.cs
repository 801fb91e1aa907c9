using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Archiet.Model;

/// <summary>How a line of a schema is spelled: words, quoted where they are not plain, and SQL at its end.</summary>
internal static class LineText
{
    private const int Usual = 256;

    /// <summary>Where the last line was written: a schema has tens of thousands of them.</summary>
    [ThreadStatic]
    private static StringBuilder? free;

    /// <summary>Begins a line; <see cref="End"/> ends it, before another is begun.</summary>
    public static StringBuilder Begin(string kind)
    {
        var line = free ?? new StringBuilder(Usual);
        free = null;
        return line.Append(kind);
    }

    /// <summary>Ends a line.</summary>
    public static string End(this StringBuilder line)
    {
        var text = line.ToString();
        free = line.Capacity <= Usual ? line.Clear() : null;
        return text;
    }

    /// <summary>Adds a word, with a space before it.</summary>
    public static StringBuilder Word(this StringBuilder line, string word)
    {
        line.Append(' ');
        return AppendWord(line, word);
    }

    /// <summary>Adds two names with a dot between them as one word, with a space before it.</summary>
    public static StringBuilder Word(this StringBuilder line, string of, string name) =>
        IsPlain(of) && IsPlain(name) ? line.Append(' ').Append(of).Append('.').Append(name) : line.Word(of + "." + name);

    /// <summary>Adds names in parentheses, with a space before them.</summary>
    public static StringBuilder Words(this StringBuilder line, IEnumerable<string> words)
    {
        var separator = " (";
        foreach (var word in words)
        {
            AppendWord(line.Append(separator), word);
            separator = ", ";
        }
        return line.Append(separator == " (" ? " ()" : ")");
    }

    /// <summary>Adds SQL, with a space before it; it is the last thing of its line.</summary>
    public static StringBuilder Sql(this StringBuilder line, string sql)
    {
        line.Append(' ');
        var start = 0;
        for (var end = EndOfPrintable(sql, 0); end < sql.Length; end = EndOfPrintable(sql, start))
        {
            line.Append(sql, start, end - start);
            switch (sql[end])
            {
                case '\\': line.Append("\\\\"); break;
                case '\n': line.Append("\\n"); break;
                default: line.Append("\\u").Append(((int)sql[end]).ToString("x4", CultureInfo.InvariantCulture)); break;
            }
            start = end + 1;
        }
        return line.Append(sql, start, sql.Length - start);
    }

    /// <summary>Adds a word without a space.</summary>
    public static StringBuilder AppendWord(StringBuilder line, string word) => IsPlain(word) ? line.Append(word) : JsonLiteral.Append(line, word);

    /// <summary>Whether a character stands in a word that needs no quotes.</summary>
    public static bool IsPlain(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or '$' or '-';

    /// <summary>The end of what stands in a line as it is. This loop and the next run over a whole schema.</summary>
    [MethodImpl(CompileOptions.AtOnce)]
    private static int EndOfPrintable(string sql, int start)
    {
        var end = start;
        while (end < sql.Length && sql[end] is >= ' ' and not ('\\' or '\u007F'))
        {
            end++;
        }
        return end;
    }

    [MethodImpl(CompileOptions.AtOnce)]
    private static bool IsPlain(string word)
    {
        // A word that begins with the arrow's dash would be read as the arrow.
        if (word.Length == 0 || word[0] == '-')
        {
            return false;
        }
        foreach (var c in word)
        {
            if (!IsPlain(c))
            {
                return false;
            }
        }
        return true;
    }
}
