using Archiet.Genome.Diagnostics;
using Archiet.Genome.Sections;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Archiet.Genome.Yaml;

/// <summary>
/// Reads a section's YAML from the events of YamlDotNet's parser into nodes, within <see cref="ReadLimits"/>. What genomes do without (anchors, aliases, tags,
/// merge keys, several documents) is refused, and so is what is not YAML: a refusal is one finding, and ends the reading of the section.
/// </summary>
internal sealed class YamlReader
{
    private const string MergeKey = "<<";
    private const int SmallMapping = 16;

    private readonly Parser parser;
    private readonly FindingList findings;
    private readonly string text;
    private readonly EntryStack entries = new();
    private readonly Stack<SectionSpan> openBrackets = new();
    private int nodes;

    private YamlReader(string text, FindingList findings)
    {
        this.findings = findings;
        this.text = text;
#pragma warning disable RS0030 // YamlDotNet takes a TextReader; a StringReader reads no file.
        parser = new Parser(new StringReader(text));
#pragma warning restore RS0030
    }

    /// <summary>The document's root, or null where it was refused: then <paramref name="findings"/> has one more.</summary>
    public static YamlNode? Read(string text, FindingList findings) => new YamlReader(text, findings).Read();

    private YamlNode? Read()
    {
        try
        {
            return ReadDocument();
        }
        catch (YamlException exception)
        {
            return RefuseSyntax(exception);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet throws these too: its token queue is empty when a block line follows an open bracket, a tag "!<>" has no name.
            return RefuseSyntax(null);
        }
    }

    private YamlNode? ReadDocument()
    {
        parser.MoveNext();
        parser.MoveNext();
        if (parser.Current is not DocumentStart start)
        {
            return Refuse(GenomeDiagnostics.EmptyFile, SectionSpan.Start);
        }
        parser.MoveNext();
        var root = ReadNode(1);
        if (root is null)
        {
            return null;
        }
        return parser.MoveNext() && parser.Current is DocumentStart second ? Refuse(GenomeDiagnostics.SeveralDocuments, SpanOf(second)) : root;
    }

    /// <summary>Reads the node of the current event and moves behind it.</summary>
    private YamlNode? ReadNode(int depth)
    {
        var current = parser.Current!;
        if (++nodes > ReadLimits.Nodes)
        {
            return Refuse(GenomeDiagnostics.TooManyNodes, SpanOf(current));
        }
        if (current is AnchorAlias)
        {
            return Refuse(GenomeDiagnostics.Alias, SpanOf(current));
        }
        if (current is not NodeEvent node)
        {
            // A value without a key, as in "- : x", gives an end where a node belongs.
            return Refuse(GenomeDiagnostics.YamlSyntax, SpanOf(current), "a key or a value is missing");
        }
        if (!node.Anchor.IsEmpty)
        {
            return Refuse(GenomeDiagnostics.Anchor, SpanOf(current));
        }
        if (!node.Tag.IsEmpty)
        {
            return Refuse(GenomeDiagnostics.Tag, SpanOf(current), node.Tag.ToString());
        }
        if (current is Scalar scalar)
        {
            return ReadScalar(scalar);
        }
        if (depth > ReadLimits.Depth)
        {
            return Refuse(GenomeDiagnostics.TooDeep, SpanOf(current));
        }
        return current is MappingStart mapping ? ReadMapping(mapping, depth) : ReadSequence((SequenceStart)current, depth);
    }

    private YamlScalar? ReadScalar(Scalar scalar)
    {
        if (scalar.Value.Length > ReadLimits.ScalarLength)
        {
            Refuse(GenomeDiagnostics.ScalarTooLong, SpanOf(scalar));
            return null;
        }
        if (scalar.Value.IndexOf('\0') >= 0)
        {
            Refuse(GenomeDiagnostics.UnstorableText, SpanOf(scalar));
            return null;
        }
        parser.MoveNext();
        return scalar.Style == ScalarStyle.Plain ? new YamlScalar(scalar.Value, SpanOf(scalar)) : new QuotedScalar(scalar.Value, SpanOf(scalar));
    }

    private YamlMapping? ReadMapping(MappingStart start, int depth)
    {
        var first = entries.Count;
        HashSet<string>? seen = null;
        Enter(start, start.Style == MappingStyle.Flow);
        while (parser.Current is not MappingEnd)
        {
            var key = ReadNode(depth + 1);
            var value = key is null ? null : ReadNode(depth + 1);
            if (value is null)
            {
                return null;
            }
            if (key is not YamlScalar name)
            {
                Refuse(GenomeDiagnostics.WrongShape, key!.Span, "A key", "a name", key.Kind);
                return null;
            }
            if (name is { IsPlain: true, Text: "" })
            {
                Refuse(GenomeDiagnostics.YamlSyntax, name.Span, "a key is missing before a colon");
                return null;
            }
            if (name is { IsPlain: true, Text: MergeKey })
            {
                Refuse(GenomeDiagnostics.MergeKey, name.Span);
                return null;
            }
            seen = AddEntry(first, seen, name, value);
        }
        var span = Leave(start, start.Style == MappingStyle.Flow, entries.Count == first ? null : entries.Last.Value);
        return new(entries.PopFrom(first), span);
    }

    /// <summary>Adds an entry unless its key is there; a large mapping gets a set of its keys, so that reading stays linear.</summary>
    private HashSet<string>? AddEntry(int first, HashSet<string>? seen, YamlScalar key, YamlNode value)
    {
        if (entries.Count - first == SmallMapping)
        {
            seen ??= entries.Keys(first);
        }
        if (seen is not null ? seen.Add(key.Text) : entries.FindKey(first, key.Text) is null)
        {
            entries.Push(key, value);
        }
        else
        {
            findings.AddWithOther(GenomeDiagnostics.DuplicateKey, key.Span, new(null, entries.FindKey(first, key.Text)!.Span), key.Text);
        }
        return seen;
    }

