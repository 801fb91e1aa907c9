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
        return rename.Kind == RenameKind.Table || OfWhat(rename.From) == OfWhat(rename.To)
            ? rename
            : throw new LineException(start, "a " + Kinds[kind] + " stays where it is: both names begin with the same one");
    }

    private static string Origin(LineCursor cursor, RenameKind kind)
    {
        cursor.Expect(" ");
        var begin = cursor.At;
        var origin = cursor.Word("a name");
        var isName = kind == RenameKind.Table ? origin.IndexOf('.') < 0 : origin.IndexOf('.') > 0 && origin[origin.Length - 1] != '.';
        return isName ? origin : throw new LineException(begin, "'" + origin + "' names no " + Kinds[(int)kind]);
    }

    private static string OfWhat(string origin) => origin.Substring(0, origin.IndexOf('.'));
}
