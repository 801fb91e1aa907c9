using System.Globalization;
using System.Text;

namespace Archiet.Model;

/// <summary>How a line of a schema is spelled: words, quoted where they are not plain, and SQL at its end.</summary>
internal static class LineText
{
    /// <summary>Adds a word, with a space before it.</summary>
    public static StringBuilder Word(this StringBuilder line, string word)
    {
        line.Append(' ');
        return AppendWord(line, word);
    }

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
        foreach (var c in sql)
        {
            switch (c)
            {
                case '\\': line.Append("\\\\"); break;
                case '\n': line.Append("\\n"); break;
                case < ' ' or '\u007F': line.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)); break;
                default: line.Append(c); break;
            }
        }
        return line;
    }

    /// <summary>Adds a word without a space.</summary>
    public static StringBuilder AppendWord(StringBuilder line, string word) => IsPlain(word) ? line.Append(word) : JsonLiteral.Append(line, word);

    /// <summary>Whether a character stands in a word that needs no quotes.</summary>
    public static bool IsPlain(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or '$' or '-';

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
