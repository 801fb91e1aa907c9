using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Expressions;

/// <summary>
/// Leads from a character of a scalar's value back to the characters of the file that say it. What YAML does to a scalar (quotation marks, escapes, folding,
/// indentation, comments of a block's head) moves no character past another and drops or adds white space only, so value and text are walked side by side. It
/// is made only where a finding must be placed.
/// </summary>
internal sealed class ScalarPlaces
{
    private static readonly char[] LineEnds = ['\r', '\n'];

    private readonly string section;
    private readonly SectionSpan span;
    private readonly int[] starts;
    private readonly int[] ends;
    private readonly char quote;
    private int at;

    private ScalarPlaces(string section, Word word)
    {
        this.section = section;
        span = word.Span;
        starts = new int[word.Text.Length];
        ends = new int[word.Text.Length];
        at = OffsetOf(section, span.Line, span.Column);
        quote = at < section.Length && section[at] is '\'' or '"' ? section[at] : '\0';
        Walk(word.Text);
    }

    /// <summary>The places of a scalar.</summary>
    /// <param name="section">The text of its section.</param>
    /// <param name="word">Its value and where it begins.</param>
    public static ScalarPlaces Of(string section, Word word) => new(section, word);

    /// <summary>The place of characters of the value; of none, what is just behind the one before.</summary>
    public SectionSpan Span(int start, int length)
    {
        if (starts.Length == 0)
        {
            return span;
        }
        var first = Math.Min(start, starts.Length - 1);
        var isBehind = start >= starts.Length;
        var last = Math.Min(Math.Max(start + length - 1, first), starts.Length - 1);
        var from = isBehind ? ends[first] : starts[first];
        var to = isBehind || length == 0 ? from : ends[last];
        var (line, column) = PositionOf(from);
        var (endLine, endColumn) = PositionOf(to);
        return new(line, column, endLine, endColumn);
    }

    private void Walk(string value)
    {
        var isBlock = at < section.Length && section[at] is '|' or '>';
        at = isBlock ? EndOfLine(at) : quote != '\0' ? at + 1 : at;
        for (var i = 0; i < value.Length;)
        {
            var isSpace = IsSpace(value[i]);
            while (!isSpace && at < section.Length && (IsSpace(section[at]) || SkipContinuation()))
            {
                at += IsSpace(section[at]) ? 1 : 0;
            }
            i = isSpace && !IsAtEscape ? WalkSpace(value, i) : WalkCharacter(value, i);
        }
    }

    private bool IsAtEscape => quote == '"' && at < section.Length && section[at] == '\\';

    /// <summary>White space of the value: the same in the text, or what folding made of a line's end.</summary>
    private int WalkSpace(string value, int i)
    {
        var isThere = at < section.Length && IsSpace(section[at]);
        starts[i] = at;
        at += isThere ? 1 : 0;
        ends[i] = at;
        return i + 1;
    }

    /// <summary>A character, or the escape that stands for one or two.</summary>
    private int WalkCharacter(string value, int i)
    {
        var start = at;
        var width = 1;
        if (IsAtEscape)
        {
            at += 2 + EscapeDigits(at + 1 < section.Length ? section[at + 1] : '\0');
            width = char.IsHighSurrogate(value[i]) && i + 1 < value.Length && at - start == 10 ? 2 : 1;
        }
        else
        {
            at += quote == '\'' && at < section.Length && section[at] == '\'' ? 2 : 1;
        }
        at = Math.Min(at, section.Length);
        for (var j = i; j < i + width; j++)
        {
            starts[j] = Math.Min(start, section.Length);
            ends[j] = at;
        }
        return i + width;
    }

    /// <summary>Skips the backslash that ends a line between quotation marks.</summary>
    private bool SkipContinuation()
    {
        var continues = IsAtEscape && at + 1 < section.Length && section[at + 1] is '\n' or '\r';
        at += continues ? 1 : 0;
        return continues;
    }

    private static int EscapeDigits(char c) => c switch
    {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    };

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r';

    private int EndOfLine(int start)
    {
        var end = section.IndexOfAny(LineEnds, start);
        return end < 0 ? section.Length : end;
    }

    private static int OffsetOf(string text, int line, int column)
    {
        var start = 0;
        for (var i = 1; i < line && start < text.Length; start++)
        {
            i += IsLineEnd(text, start) ? 1 : 0;
        }
        return Math.Min(start + column - 1, text.Length);
    }

    private (int Line, int Column) PositionOf(int offset)
    {
        var (line, start) = (1, 0);
        for (var i = 0; i < offset; i++)
        {
            if (IsLineEnd(section, i))
            {
                (line, start) = (line + 1, i + 1);
            }
        }
        return (line, offset - start + 1);
    }

    /// <summary>Whether a line ends with a character: a line feed, or a carriage return without one.</summary>
    private static bool IsLineEnd(string text, int index) =>
        text[index] == '\n' || (text[index] == '\r' && (index + 1 == text.Length || text[index + 1] != '\n'));
}
