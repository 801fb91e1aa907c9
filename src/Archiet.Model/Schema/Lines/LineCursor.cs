using System.Globalization;
using System.Text;

namespace Archiet.Model;

/// <summary>A place in a line that cannot be read, and why.</summary>
internal sealed class LineException(int at, string message) : Exception(message)
{
    /// <summary>The position, counted from 0.</summary>
    public int At { get; } = at;
}

/// <summary>Reads a line from left to right.</summary>
internal sealed class LineCursor(string text, int start = 0)
{
    /// <summary>The position, counted from 0.</summary>
    public int At { get; private set; } = start;

    /// <summary>Whether nothing is left.</summary>
    public bool IsAtEnd => At == text.Length;

    /// <summary>Reads a word; <paramref name="what"/> says of what, with its article.</summary>
    public string Word(string what)
    {
        if (!IsAtEnd && text[At] == '"')
        {
            return Quoted();
        }
        var begin = At;
        while (!IsAtEnd && LineText.IsPlain(text[At]))
        {
            At++;
        }
        return At > begin ? text.Substring(begin, At - begin) : throw Fault(what + " is expected here");
    }

    /// <summary>Reads a space and a word.</summary>
    public string Next(string what)
    {
        Expect(" ");
        return Word(what);
    }

    /// <summary>Reads names in parentheses, with a space before them.</summary>
    public List<string> Words(string what)
    {
        Expect(" (");
        var words = new List<string>();
        if (Take(")"))
        {
            return words;
        }
        do
        {
            words.Add(Word(what));
        }
        while (Take(", "));
        Expect(")");
        return words;
    }

    /// <summary>Reads a whole number.</summary>
    public int Number(string what)
    {
        var begin = At;
        return int.TryParse(Word(what), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new LineException(begin, what + " is expected here");
    }

    /// <summary>Reads a text if it is next.</summary>
    public bool Take(string expected)
    {
        var isNext = string.CompareOrdinal(text, At, expected, 0, expected.Length) == 0;
        At += isNext ? expected.Length : 0;
        return isNext;
    }

    /// <summary>Reads a space and a keyword if they are next.</summary>
    public bool TakeKeyword(string keyword)
    {
        var begin = At;
        if (Take(" ") && Take(keyword) && (IsAtEnd || text[At] == ' '))
        {
            return true;
        }
        At = begin;
        return false;
    }

    /// <summary>Reads a text that must be next.</summary>
    public void Expect(string expected)
    {
        if (!Take(expected))
        {
            throw Fault(expected == " " ? "the line ends too early, or a space is missing here" : "'" + expected.Trim() + "' is expected here");
        }
    }

    /// <summary>Reads a space and the rest of the line as SQL.</summary>
    public string Sql()
    {
        Expect(" ");
        if (IsAtEnd)
        {
            throw Fault("SQL is expected here");
        }
        var rest = text.IndexOf('\\', At) < 0 ? text.Substring(At) : null;
        if (rest is not null)
        {
            At = text.Length;
            return rest;
        }
        var sql = new StringBuilder();
        while (!IsAtEnd)
        {
            sql.Append(text[At] == '\\' ? Escape() : text[At++]);
        }
        return sql.ToString();
    }

    /// <summary>Makes sure that nothing is left.</summary>
    public void End()
    {
        if (!IsAtEnd)
        {
            throw Fault("nothing more is expected here");
        }
    }

    /// <summary>What is wrong at this place.</summary>
    public LineException Fault(string message) => new(At, message);

    private string Quoted()
    {
        var word = new StringBuilder();
        At++;
        while (!IsAtEnd && text[At] != '"')
        {
            word.Append(text[At] == '\\' ? Escape() : text[At++]);
        }
        Expect("\"");
        return word.ToString();
    }

    private char Escape()
    {
        var kind = At + 1 < text.Length ? text[At + 1] : ' ';
        if (kind == 'u' && At + 6 <= text.Length
            && int.TryParse(text.Substring(At + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            At += 6;
            return (char)code;
        }
        var c = kind switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '\\' or '"' => kind,
            _ => throw Fault("this is no escape"),
        };
        At += 2;
        return c;
    }
}
