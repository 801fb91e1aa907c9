namespace Archiet.Analyzers.Secrets.Files;

/// <summary>
/// Splits JavaScript and TypeScript into tokens: comments and regular expressions are passed over, template literals step into the expressions in their holes. Also reads the C#
/// of Razor files. Linear in the text's length; a literal that is not closed ends with its line.
/// </summary>
internal sealed class ScriptTokenizer
{
    private static readonly bool[] Operators = CharClass.TableOf("=!<>|&?+-*%^~");

    private static readonly bool[] OfNames = CharClass.TableOf("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$#");

    private static readonly bool[] Blank = CharClass.TableOf(" \t\r\n\f\v");

    private static readonly string[] BeforeExpression =
        ["return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "await", "yield", "instanceof"];

    private readonly string text;
    private readonly int end;
    private readonly bool isCSharp;

    /// <summary>Of each template literal that is open: where it starts, and how many braces are open in its hole.</summary>
    private readonly Stack<(int Start, int Braces)> templates = new();
    private int at;
    private bool operandBefore;

    /// <summary>Up to here no regular expression ends: a second look at the same line would cost its square.</summary>
    private int noRegexBefore;

    /// <summary>Creates it for a part of a text.</summary>
    public ScriptTokenizer(string text, int start, int end, bool isCSharp = false)
    {
        this.text = text;
        at = start;
        this.end = end;
        this.isCSharp = isCSharp;
    }

    /// <summary>Where the next token is looked for.</summary>
    public int Position => at;

    /// <summary>The next token; null at the end.</summary>
    public ScriptToken? Next()
    {
        while (at < end)
        {
            var (first, start) = (text[at], at);
            if (first < 128 ? Blank[first] : char.IsWhiteSpace(first))
            {
                at++;
            }
            else if (first == '/' && Peek(1) == '/')
            {
                at = IndexOf("\n", at);
            }
            else if (first == '/' && Peek(1) == '*')
            {
                at = Math.Min(IndexOf("*/", at + 2) + 2, end);
            }
            else if ((isCSharp ? ReadCSharpText() : ReadText(first)) is { } literal)
            {
                operandBefore = true;
                return literal;
            }
            else if (at == start)
            {
                return ReadOther(first);
            }
        }
        return null;
    }

    private ScriptToken? ReadText(char first)
    {
        switch (first)
        {
            case '"' or '\'':
                return ReadQuoted(first);
            case '`':
                at++;
                return ReadTemplate(at);
            case '}' when templates.Count > 0 && templates.Peek().Braces == 0:
                at++;
                return ReadTemplate(templates.Pop().Start);
            default:
                return null;
        }
    }

    private ScriptToken ReadOther(char first)
    {
        var start = at;
        if (IsOfName(first))
        {
            while (at < end && IsOfName(text[at]))
            {
                at++;
            }
            operandBefore = !IsBeforeExpression(start);
            return new ScriptToken(ScriptTokenKind.Name, start, at);
        }
        if (first is '{' or '}' && templates.Count > 0)
        {
            var (opened, braces) = templates.Pop();
            templates.Push((opened, braces + (first == '{' ? 1 : -1)));
        }
        if (first == '/' && !isCSharp && !operandBefore && EndOfRegex() is var close and > 0)
        {
            at = close;
            operandBefore = true;
            return new ScriptToken(ScriptTokenKind.Sign, start, at);
        }
        at++;
        if (Operators.Has(first))
        {
            while (at < end && Operators.Has(text[at]))
            {
                at++;
            }
        }
        operandBefore = first is ')' or ']' or '}';
        return new ScriptToken(ScriptTokenKind.Sign, start, at);
    }

    private bool IsBeforeExpression(int start)
    {
        foreach (var word in BeforeExpression)
        {
            if (word.Length == at - start && word[0] == text[start] && string.CompareOrdinal(text, start, word, 0, word.Length) == 0)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A literal between quotes of one kind; none where the line ends before it.</summary>
    private ScriptToken? ReadQuoted(char quote)
    {
        var start = ++at;
        var escapes = ScriptEscapes.None;
        for (; at < end && text[at] != '\n'; at++)
        {
            if (text[at] == quote)
            {
                return new ScriptToken(ScriptTokenKind.Text, start, at++, escapes);
            }
            if (text[at] == '\\')
            {
                escapes = ScriptEscapes.Backslash;
                at++;
            }
        }
        at = Math.Min(at, end);
        return null;
    }

    /// <summary>
    /// Reads on in a template literal, up to its end or its next hole. What stands in a hole comes before the literal that it is in; a literal inside of another one's
    /// hole is part of that one, so that no text is handed out twice.
    /// </summary>
    private ScriptToken? ReadTemplate(int start)
    {
        var isWhole = start == at;
        var escapes = ScriptEscapes.None;
        for (; at < end; at++)
        {
            if (text[at] == '`')
            {
                var close = at++;
                return isWhole ? new ScriptToken(ScriptTokenKind.Text, start, close, escapes)
                    : templates.Count == 0 ? new ScriptToken(ScriptTokenKind.Template, start, close)
                    : null;
            }
            if (text[at] == '\\')
            {
                escapes = ScriptEscapes.Backslash;
                at++;
            }
            else if (text[at] == '$' && at + 1 < end && text[at + 1] == '{')
            {
                at += 2;
                templates.Push((start, 0));
                operandBefore = false;
                return null;
            }
        }
        at = Math.Min(at, end);
        return null;
    }

    /// <summary>The literals of C#: regular, verbatim, raw, interpolated, and characters, which hold no text.</summary>
    private ScriptToken? ReadCSharpText()
    {
        var open = at;
        while (open < end && text[open] is '$' or '@')
        {
            open++;
        }
        if (open >= end || text[open] is not ('"' or '\'') || (text[open] == '\'' && open > at))
        {
            return null;
        }
        var (isHoled, isVerbatim) = (text.IndexOf('$', at, open - at) >= 0, text.IndexOf('@', at, open - at) >= 0);
        if (text[open] == '\'')
        {
            at = open;
            return ReadQuoted('\'') is { } character ? new ScriptToken(ScriptTokenKind.Sign, character.Start, character.End) : null;
        }
        var quotes = open;
        while (quotes < end && text[quotes] == '"')
        {
            quotes++;
        }
        var kind = isHoled ? ScriptTokenKind.Template : ScriptTokenKind.Text;
        if (quotes - open >= 3 && !isVerbatim)
        {
            var close = IndexOf(text.Substring(open, quotes - open), quotes);
            at = Math.Min(close + quotes - open, end);
            return new ScriptToken(kind, quotes, close);
        }
        at = open;
        return isHoled ? ReadInterpolated(isVerbatim) : isVerbatim ? ReadVerbatim() : ReadQuoted('"');
    }

    private ScriptToken ReadVerbatim()
    {
        var start = ++at;
        var escapes = ScriptEscapes.None;
        for (; at < end; at++)
        {
            if (text[at] == '"')
            {
                if (at + 1 >= end || text[at + 1] != '"')
                {
                    break;
                }
                escapes = ScriptEscapes.Doubled;
                at++;
            }
        }
        var close = Math.Min(at, end);
        at = Math.Min(at + 1, end);
        return new ScriptToken(ScriptTokenKind.Text, start, close, escapes);
    }

    /// <summary>A quote in a hole begins a literal of its own, which is passed over; holes in those of holes are not looked for.</summary>
    private ScriptToken? ReadInterpolated(bool isVerbatim)
    {
        var start = ++at;
        var braces = 0;
        for (; at < end && (isVerbatim || text[at] != '\n'); at++)
        {
            if (text[at] == '"' && braces == 0)
            {
                return new ScriptToken(ScriptTokenKind.Template, start, at++);
            }
            if (text[at] == '"')
            {
                at = IndexOf("\"", at + 1);
            }
            else if (text[at] == '\\' && !isVerbatim)
            {
                at++;
            }
            else
            {
                braces = Math.Max(0, braces + (text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0));
            }
        }
        at = Math.Min(at, end);
        return null;
    }

    /// <summary>The position behind a regular expression; 0 where the line ends before it, and so the slash divides.</summary>
    private int EndOfRegex()
    {
        if (at < noRegexBefore)
        {
            return 0;
        }
        var inClass = false;
        var scan = at + 1;
        for (; scan < end && text[scan] != '\n'; scan++)
        {
            switch (text[scan])
            {
                case '\\':
                    scan++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '/' when !inClass:
                    return scan + 1;
            }
        }
        noRegexBefore = scan;
        return 0;
    }

    private int IndexOf(string mark, int from) => text.IndexOf(mark, Math.Min(from, end), end - Math.Min(from, end), StringComparison.Ordinal) is >= 0 and var found ? found : end;

    private char Peek(int ahead) => at + ahead < end ? text[at + ahead] : '\0';

    private static bool IsOfName(char letter) => letter > 127 || OfNames[letter];
}
