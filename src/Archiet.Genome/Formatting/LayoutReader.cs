using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Archiet.Genome.Formatting;

/// <summary>
/// Reads a file's layout from the events of YamlDotNet's parser. Only for files in which the compiler finds no error: what genomes do without is not here then, and
/// the depth is within the limits of reading.
/// </summary>
internal sealed class LayoutReader
{
    private readonly SourceLines source;
    private readonly Parser parser;
    private readonly List<LayoutScalar> scalars = [];

    private LayoutReader(SourceLines source)
    {
        this.source = source;
#pragma warning disable RS0030 // YamlDotNet takes a TextReader; a StringReader reads no file.
        parser = new Parser(new StringReader(source.Text));
#pragma warning restore RS0030
    }

    /// <summary>The root of a file with everything in it, comments included.</summary>
    /// <param name="text">The file, with line feeds for line breaks and without a byte order mark.</param>
    public static LayoutCollection Read(string text)
    {
        var source = new SourceLines(text);
        var reader = new LayoutReader(source);
        while (reader.parser.Current is not DocumentStart)
        {
            reader.parser.MoveNext();
        }
        reader.parser.MoveNext();
        var root = (LayoutCollection)reader.ReadNode(0, -1);
        new CommentBinder(source, CommentScanner.Scan(source, reader.scalars)).Bind(root);
        return root;
    }

    /// <summary>Reads the node of the current event and moves behind it.</summary>
    /// <param name="behind">The index behind what stands before the node: the place of a value that is not there.</param>
    /// <param name="parentColumn">The column of the block collection around it.</param>
    private LayoutNode ReadNode(int behind, int parentColumn) => parser.Current switch
    {
        Scalar scalar => ReadScalar(scalar, behind, parentColumn),
        MappingStart mapping => ReadCollection(mapping, isList: false, mapping.Style == MappingStyle.Flow, parentColumn),
        _ => ReadCollection(parser.Current!, isList: true, ((SequenceStart)parser.Current!).Style == SequenceStyle.Flow, parentColumn),
    };

    private LayoutCollection ReadCollection(ParsingEvent first, bool isList, bool isFlow, int parentColumn)
    {
        var start = (int)first.Start.Index;
        var collection = new LayoutCollection(start, isList, isFlow, source.ColumnOf(start));
        var column = isFlow ? parentColumn : collection.Column;
        var behind = start;
        parser.MoveNext();
        while (parser.Current is not (MappingEnd or SequenceEnd))
        {
            var key = isList ? null : (LayoutScalar)ReadNode(behind, column);
            var value = ReadNode(key is null ? behind : key.End + 1, column);
            collection.Entries.Add(new(key, value));
            behind = value.End;
        }
        collection.End = isFlow ? (int)parser.Current.Start.Index + 1 : behind;
        parser.MoveNext();
        return collection;
    }

    private LayoutScalar ReadScalar(Scalar scalar, int behind, int parentColumn)
    {
        parser.MoveNext();
        var style = scalar.Style switch
        {
            ScalarStyle.SingleQuoted => LayoutStyle.SingleQuoted,
            ScalarStyle.DoubleQuoted => LayoutStyle.DoubleQuoted,
            ScalarStyle.Literal or ScalarStyle.Folded => LayoutStyle.Block,
            _ => LayoutStyle.Plain,
        };
        var isMissing = style == LayoutStyle.Plain && scalar.Value.Length == 0;
        var read = new LayoutScalar(isMissing ? Math.Min(behind, source.Text.Length) : (int)scalar.Start.Index, scalar.Value, style);
        if (style == LayoutStyle.Block)
        {
            BlockScalar.Read(source, read, parentColumn);
        }
        else
        {
            read.End = isMissing ? read.Start : (int)scalar.End.Index;
            var lines = source.Text.Substring(read.Start, read.End - read.Start).Split('\n');
            // White space at the end of a line may be escaped between double quotes, and means nothing elsewhere.
            read.Lines = style == LayoutStyle.DoubleQuoted ? lines : [.. lines.Select(static line => line.TrimEnd(' ', '\t'))];
        }
        scalars.Add(read);
        return read;
    }
}
