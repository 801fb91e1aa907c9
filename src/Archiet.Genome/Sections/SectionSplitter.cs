using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Sections;

/// <summary>
/// Takes a file apart by indentation alone, without reading YAML: a section for each key of the top level, and below <c>entities:</c> one for each entity.
/// What continues a line in YAML is indented deeper than its key, so a line at a key's own indentation always starts something new;
/// where a layout is not of that kind the file stays whole.
/// </summary>
internal sealed class SectionSplitter
{
    private const string EntitiesKey = "entities";

    private readonly string path;
    private readonly string text;
    private readonly List<GenomeSection> sections = [];
    private readonly List<SectionPlace> places = [];
    private readonly HashSet<string> topLevelKeys = new(StringComparer.Ordinal);

    private SectionKind openKind;
    private string? openName;
    private int openStart;
    private int openLine;
    private bool belowEntities;
    private int entityIndent;
    private bool sawStartMarker;

    private SectionSplitter(string path, string text)
    {
        this.path = path;
        this.text = text;
    }

    /// <summary>Splits a file, or says why it is refused as a whole.</summary>
    public static SplitGenome Split(GenomeFile file)
    {
        var text = file.Text;
        if (text.Length > ReadLimits.FileLength)
        {
            return Refuse(file.Path, GenomeDiagnostics.FileTooLarge, 1, 1, 1);
        }
        if (text.Length > 0 && text[0] == '\uFEFF')
        {
            text = text.Substring(1);
        }
        var forbidden = TextGuard.IndexOfForbidden(text);
        return forbidden >= 0 ? RefuseCharacter(file.Path, text, forbidden) : new SectionSplitter(file.Path, text).Split();
    }

    private SplitGenome Split()
    {
        var whole = false;
        var line = 0;
        for (var start = 0; start < text.Length;)
        {
            line++;
            var end = EndOfLine(start);
            var content = start;
            while (content < end && text[content] is ' ' or '\t')
            {
                content++;
            }
            if (content < end && text[content] != '#')
            {
                whole = whole || !Place(start, content, end, line);
            }
            start = AfterLineBreak(end);
        }
        if (openName is null && !whole)
        {
            return Refuse(path, GenomeDiagnostics.EmptyFile, 1, 1, 0);
        }
        if (whole)
        {
            sections.Clear();
            places.Clear();
            Add(SectionKind.Whole, "", 0, text.Length, 1);
        }
        else
        {
            Close(text.Length);
        }
        return new(sections.ToEquatableArray(), places.ToEquatableArray(), EquatableArray<GenomeDiagnostic>.Empty);
    }

    /// <summary>Puts a line with content into its section; false where the layout cannot be taken apart.</summary>
    private bool Place(int start, int content, int end, int line)
    {
        var indent = content - start;
        if (indent == 0)
        {
            return PlaceAtTopLevel(start, end, line);
        }
        if (openName is null)
        {
            return false;
        }
        if (!belowEntities)
        {
            return true;
        }
        entityIndent = entityIndent == 0 ? indent : entityIndent;
        if (indent > entityIndent || (indent == entityIndent && IsCloser(content)))
        {
            return true;
        }
        var keyEnd = KeyEnd(content, end);
        if (indent < entityIndent || keyEnd < 0)
        {
            return false;
        }
        Close(start);
        Open(SectionKind.Entity, text.Substring(content, keyEnd - content), start, line);
        return true;
    }

    private bool PlaceAtTopLevel(int start, int end, int line)
    {
        if (openName is null && !sawStartMarker && IsStartMarker(start, end))
        {
            sawStartMarker = true;
            return true;
        }
        if (openName is not null && !belowEntities && IsCloser(start))
        {
            return true;
        }
        var keyEnd = KeyEnd(start, end);
        if (keyEnd < 0)
        {
            return false;
        }
        var key = text.Substring(start, keyEnd - start);
        if (!topLevelKeys.Add(key))
        {
            return false;
        }
        Close(start);
        Open(SectionKind.TopLevel, key, start, line);
        belowEntities = key == EntitiesKey && IsBlankOrComment(keyEnd + 1, end);
        entityIndent = 0;
        return true;
    }

    private void Open(SectionKind kind, string name, int start, int line) => (openKind, openName, openStart, openLine) = (kind, name, start, line);

    private void Close(int end)
    {
        // The line "entities:" itself says nothing once an entity follows.
        if (openName is not null && !(openKind == SectionKind.TopLevel && belowEntities && entityIndent > 0))
        {
            Add(openKind, openName, openStart, end, openLine);
        }
    }

    private void Add(SectionKind kind, string name, int start, int end, int line)
    {
        sections.Add(new(kind, name, text.Substring(start, end - start)));
        places.Add(new(path, line));
    }

    private int EndOfLine(int start)
    {
        var end = text.IndexOf('\n', start);
        end = end < 0 ? text.Length : end;
        var carriageReturn = text.IndexOf('\r', start, end - start);
        return carriageReturn < 0 ? end : carriageReturn;
    }

    private int AfterLineBreak(int end) =>
        end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);

    /// <summary>The index of the colon behind a plain key, or -1.</summary>
    private int KeyEnd(int start, int end)
    {
        var i = start;
        while (i < end && (text[i] is >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9' or '_' || (text[i] == '-' && i > start)))
        {
            i++;
        }
        var isKey = i > start && i < end && text[i] == ':' && (i + 1 == end || text[i + 1] is ' ' or '\t');
        return isKey ? i : -1;
    }

    private bool IsCloser(int at) => text[at] is '}' or ']';

    private bool IsStartMarker(int start, int end) =>
        GenomeNames.StandsAt(text, start, "---") && IsBlankOrComment(start + 3, end);

    private bool IsBlankOrComment(int start, int end)
    {
        var i = start;
        while (i < end && text[i] is ' ' or '\t')
        {
            i++;
        }
        return i >= end || (text[i] == '#' && i > start);
    }

    private static SplitGenome RefuseCharacter(string path, string text, int index)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < index; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n'))
            {
                (line, lineStart) = (line + 1, i + 1);
            }
        }
        var code = ((int)text[index]).ToString("X4", System.Globalization.CultureInfo.InvariantCulture);
        return Refuse(path, GenomeDiagnostics.ForbiddenCharacter, line, index - lineStart + 1, 1, code);
    }

    private static SplitGenome Refuse(string path, GenomeDiagnosticDescriptor descriptor, int line, int column, int length, params string[] arguments)
    {
        var message = new Finding(descriptor, SectionSpan.Start, EquatableArray.Of(arguments)).Message(null);
        var diagnostic = new GenomeDiagnostic(descriptor, new(path, line, column, line, column + length), message);
        return new(EquatableArray<GenomeSection>.Empty, EquatableArray<SectionPlace>.Empty, EquatableArray.Of(diagnostic));
    }
}
