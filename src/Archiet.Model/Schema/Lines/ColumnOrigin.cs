namespace Archiet.Model;

/// <summary>What a column is of, as one word: the table's origin, a dot, the column's.</summary>
/// <remarks>
/// A field's path begins behind the first dot. A column that no field asks for is told by the underscore in its name, which no field's name has: it stands behind the
/// last dot, so that the origin of a link's table, which has a dot itself, is the rest.
/// </remarks>
internal static class ColumnOrigin
{
    /// <summary>The position of the dot between table and column, or -1 where there is none.</summary>
    public static int SplitAt(string of)
    {
        var last = of.LastIndexOf('.');
        var split = last >= 0 && of.IndexOf('_', last) >= 0 ? last : of.IndexOf('.');
        return split > 0 && split < of.Length - 1 ? split : -1;
    }
}