    private YamlSequence? ReadSequence(SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        Enter(start, start.Style == SequenceStyle.Flow);
        while (parser.Current is not SequenceEnd)
        {
            var item = ReadNode(depth + 1);
            if (item is null)
            {
                return null;
            }
            items.Add(item);
        }
        return new(items, Leave(start, start.Style == SequenceStyle.Flow, items.Count == 0 ? null : items[items.Count - 1]));
    }

    private void Enter(ParsingEvent start, bool isFlow)
    {
        if (isFlow)
        {
            openBrackets.Push(new((int)start.Start.Line, (int)start.Start.Column, (int)start.Start.Line, (int)start.Start.Column + 1));
        }
        parser.MoveNext();
    }

    /// <summary>Moves behind a collection and gives its place: up to the closing bracket, or to the end of what is last in it.</summary>
    private SectionSpan Leave(ParsingEvent start, bool isFlow, YamlNode? last)
    {
        var closing = parser.Current!.Start;
        if (isFlow)
        {
            openBrackets.Pop();
        }
        parser.MoveNext();
        if (isFlow)
        {
            return new((int)start.Start.Line, (int)start.Start.Column, (int)closing.Line, (int)closing.Column + 1);
        }
        var end = last?.Span ?? SpanOf(start);
        return new((int)start.Start.Line, (int)start.Start.Column, end.EndLine, end.EndColumn);
    }

    /// <summary>Says where the text stops being YAML: at the bracket or quotation mark that is not closed, or where the parser stood.</summary>
    private YamlNode? RefuseSyntax(YamlException? exception)
    {
        var end = EndOf(text.TrimEnd());
        if (openBrackets.Count > 0 && (exception is null || (exception is SemanticErrorException && IsBehindBracket(exception.Start, end))))
        {
            return Refuse(GenomeDiagnostics.NotClosed, openBrackets.Peek(), "bracket");
        }
        if (exception is null)
        {
            return Refuse(GenomeDiagnostics.YamlSyntax, parser.Current is { } last ? SpanOf(last) : SectionSpan.Start, "what follows is no YAML");
        }
        if (exception is SyntaxErrorException && exception.End.Line > exception.Start.Line)
        {
            var start = exception.Start;
            return Refuse(GenomeDiagnostics.NotClosed, new((int)start.Line, (int)start.Column, (int)start.Line, (int)start.Column + 1), "quotation mark");
        }
        if (KeyWithoutSpace(exception.Start) is { } key)
        {
            return Refuse(GenomeDiagnostics.YamlSyntax, key, "a space is missing behind the colon");
        }
        return Refuse(GenomeDiagnostics.YamlSyntax, SpanOf(exception.Start, exception.End), Reason(exception.Message));
    }

    /// <summary>The key of <c>title:{ type: string, max: 9 }</c> on the line where the parser stopped, before that place: for YAML it is the beginning of a text.</summary>
    private SectionSpan? KeyWithoutSpace(Mark mark)
    {
        var line = text.LastIndexOf('\n', Math.Max(0, Math.Min((int)mark.Index, text.Length) - 1)) + 1;
        for (var at = line + 1; at < mark.Index && at + 1 < text.Length; at++)
        {
            if (text[at] != ':' || text[at + 1] is not ('{' or '['))
            {
                continue;
            }
            var begin = at;
            while (begin > line && (char.IsLetterOrDigit(text[begin - 1]) || text[begin - 1] == '_'))
            {
                begin--;
            }
            if (begin < at)
            {
                return new((int)mark.Line, begin - line + 1, (int)mark.Line, at - line + 2);
            }
        }
        return null;
    }

    private bool IsBehindBracket(Mark mark, SectionSpan end) =>
        mark.Line > openBrackets.Peek().Line || (mark.Line == end.Line && mark.Column >= end.Column);

    /// <summary>YamlDotNet says <c>While parsing a block mapping, did not find expected key.</c></summary>
    private static string Reason(string message) =>
        message.Length > 0 && message[message.Length - 1] == '.' ? char.ToLowerInvariant(message[0]) + message.Substring(1, message.Length - 2) : message;

    private YamlNode? Refuse(GenomeDiagnosticDescriptor descriptor, SectionSpan span, params string[] arguments)
    {
        findings.Add(descriptor, span, arguments);
        return null;
    }

    private SectionSpan SpanOf(ParsingEvent current) => SpanOf(current.Start, current.End);

    /// <summary>
    /// The place between two marks, within the text: of a node that is empty YamlDotNet gives an end at the beginning of everything, and it may give a line behind the last.
    /// </summary>
    private SectionSpan SpanOf(Mark start, Mark end)
    {
        var behind = end.Index < start.Index ? start : end;
        var last = behind.Index < text.Length ? default : EndOf(text);
        return new(
            start.Index < text.Length ? (int)start.Line : last.Line, start.Index < text.Length ? (int)start.Column : last.Column,
            behind.Index < text.Length ? (int)behind.Line : last.Line, behind.Index < text.Length ? (int)behind.Column : last.Column);
    }

    private static SectionSpan EndOf(string text)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                (line, lineStart) = (line + 1, i + 1);
            }
        }
        var column = text.Length - lineStart + 1;
        return new(line, column, line, column);
    }
}
