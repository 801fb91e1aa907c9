using Archiet.Genome.Language;
using Archiet.Genome.Sections;

namespace Archiet.Genome.Yaml;

/// <summary>
/// Reads the YAML that most sections of most genomes are written in: block mappings with plain keys, and scalars and flow collections that begin and end on a
/// line. It is many times faster than a reader of all YAML, in a compiler process that has just started above all. Whatever it is not certain of it leaves to
/// <see cref="YamlReader"/>, and every complaint too; where it gives a result, tests hold it equal to that one's, places included.
/// </summary>
internal sealed class QuickReader
{
    /// <summary>Longer sections are left alone: a node takes two characters at least, so that the limits of scalars and of depth alone can be passed here.</summary>
    private const int LongestText = 2 * ReadLimits.Nodes;

    private const int SmallMapping = 16;

    private readonly string text;
    private readonly EntryStack entries = new();
    private readonly QuickFlowReader flow;
    private int lineStart;
    private int line = 1;
    private int at;

    private QuickReader(string text)
    {
        this.text = text;
        flow = new(text, entries);
    }

    /// <summary>The root mapping, or null where the text is not of the kind that is read here.</summary>
    public static YamlMapping? Read(string text)
    {
        if (text.Length > LongestText || text.IndexOf('\t') >= 0 || HasLoneCarriageReturn(text))
        {
            return null;
        }
        var reader = new QuickReader(text);
        if (!reader.MoveToContent())
        {
            return null;
        }
        var root = reader.ReadMapping(1);
        return root is not null && reader.at >= text.Length ? root : null;
    }

    /// <summary>Reads the entries at the current indentation; stands on the first line behind them then.</summary>
    private YamlMapping? ReadMapping(int depth)
    {
        var indent = at - lineStart;
        var (startLine, first) = (line, entries.Count);
        HashSet<string>? seen = null;
        while (at < text.Length && at - lineStart == indent)
        {
            if (ReadKey() is not { } key || ReadValue(indent, depth) is not { } value || !IsNew(first, key.Text, ref seen))
            {
                return null;
            }
            entries.Push(key, value);
        }
        if (at < text.Length && at - lineStart > indent)
        {
            return null;
        }
        var end = entries.Last.Value.Span;
        return new(entries.PopFrom(first), new(startLine, indent + 1, end.EndLine, end.EndColumn));
    }

    /// <summary>Whether a key is not there yet; a large mapping gets a set of its keys, so that reading stays linear.</summary>
    private bool IsNew(int first, string key, ref HashSet<string>? seen)
    {
        if (entries.Count - first == SmallMapping)
        {
            seen = entries.Keys(first);
        }
        return seen is null ? entries.FindKey(first, key) is null : seen.Add(key);
    }

    /// <summary>Reads a plain key and its colon.</summary>
    private YamlScalar? ReadKey()
    {
        var end = QuickFlowReader.EndOfName(text, at);
        if (end == at || end >= text.Length || text[end] != ':')
        {
            return null;
        }
        var key = new YamlScalar(SharedWords.Cut(text, at, end), Span(at, end));
        at = end + 1;
        return key;
    }

    /// <summary>Reads what follows a colon, and moves to the next line with content.</summary>
    private YamlNode? ReadValue(int indent, int depth)
    {
        if (depth >= ReadLimits.Depth)
        {
            return null;
        }
        var end = EndOfLine();
        var start = at;
        while (start < end && text[start] == ' ')
        {
            start++;
        }
        if (start == end || (text[start] == '#' && start > at))
        {
            return MoveToContent() && at - lineStart > indent ? ReadMapping(depth + 1) : null;
        }
        if (start == at)
        {
            return null;
        }
        var value = flow.Read(start, end, line, lineStart, depth, out var behind);
        if (value is null)
        {
            return null;
        }
        at = behind;
        return IsBlankOrComment(behind, end) && (!MoveToContent() || at - lineStart <= indent) ? value : null;
    }

    /// <summary>Moves to the first character of the next line that holds more than a comment; false at the end.</summary>
    private bool MoveToContent()
    {
        var isFirst = at == 0;
        while (at < text.Length)
        {
            if (!isFirst && !MoveToNextLine())
            {
                return false;
            }
            isFirst = false;
            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }
            if (at < text.Length && text[at] is not ('\n' or '\r' or '#'))
            {
                return true;
            }
        }
        return false;
    }

    private bool MoveToNextLine()
    {
        var lineFeed = text.IndexOf('\n', at);
        at = lineFeed < 0 ? text.Length : lineFeed + 1;
        lineStart = at;
        line++;
        return lineFeed >= 0;
    }

    private static bool HasLoneCarriageReturn(string text)
    {
        for (var i = text.IndexOf('\r'); i >= 0; i = text.IndexOf('\r', i + 1))
        {
            if (i + 1 == text.Length || text[i + 1] != '\n')
            {
                return true;
            }
        }
        return false;
    }

    private int EndOfLine()
    {
        var end = text.IndexOf('\n', at);
        end = end < 0 ? text.Length : end;
        return end > at && end < text.Length && text[end - 1] == '\r' ? end - 1 : end;
    }

    private bool IsBlankOrComment(int start, int end)
    {
        var i = start;
        while (i < end && text[i] == ' ')
        {
            i++;
        }
        return i == end || (text[i] == '#' && i > start);
    }

    private SectionSpan Span(int start, int end) => new(line, start - lineStart + 1, line, end - lineStart + 1);
}
