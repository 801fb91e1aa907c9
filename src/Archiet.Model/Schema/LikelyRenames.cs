namespace Archiet.Model;

/// <summary>Renames that nobody asked for, and that the author probably meant: without one the data goes.</summary>
public static class LikelyRenames
{
    /// <summary>Two of three columns are equal in entities that are taken for one.</summary>
    private const double NearlyEqual = 2.0 / 3;

    /// <summary>
    /// A column that goes and one of the same type that comes in the same table; a table that goes and one of nearly the same columns that comes; a link that goes and one
    /// of the same entity to the same rows that comes. Each is there at most once, with the nearest of those that come.
    /// </summary>
    /// <param name="before">The schema before.</param>
    /// <param name="after">The schema after.</param>
    /// <param name="renames">The renames that are asked for.</param>
    /// <exception cref="ArgumentException">A rename does not fit <paramref name="before"/>.</exception>
    public static IReadOnlyList<SchemaRename> Of(SchemaState before, SchemaState after, IReadOnlyCollection<SchemaRename> renames)
    {
        var named = SchemaRenames.Apply(before, renames, out var faults);
        if (faults.Count > 0)
        {
            throw new ArgumentException(RenameText.Of(faults[0].Rename) + ": " + faults[0].Message, nameof(renames));
        }
        var pairs = Pairs.Of(named.Tables, after.Tables, table => table.Origin).ToList();
        var likely = Nearest(
            pairs.Where(pair => pair.After is null && IsEntity(pair.Before!)).Select(pair => pair.Before!),
            pairs.Where(pair => pair.Before is null && IsEntity(pair.After!)).Select(pair => pair.After!).ToList(),
            Likeness).Select(pair => new SchemaRename(RenameKind.Table, pair.From.Origin, pair.To.Origin)).ToList();
        likely.AddRange(Nearest(
            pairs.Where(pair => pair.After is null && !IsEntity(pair.Before!)).Select(pair => pair.Before!),
            pairs.Where(pair => pair.Before is null && !IsEntity(pair.After!)).Select(pair => pair.After!).ToList(),
            (from, to) => Ends(from, named) == Ends(to, after) ? 1 + Likeness(from.Origin, to.Origin) : 0)
            .Select(pair => new SchemaRename(RenameKind.Column, pair.From.Origin, pair.To.Origin)));
        foreach (var (was, now) in pairs.Where(pair => pair is { Before: not null, After: not null }))
        {
            likely.AddRange(Columns(was!, now!));
        }
        return likely;
    }

    private static IEnumerable<SchemaRename> Columns(TableModel was, TableModel now)
    {
        var pairs = Pairs.Of(was.Columns, now.Columns, column => column.Origin).ToList();
        return Nearest(
            pairs.Where(pair => pair.After is null && IsField(pair.Before!)).Select(pair => pair.Before!),
            pairs.Where(pair => pair.Before is null && IsField(pair.After!)).Select(pair => pair.After!).ToList(),
            static (from, to) => IsSameKind(from, to) ? 1 + Likeness(from.Origin, to.Origin) : 0)
            .Select(pair => new SchemaRename(RenameKind.Column, now.Origin + "." + pair.From.Origin, now.Origin + "." + pair.To.Origin));
    }

    private static IEnumerable<(T From, T To)> Nearest<T>(IEnumerable<T> gone, List<T> come, Func<T, T, double> likeness)
        where T : class
    {
        foreach (var from in gone)
        {
            var best = come.Select(to => (To: to, Likeness: likeness(from, to))).Where(pair => pair.Likeness > 0).OrderByDescending(pair => pair.Likeness).FirstOrDefault();
            if (best.To is not null)
            {
                come.Remove(best.To);
                yield return (from, best.To);
            }
        }
    }

    /// <summary>What has a link, and what it leads to, by origins: tables may have other names by now.</summary>
    private static string Ends(TableModel link, SchemaState state) => link.Origin.Substring(0, link.Origin.IndexOf('.')) + " " + string.Join(" ", link.ForeignKeys
        .Select(key => state.Tables.FirstOrDefault(table => table.Name == key.PrincipalTable)?.Origin ?? key.PrincipalTable).OrderBy(origin => origin, StringComparer.Ordinal));

    private static double Likeness(TableModel from, TableModel to)
    {
        var (left, right) = (Fields(from), Fields(to));
        var most = Math.Max(left.Count, right.Count);
        var equal = left.Intersect(right).Count();
        return equal > 0 && equal >= NearlyEqual * most ? (double)equal / most : 0;

        static List<(string, string)> Fields(TableModel table) => [.. table.Columns.Where(IsField).Select(column => (column.Origin, column.StoreType))];
    }

    /// <summary>How much of two names is the same at their beginnings and ends.</summary>
    private static double Likeness(string left, string right)
    {
        var least = Math.Min(left.Length, right.Length);
        var begin = 0;
        while (begin < least && left[begin] == right[begin])
        {
            begin++;
        }
        var end = 0;
        while (end < least - begin && left[left.Length - 1 - end] == right[right.Length - 1 - end])
        {
            end++;
        }
        return (double)(begin + end) / Math.Max(left.Length, right.Length);
    }

    private static bool IsSameKind(ColumnModel from, ColumnModel to) => from.StoreType == to.StoreType && from.Enum == to.Enum && (from.Computed is null) == (to.Computed is null);

    private static bool IsEntity(TableModel table) => table.Origin.IndexOf('.') < 0;

    /// <summary>Whether a field asks for the column; a name of its own has an underscore.</summary>
    private static bool IsField(ColumnModel column) => column.Origin != "id" && column.Origin.IndexOf('_') < 0;
}
