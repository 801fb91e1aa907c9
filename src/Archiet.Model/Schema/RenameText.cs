using System.Text;

namespace Archiet.Model;

/// <summary>Renames as lines of a sealed file.</summary>
internal static class RenameText
{
    private static readonly string[] Kinds = ["table", "column", "member"];

    /// <summary>The line, with its sign.</summary>
    public static string Of(SchemaRename rename) =>
        new StringBuilder("> ").Append(Kinds[(int)rename.Kind]).Word(rename.From).Append(" ->").Word(rename.To).ToString();

    /// <summary>Reads a line behind its sign.</summary>
    /// <exception cref="LineException">It cannot be read.</exception>
    public static SchemaRename Read(string text, int start)
    {
        var cursor = new LineCursor(text, start);
        var kind = Array.IndexOf(Kinds, cursor.Word("'table', 'column' or 'member'"));
        if (kind < 0)
        {
            throw new LineException(start, "'table', 'column' or 'member' is expected here");
        }
        var from = Origin(cursor, (RenameKind)kind);
        cursor.Expect(" ->");
        var rename = new SchemaRename((RenameKind)kind, from, Origin(cursor, (RenameKind)kind));
        cursor.End();
        return rename.Kind == RenameKind.Table || OfWhat(rename.Kind, rename.From) == OfWhat(rename.Kind, rename.To)
            ? rename
            : throw new LineException(start, "a " + Kinds[kind] + " stays where it is: both names begin with the same one");
    }

    /// <summary>What the renamed thing belongs to.</summary>
    public static string OfWhat(RenameKind kind, string origin) => origin.Substring(0, SplitAt(kind, origin));

    /// <summary>The name of the renamed thing within what it belongs to.</summary>
    public static string NameOf(RenameKind kind, string origin) => origin.Substring(SplitAt(kind, origin) + 1);

    private static int SplitAt(RenameKind kind, string origin) => kind == RenameKind.Member ? origin.IndexOf('.') : ColumnOrigin.SplitAt(origin);

    private static string Origin(LineCursor cursor, RenameKind kind)
    {
        cursor.Expect(" ");
        var begin = cursor.At;
        var origin = cursor.Word("a name");
        return kind == RenameKind.Table || SplitAt(kind, origin) > 0 ? origin : throw new LineException(begin, "'" + origin + "' names no " + Kinds[(int)kind]);
    }
}
