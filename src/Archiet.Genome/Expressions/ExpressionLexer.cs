using System.Globalization;
using System.Text;
using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Expressions;

/// <summary>Takes the text of an expression apart. It stops at the first character that it cannot read, with one fault.</summary>
internal sealed class ExpressionLexer
{
    private static readonly string[] Operators = ["&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "+", "-", "*", "/", "%", "?", ":", "(", ")", "[", "]", ",", "."];

    /// <summary>Operators of other languages, longest first, and what stands for them here.</summary>
    private static readonly (string Written, string Meant)[] Foreign = [("===", "'=='"), ("!==", "'!='"), ("<>", "'!='"), ("=>", "'>='"), ("=<", "'<='"), ("=", "'=='"), ("&", "'&&'"), ("|", "'||'"), ("??", "'x == null ? y : x'")];

    private readonly string text;
    private readonly FaultList faults;
    private readonly List<ExpressionToken> tokens = [];
    private int at;

    private ExpressionLexer(string text, FaultList faults)
    {
        this.text = text;
        this.faults = faults;
    }

    /// <summary>The tokens, the last of which is the end; null where a character could not be read.</summary>
    public static List<ExpressionToken>? Read(string text, FaultList faults)
    {
        var lexer = new ExpressionLexer(text, faults);
        return lexer.ReadAll() ? lexer.tokens : null;
    }

    private bool ReadAll()
    {
        while (true)
        {
            while (at < text.Length && text[at] is ' ' or '\t' or '\n' or '\r')
            {
                at++;
            }
            if (at == text.Length)
            {
                var end = tokens.Count == 0 ? 0 : tokens[tokens.Count - 1].Range.End;
                tokens.Add(new(TokenKind.End, "", new(end, end)));
                return true;
            }
            if (!ReadToken())
            {
                return false;
            }
        }
    }

    private bool ReadToken()
    {
        var c = text[at];
        if (c is '\'' or '"')
        {
            return ReadText(at, isRaw: false);
        }
        if (c is 'r' or 'R' && at + 1 < text.Length && text[at + 1] is '\'' or '"')
        {
            return ReadText(at + 1, isRaw: true);
        }
        if (IsDigit(at))
        {
            return ReadNumber();
        }
        return IsNameStart(c) ? ReadName() : ReadOperator();
    }

    private bool ReadName()
    {
        var start = at;
        while (at < text.Length && (IsNameStart(text[at]) || IsDigit(at)))
        {
            at++;
        }
        return Add(TokenKind.Name, start);
    }

    private bool ReadNumber()
    {
        var start = at;
        SkipDigits();
        if (at < text.Length && text[at] == '.' && IsDigit(at + 1))
        {
            at++;
            SkipDigits();
        }
        if (at < text.Length && IsNameStart(text[at]))
        {
            var suffix = at;
            while (at < text.Length && (IsNameStart(text[at]) || IsDigit(at)))
            {
                at++;
            }
            return Refuse(suffix, at, "a number is written in decimal digits, such as 12 or 12.5");
        }
        return Add(TokenKind.Number, start);
    }

    private void SkipDigits()
    {
        while (IsDigit(at))
        {
            at++;
        }
    }

    private bool ReadOperator()
    {
        foreach (var (written, meant) in Foreign)
        {
            if (StartsWith(written) && !Array.Exists(Operators, known => known.Length >= written.Length && StartsWith(known)))
            {
                faults.Add(GenomeDiagnostics.ForeignOperator, new(at, at + written.Length), written, meant);
                return false;
            }
        }
        var found = Array.Find(Operators, StartsWith);
        if (found is null)
        {
            var width = char.IsSurrogatePair(text, at) ? 2 : 1;
            return Refuse(at, at + width, $"'{text.Substring(at, width)}' is no part of an expression");
        }
        var start = at;
        at += found.Length;
        return Add(TokenKind.Operator, start);
    }

    private bool ReadText(int quoteAt, bool isRaw)
    {
        var start = at;
        var quote = text[quoteAt];
        var value = new StringBuilder();
        var isVerbatim = !isRaw;
        at = quoteAt + 1;
        while (at < text.Length && text[at] != quote && text[at] is not ('\n' or '\r'))
        {
            if (text[at] != '\\' || isRaw)
            {
                value.Append(text[at++]);
            }
            else
            {
                isVerbatim = false;
                if (!ReadEscape(value))
                {
                    return false;
                }
            }
        }
        if (at == text.Length || text[at] != quote)
        {
            faults.Add(GenomeDiagnostics.UnclosedText, new(start, start + 1), quote.ToString());
            return false;
        }
        at++;
        tokens.Add(new(TokenKind.Text, value.ToString(), new(start, at), isVerbatim));
        return true;
    }

    private bool ReadEscape(StringBuilder value)
    {
        var start = at++;
        var c = at < text.Length ? text[at++] : '\0';
        switch (c)
        {
            case '\\' or '\'' or '"' or '`' or '?':
                value.Append(c);
                return true;
            case 'n':
                value.Append('\n');
                return true;
            case 't':
                value.Append('\t');
                return true;
            case 'r':
                value.Append('\r');
                return true;
            case 'x' or 'u' or 'U':
                return ReadCodePoint(start, c == 'x' ? 2 : c == 'u' ? 4 : 8, value);
        }
        return RefuseEscape(start);
    }

    private bool ReadCodePoint(int start, int digits, StringBuilder value)
    {
        var isThere = at + digits <= text.Length && uint.TryParse(text.Substring(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
        var code = isThere ? uint.Parse(text.Substring(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : 0;
        if (code is 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF))
        {
            return RefuseEscape(start);
        }
        at += digits;
        value.Append(char.ConvertFromUtf32((int)code));
        return true;
    }

    private bool RefuseEscape(int start)
    {
        var end = Math.Min(start + 2, text.Length);
        faults.Add(GenomeDiagnostics.InvalidEscape, new(start, end), text.Substring(start, end - start));
        return false;
    }

    private bool Refuse(int start, int end, string reason)
    {
        faults.Add(GenomeDiagnostics.ExpressionSyntax, new(start, end), reason);
        return false;
    }

    private bool Add(TokenKind kind, int start)
    {
        tokens.Add(new(kind, text.Substring(start, at - start), new(start, at)));
        return true;
    }

    private bool StartsWith(string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;

    private bool IsDigit(int index) => index < text.Length && text[index] is >= '0' and <= '9';

    private static bool IsNameStart(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_';
}
