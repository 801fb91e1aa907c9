using Archiet.Genome;

namespace Archiet.Model;

/// <summary>What of one state is what of the next: by origin through the renames, and not by names in the database.</summary>
internal sealed class SchemaMatch
{
    private readonly Dictionary<string, TableMatch> byNameBefore;

    public SchemaMatch(SchemaState before, SchemaState after, IReadOnlyCollection<SchemaRename> renames)
    {
        (Before, After) = (before, after);
        var origins = new OriginMap(renames);
        var known = origins.Tables(before.Tables);
        var kept = new List<TableMatch>();
        var added = new List<TableModel>();
        foreach (var table in after.Tables)
        {
            if (known.TryGetValue(table.Origin, out var was))
            {
                kept.Add(new TableMatch(was, table));
                known.Remove(table.Origin);
            }
            else
            {
                added.Add(table);
            }
        }
        var matched = new HashSet<string>(kept.Select(table => table.Before.Origin), StringComparer.Ordinal);
        var left = before.Tables.Where(table => !matched.Contains(table.Origin)).ToList();
        (Kept, Added, Dropped) = (kept, added, left);
        byNameBefore = kept.ToDictionary(table => table.Before.Name, StringComparer.Ordinal);
        foreach (var table in kept)
        {
            table.MatchColumns(origins, this);
        }
        foreach (var table in kept.Where(table => table.LeadsElsewhere).ToList())
        {
            kept.Remove(table);
            byNameBefore.Remove(table.Before.Name);
            left.Add(table.Before);
            added.Add(table.After);
        }
        Members = MemberMatch.Of(before, after, origins).ToList();
    }

    public SchemaState Before { get; }

    public SchemaState After { get; }

    /// <summary>Tables of both, in the order of the later state.</summary>
    public IReadOnlyList<TableMatch> Kept { get; }

    /// <summary>Tables of the later state only.</summary>
    public IReadOnlyList<TableModel> Added { get; }

    /// <summary>Tables of the earlier state only.</summary>
    public IReadOnlyList<TableModel> Dropped { get; }

    /// <summary>Enums of both.</summary>
    public IReadOnlyList<MemberMatch> Members { get; }

    /// <summary>The later name of a table of the earlier state; of one that goes its own.</summary>
    public string TableAfter(string name) => byNameBefore.TryGetValue(name, out var table) ? table.After.Name : name;

    /// <summary>What rows may hold that the enum does not store to which a column moves; nothing of a column that keeps its enum.</summary>
    public IEnumerable<EnumMemberState> Unheld(ColumnMatch column)
    {
        if (column.Before.Enum is not { } was || column.After.Enum is not { } now || was == now)
        {
            return [];
        }
        var stored = new HashSet<string>(Members(After, now).Select(member => member.Stored), StringComparer.Ordinal);
        return Members(Before, was).Where(member => !stored.Contains(member.Stored));

        static IEnumerable<EnumMemberState> Members(SchemaState state, string name) => state.Enums.Where(value => value.Name == name).SelectMany(value => value.Members);
    }

    /// <summary>An expression over a table's rows, in the names of the later state.</summary>
    public string Sql(TableMatch table, string sql) => SqlIdentifiers.Replace(sql, (qualifier, name) => qualifier switch
    {
        null => table.ColumnAfter(name),
        "" => TableAfter(name),
        _ => byNameBefore.TryGetValue(qualifier, out var other) ? other.ColumnAfter(name) : name,
    });
}

/// <summary>A table of both states.</summary>
internal sealed class TableMatch(TableModel before, TableModel after)
{
    private readonly Dictionary<string, string> columnAfter = new(StringComparer.Ordinal);

    public TableModel Before { get; } = before;

    public TableModel After { get; } = after;

    /// <summary>Columns of both, in the order of the later state.</summary>
    public IReadOnlyList<ColumnMatch> Columns { get; private set; } = [];

    public IReadOnlyList<ColumnModel> Added { get; private set; } = [];

    public IReadOnlyList<ColumnModel> Dropped { get; private set; } = [];

    /// <summary>Whether a lock is no harm while all rows are read.</summary>
    public bool IsSmall => After.IsSmall;

    /// <summary>Whether it is of a link that leads to rows of another entity: what it holds is of no use then, and the column would take the key along.</summary>
    public bool LeadsElsewhere => After.Key.Any(column => Added.Any(added => added.Name == column));

    /// <summary>Whether references are made while nobody writes: of a table in partitions PostgreSQL makes them in no other way.</summary>
    public bool IsClosed => IsSmall || After.Partitions > 0;

    /// <summary>Whether an index is made while nobody writes: of a table in partitions PostgreSQL makes no constraint of an index that is there.</summary>
    public bool IsClosedTo(IndexModel index) => IsSmall || (After.Partitions > 0 && index.AtStatementEnd);

    /// <summary>The later name of a column; of one that goes its own.</summary>
    public string ColumnAfter(string name) => columnAfter.TryGetValue(name, out var after) ? after : name;

    public void MatchColumns(OriginMap origins, SchemaMatch schema)
    {
        var left = Before.Columns.ToList();
        var columns = new List<ColumnMatch>();
        var added = new List<ColumnModel>();
        foreach (var column in After.Columns)
        {
            var was = OriginMap.Find(left, other => other.Origin, origin => origins.Column(After.Origin, origin), column.Origin)
                ?? left.FirstOrDefault(other => IsSameEnd(other, column, schema));
            if (was is null)
            {
                added.Add(column);
                continue;
            }
            columns.Add(new ColumnMatch(was, column));
            left.Remove(was);
        }
        (Columns, Added, Dropped) = (columns, added, left);
        foreach (var column in columns)
        {
            columnAfter[column.Before.Name] = column.After.Name;
        }
    }

    // The columns of a link and that of an owner are asked for by no field: they are called by the entity that they lead to, and go along when it is renamed.
    private bool IsSameEnd(ColumnModel was, ColumnModel now, SchemaMatch schema) =>
        was.Origin == was.Name && now.Origin == now.Name
        && Before.ForeignKeys.FirstOrDefault(key => key.Column == was.Name) is { } left
        && After.ForeignKeys.FirstOrDefault(key => key.Column == now.Name) is { } right
        && schema.TableAfter(left.PrincipalTable) == right.PrincipalTable && left.OnDelete == right.OnDelete;
}

/// <summary>A column of both states.</summary>
internal sealed record ColumnMatch(ColumnModel Before, ColumnModel After)
{
    /// <summary>What becomes of its type.</summary>
    public TypeChange Type => TypeChanges.Of(Before, After);
}
