namespace Archiet.Schema.Tests.Oracle;

/// <summary>What one differ says and the other does not.</summary>
internal sealed class Differences
{
    public Differences(SchemaPair pair)
    {
        Pair = pair;
        (Ours, Theirs) = (OurLines.Of(pair), TheirLines.Of(pair));
        foreach (var line in Ours.ToList())
        {
            if (Theirs.Remove(line))
            {
                Ours.Remove(line);
            }
        }
    }

    public SchemaPair Pair { get; }

    /// <summary>Only ours.</summary>
    public List<Line> Ours { get; }

    /// <summary>Only Entity Framework's.</summary>
    public List<Line> Theirs { get; }

    public bool IsEmpty => Ours.Count == 0 && Theirs.Count == 0;

    /// <summary>The table of both schemas that has a key.</summary>
    public (TableModel Before, TableModel After)? Table(string key) =>
        Pair.Before.State.Tables.FirstOrDefault(table => Pair.Before.Key(table.Name) == key) is { } before && Pair.After.State.Tables.FirstOrDefault(table => Pair.After.Key(table.Name) == key) is { } after
            ? (before, after)
            : null;

    /// <summary>The column of both schemas that has a key.</summary>
    public (ColumnModel Before, ColumnModel After)? Column(string table, string key) => Table(table) is { } both
        && both.Before.Columns.FirstOrDefault(column => Pair.Before.Key(both.Before.Name, column.Name) == key) is { } before
        && both.After.Columns.FirstOrDefault(column => Pair.After.Key(both.After.Name, column.Name) == key) is { } after
            ? (before, after)
            : null;

    /// <summary>An expression of a table before, in the names of afterwards; columns that go keep theirs.</summary>
    public string Renamed(string table, string sql)
    {
        var (before, after) = Table(table)!.Value;
        return System.Text.RegularExpressions.Regex.Replace(sql, "\"([^\"]+)\"", match =>
            before.Columns.FirstOrDefault(column => column.Name == match.Groups[1].Value) is { } was && Column(table, Pair.Before.Key(before.Name, was.Name)) is { } both ? $"\"{both.After.Name}\"" : match.Value);
    }

    /// <inheritdoc/>
    public override string ToString() => "ours only:\n" + string.Join('\n', Ours) + "\nEntity Framework's only:\n" + string.Join('\n', Theirs) + "\n" + Pair;
}
