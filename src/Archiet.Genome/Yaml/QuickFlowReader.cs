using System.Runtime.CompilerServices;
using Archiet.Genome.Language;
using Archiet.Genome.Sections;

namespace Archiet.Genome.Yaml;

/// <summary>Reads a value that begins and ends on one line: a scalar, a list in brackets or a mapping in braces. The part of <see cref="QuickReader"/> within a line.</summary>
internal sealed class QuickFlowReader(string text, EntryStack entries)
{
    /// <summary>Characters that have a meaning of their own at the beginning of a plain scalar.</summary>
    private const string Indicators = "-?:,[]{}#&*!|>'\"%@`";

    /// <summary>Entries of braces within a line; more are left alone, so that looking for a key twice stays quick.</summary>
    private const int MostEntries = 64;

    private int line;
    private int lineStart;
    private int end;
    private int at;

    /// <summary>The end of the plain name that begins at an index: letters, digits, underscores and hyphens.</summary>
    [MethodImpl(CompileOptions.AtOnce)]
    public static int EndOfName(string text, int start)
    {
        var i = start;
        while (i < text.Length && (text[i] is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' || (text[i] == '-' && i > start)))
        {
            i++;
        }
        return i;
    }

    /// <summary>Reads the value at an index of a line, or gives null; <paramref name="behind"/> is the index behind it.</summary>
    public YamlNode? Read(int start, int endOfLine, int lineNumber, int startOfLine, int depth, out int behind)
    {
        (at, end, line, lineStart) = (start, endOfLine, lineNumber, startOfLine);
        var value = text[at] is '{' or '[' or '"' or '\'' ? ReadNode(depth + 1) : ReadPlainToEndOfLine();
        behind = at;
        return endOfLine - start <= ReadLimits.ScalarLength ? value : null;
    }

    private YamlNode? ReadNode(int depth) => text[at] switch
    {
        '{' => depth <= ReadLimits.Depth ? ReadMapping(depth) : null,
        '[' => depth <= ReadLimits.Depth ? ReadSequence(depth) : null,
        '"' or '\'' => ReadQuoted(),
        _ => ReadPlainInFlow(),
    };

    private YamlMapping? ReadMapping(int depth)
    {
        var start = at++;
        var first = entries.Count;
        SkipSpaces();
        while (at < end && (entries.Count > first || text[at] != '}'))
        {
            var nameEnd = EndOfName(text, at);
            if (nameEnd == at || nameEnd + 1 >= end || text[nameEnd] != ':' || text[nameEnd + 1] != ' ')
            {
                return null;
            }
            var key = new YamlScalar(SharedWords.Cut(text, at, nameEnd), Span(at, nameEnd));
            at = nameEnd + 1;
            SkipSpaces();
            if (at >= end || entries.Count - first == MostEntries || ReadNode(depth + 1) is not { } value || entries.FindKey(first, key.Text) is not null)
            {
                return null;
            }
            entries.Push(key, value);
            if (!MoveBehindComma('}'))
            {
                break;
            }
        }
        return Close('}') ? new(entries.PopFrom(first), Span(start, at)) : null;
    }

    private YamlSequence? ReadSequence(int depth)
    {
        var start = at++;
        var items = new List<YamlNode>();
        SkipSpaces();
        while (at < end && (items.Count > 0 || text[at] != ']'))
        {
            if (ReadNode(depth + 1) is not { } item)
            {
                return null;
            }
            items.Add(item);
            if (!MoveBehindComma(']'))
            {
                break;
            }
        }
        return Close(']') ? new(items, Span(start, at)) : null;
    }

    /// <summary>Whether another item follows: a comma before the closing bracket is none.</summary>
    private bool MoveBehindComma(char closer)
    {
        SkipSpaces();
        if (at >= end || text[at] != ',')
        {
            return false;
        }
        at++;
        SkipSpaces();
        return at < end && text[at] != closer;
    }

    private bool Close(char closer)
    {
        var closes = at < end && text[at] == closer;
        at++;
        return closes;
    }

    private QuotedScalar? ReadQuoted()
    {
        var start = at;
        var quote = text[at];
        var close = text.IndexOf(quote, at + 1, end - at - 1);
        if (close < 0 || (close + 1 < end && text[close + 1] is not (' ' or ',' or '}' or ']')))
        {
            return null;
        }
        if (quote == '"' && text.IndexOf('\\', at, close - at) >= 0)
        {
            return null;
        }
        at = close + 1;
        return new(text.Substring(start + 1, close - start - 1), Span(start, at));
    }

    /// <summary>Reads a plain scalar outside brackets: up to a comment or the end of the line.</summary>
    [MethodImpl(CompileOptions.AtOnce)]
    private YamlScalar? ReadPlainToEndOfLine()
    {
        if (!CanStartPlain())
        {
            return null;
        }
        var start = at;
        var last = start;
        for (; at < end; at++)
        {
            var c = text[at];
            if (c == '#' && text[at - 1] == ' ')
            {
                break;
            }
            if (c == ':' && (at + 1 == end || text[at + 1] == ' '))
            {
                return null;
            }
            last = c == ' ' ? last : at;
        }
        at = last + 1;
        return new(SharedWords.Cut(text, start, at), Span(start, at));
    }

    /// <summary>Reads a plain scalar between brackets: up to a comma or a closing bracket.</summary>
    [MethodImpl(CompileOptions.AtOnce)]
    private YamlScalar? ReadPlainInFlow()
    {
        if (!CanStartPlain())
        {
            return null;
        }
        var start = at;
        var last = start;
        for (; at < end && text[at] is not (',' or '}' or ']'); at++)
        {
            if (text[at] is ':' or '?' or '#' or '[' or '{')
            {
                return null;
            }
            last = text[at] == ' ' ? last : at;
        }
        at = last + 1;
        return new(SharedWords.Cut(text, start, at), Span(start, at));
    }

    /// <summary>Whether a plain scalar begins here; of those that begin with an indicator only those with a minus before a letter or digit are read.</summary>
    private bool CanStartPlain() =>
        at < end && (Indicators.IndexOf(text[at]) < 0
            || (text[at] == '-' && at + 1 < end && text[at + 1] is >= '0' and <= '9' or >= 'a' and <= 'z' or >= 'A' and <= 'Z'));

    private void SkipSpaces()
    {
        while (at < end && text[at] == ' ')
        {
            at++;
        }
    }

    private SectionSpan Span(int start, int behind) => new(line, start - lineStart + 1, line, behind - lineStart + 1);
}
