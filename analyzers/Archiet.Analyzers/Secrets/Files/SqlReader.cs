namespace Archiet.Analyzers.Secrets.Files;

/// <summary>
/// Reads SQL of any dialect: every string literal as a text, and one that a statement about roles, logins, users, servers or credentials gives as a password under the
/// statement's own word for it.
/// </summary>
internal sealed class SqlReader
{
    private const string Identified = "IDENTIFIED";

    private readonly string text;
    private readonly IValueSink sink;
    private readonly KeyPath key = new();
    private int at;

    /// <summary>Whether the statement makes or changes something: what it compares with is no matter of ours.</summary>
    private bool isDefinition;
    private bool isFirst = true;
    private TextPart? secretWord;

    private SqlReader(string text, IValueSink sink)
    {
        this.text = text;
        this.sink = sink;
        key.Open();
    }

    /// <summary>Reads a file.</summary>
    public static void Read(string text, IValueSink sink)
    {
        var reader = new SqlReader(text, sink);
        while (reader.at < text.Length)
        {
            reader.ReadToken();
        }
    }

    private void ReadToken()
    {
        var first = text[at];
        if (first == '-' && Peek() == '-')
        {
            at = IndexOf("\n", at);
        }
        else if (first == '/' && Peek() == '*')
        {
            at = Math.Min(IndexOf("*/", at + 2) + 2, text.Length);
        }
        else if (first == '\'')
        {
            ReadText();
        }
        else if (first == '$' && EndOfDollar() is > 0 and var end)
        {
            // A function's body, or what a script does at once: its statements are looked at like any others.
            (at, isFirst) = (end, true);
        }
        else if (char.IsLetter(first) || first == '_')
        {
            ReadWord();
        }
        else
        {
            if (first == ';')
            {
                (isFirst, secretWord) = (true, null);
            }
            else if (first is not ('=' or '(') && !char.IsWhiteSpace(first))
            {
                secretWord = null;
            }
            at++;
        }
    }

    /// <summary>The mark that begins or ends a text in dollars.</summary>
    private int EndOfDollar()
    {
        var scan = at + 1;
        while (scan < text.Length && (char.IsLetterOrDigit(text[scan]) || text[scan] == '_'))
        {
            scan++;
        }
        return scan < text.Length && text[scan] == '$' ? scan + 1 : 0;
    }

    private void ReadWord()
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }
        if (at < text.Length && text[at] == '\'' && at - start == 1)
        {
            // The mark of a national or an escaped literal.
            return;
        }
        if (isFirst)
        {
            isDefinition = Is(start, "CREATE") || Is(start, "ALTER") || Is(start, "GRANT") || Is(start, "SET");
            isFirst = false;
        }
        if (Is(start, "BEGIN") || Is(start, "THEN") || Is(start, "ELSE") || Is(start, "LOOP"))
        {
            // A statement of its own follows.
            isFirst = true;
        }
        secretWord = isDefinition && (Is(start, "PASSWORD") || Is(start, "SECRET") || (Is(start, "BY") && secretWord is { } last && last.Is(Identified))) ? new TextPart(text, start, at - start)
            : Is(start, Identified) ? Identified
            : Is(start, "ENCRYPTED") || Is(start, "WITH") ? secretWord
            : null;
    }

    private void ReadText()
    {
        var start = ++at;
        var isDoubled = false;
        for (; at < text.Length; at++)
        {
            if (text[at] == '\'')
            {
                if (at + 1 >= text.Length || text[at + 1] != '\'')
                {
                    break;
                }
                isDoubled = true;
                at++;
            }
        }
        var end = Math.Min(at, text.Length);
        at = Math.Min(at + 1, text.Length);
        var raw = new TextPart(text, start, end - start);
        var value = isDoubled ? raw.ToString().Replace("''", "'") : raw;
        if (secretWord is { } word && !word.Is(Identified))
        {
            key.Name(word.Is("BY") ? "PASSWORD" : word);
            sink.Value(key, value, start, end - start);
        }
        else
        {
            sink.Text(value, start, end - start);
        }
        secretWord = null;
    }

    private bool Is(int start, string word) => at - start == word.Length && string.Compare(text, start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private int IndexOf(string mark, int from) => text.IndexOf(mark, Math.Min(from, text.Length), StringComparison.Ordinal) is >= 0 and var found ? found : text.Length;

    private char Peek() => at + 1 < text.Length ? text[at + 1] : '\0';
}
