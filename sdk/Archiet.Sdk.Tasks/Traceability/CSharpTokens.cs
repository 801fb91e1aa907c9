using System.Text;

namespace Archiet.Sdk.Tasks.Traceability;

/// <summary>What a token is.</summary>
internal enum CSharpTokenKind
{
    /// <summary>A name or keyword; a name that is written with <c>@</c> has it still, and so is no keyword.</summary>
    Word,

    /// <summary>A string literal; its text is the value, where it has no holes.</summary>
    Text,

    /// <summary>Any other character.</summary>
    Mark,
}

/// <summary>A token.</summary>
internal readonly record struct CSharpToken(CSharpTokenKind Kind, string Text)
{
    /// <summary>Whether it is this mark or word.</summary>
    public bool Is(string text) => Kind != CSharpTokenKind.Text && Text == text;
}

/// <summary>Takes C# apart as far as it needs to be, to find attributes: without comments, and with texts that are texts. It never fails: what is no C# gives tokens too.</summary>
internal sealed class CSharpTokens
{
    private readonly string _code;
    private readonly List<CSharpToken> _tokens = [];
    private int _at;

    private CSharpTokens(string code) => _code = code;

    /// <summary>The tokens of a file.</summary>
    public static IReadOnlyList<CSharpToken> Of(string code)
    {
        var reader = new CSharpTokens(code);
        reader.ReadCode(inHole: false);
        return reader._tokens;
    }

    private char Current => At(0);

    private char At(int ahead) => _at + ahead < _code.Length ? _code[_at + ahead] : '\0';

    /// <summary>Reads to the end, or to the bracket that closes a hole of an interpolated text.</summary>
    private void ReadCode(bool inHole)
    {
        for (var depth = 0; _at < _code.Length;)
        {
            if (inHole && depth == 0 && Current == '}')
            {
                return;
            }
            depth += Current == '{' ? 1 : Current == '}' ? -1 : 0;
            ReadToken();
        }
    }

    private void ReadToken()
    {
        if (Current == '/' && At(1) is '/' or '*')
        {
            SkipComment(At(1) == '*');
        }
        else if (char.IsLetter(Current) || Current == '_' || (Current == '@' && (char.IsLetter(At(1)) || At(1) == '_')))
        {
            ReadWord();
        }
        else if (TextStart() is { } length)
        {
            ReadText(length);
        }
        else if (Current == '\'')
        {
            SkipCharacter();
        }
        else
        {
            if (!char.IsWhiteSpace(Current))
            {
                _tokens.Add(new(CSharpTokenKind.Mark, Current.ToString()));
            }
            _at++;
        }
    }

    private void SkipComment(bool isBlock)
    {
        var end = _code.IndexOf(isBlock ? "*/" : "\n", _at + 2, StringComparison.Ordinal);
        _at = end < 0 ? _code.Length : end + (isBlock ? 2 : 1);
    }

    private void ReadWord()
    {
        var start = _at++;
        while (_at < _code.Length && (char.IsLetterOrDigit(Current) || Current == '_'))
        {
            _at++;
        }
        _tokens.Add(new(CSharpTokenKind.Word, _code[start.._at]));
    }

    private void SkipCharacter()
    {
        _at += At(1) == '\\' ? 3 : 2;
        while (_at < _code.Length && Current is not ('\'' or '\n'))
        {
            _at++;
        }
        _at++;
    }

    /// <summary>How many characters stand before the first quotation mark of a text that begins here, or null.</summary>
    private int? TextStart()
    {
        var length = 0;
        while (At(length) is '$' or '@')
        {
            length++;
        }
        return At(length) == '"' ? length : null;
    }

    private void ReadText(int length)
    {
        var prefix = _code.Substring(_at, length);
        _at += length;
        var quotes = 0;
        while (At(quotes) == '"')
        {
            quotes++;
        }
        if (quotes >= 3)
        {
            ReadRaw(quotes);
        }
        else
        {
            ReadQuoted(prefix.Contains('@', StringComparison.Ordinal), prefix.Contains('$', StringComparison.Ordinal));
        }
    }

    private void ReadRaw(int quotes)
    {
        var start = _at + quotes;
        var end = _code.IndexOf(new string('"', quotes), start, StringComparison.Ordinal);
        _tokens.Add(new(CSharpTokenKind.Text, end < 0 ? "" : _code[start..end]));
        _at = end < 0 ? _code.Length : end + quotes;
        while (Current == '"')
        {
            _at++;
        }
    }

    private void ReadQuoted(bool isVerbatim, bool hasHoles)
    {
        var value = new StringBuilder();
        for (_at++; _at < _code.Length && !(Current == '"' && !(isVerbatim && At(1) == '"')) && (isVerbatim || Current != '\n'); _at++)
        {
            if (hasHoles && Current == '{' && At(1) != '{')
            {
                _at++;
                ReadCode(inHole: true);
            }
            else
            {
                // An escaped character, a doubled quotation mark, a doubled bracket: the second is what is meant, or near enough.
                _at += (!isVerbatim && Current == '\\') || (isVerbatim && Current == '"') || (hasHoles && Current is '{' or '}') ? 1 : 0;
                value.Append(Current);
            }
        }
        _at++;
        _tokens.Add(new(CSharpTokenKind.Text, value.ToString()));
    }
}
