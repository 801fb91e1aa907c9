namespace Archiet.Schema.Tests.Oracle;

/// <summary>Why our differ and Entity Framework's are not of one opinion. A difference that none of these rules explains fails the test, and so does a rule that explains none.</summary>
internal static class Explanations
{
    /// <summary>The default that Entity Framework makes up for rows that are there.</summary>
    public const string Implicit = "made up";

    private const string Value = " default " + Implicit;

    /// <summary>The rules, each with what takes away the lines that it explains and counts the differences.</summary>
    public static IReadOnlyList<(string Rule, Func<Differences, int> Explain)> All { get; } =
    [
        ("triggers, and what is done to rows, have no words in Entity Framework", static found => found.Ours.RemoveAll(static line => line.Verb == "run")),
        ("an exclusion has no words in Entity Framework", Exclusion),
        ("SET NULL of one of two columns has no words in Entity Framework, which leaves it to the database", SetNull),
        ("a required column gets no value that the genome does not give: the empty value of its type would pass for data", MadeUp),
        ("what goes and what comes is no rename because it is of one type: Entity Framework would keep the wrong data", GuessedColumn),
        ("a name that another table had before is no reason to take the one for the other: Entity Framework would keep the wrong rows", TakenTable),
        ("a name that another column had before is no reason to take the one for the other: Entity Framework would keep the wrong data", TakenColumn),
        ("a key is renamed: to drop it is refused while references lead to it", Key),
        ("a check in which only names change is renamed or stays as it is: PostgreSQL keeps columns and not their names", Check),
        ("an index in whose condition only names change is renamed or stays as it is", Index),
        ("a reference is renamed and not proved anew", Reference),
        ("references of tables that go are dropped first, so that tables can go in any order", DroppedReferences),
        ("a computed column is made anew: PostgreSQL 15 does not change what it is computed by", Computed),
        ("an expression of a computed column in which only names change stays as it is", ComputedNames),
        ("what reads a column that is made anew is made anew", ReadsComputed),
        ("an expression over a column of another type is made anew, so that it reads as if it had always been so", Retyped),
    ];

    private static int Exclusion(Differences found) => Each(found.Ours, line => line.What == "constraint" && line.Verb is "drop" or "rename"
        && found.Pair.Before.State.Tables.Any(table => found.Pair.Before.Key(table.Name) == line.Table && table.Exclusions.Any(exclusion => exclusion.Name == line.Name)));

    private static int SetNull(Differences found) => Each(found.Ours, line =>
        line is { Verb: "add", What: "reference" } && line.Text.EndsWith(" SetNull", StringComparison.Ordinal)
        && Take(found.Theirs, line with { Text = line.Text[..^7] + "NoAction" }));

    private static int MadeUp(Differences found) => Each(found.Theirs, line =>
        line.What == "column" && line.Text.Contains(Value, StringComparison.Ordinal) && Take(found.Ours, line with { Text = line.Text.Replace(Value, "", StringComparison.Ordinal) }));

    private static int GuessedColumn(Differences found) => Each(found.Theirs, line =>
    {
        if (line is not { Verb: "guess", What: "column" } || !Take(found.Ours, new("drop", "column", line.Table, line.Name)))
        {
            return false;
        }
        found.Theirs.RemoveAll(other => other.Verb == "alter" && other.Table == line.Table && other.Name == line.Text);
        Each(found.Theirs, other => other is { Verb: "rename", What: "index" } && other.Table == line.Table
            && Take(found.Ours, new("drop", "index", line.Table, other.Name)) && found.Ours.RemoveAll(ours => ours is { Verb: "add", What: "index" } && ours.Table == line.Table && ours.Name == other.Text) == 1);
        // An index over the one is to Entity Framework over the other, and stays.
        Each(found.Ours, other => other is { Verb: "add", What: "index" } && other.Table == line.Table && other.Text.Split(' ', ',').Contains(line.Text)
            && Take(found.Ours, new("drop", "index", line.Table, other.Name)));
        return found.Ours.RemoveAll(other => other is { Verb: "add", What: "column" } && other.Table == line.Table && other.Name == line.Text) == 1;
    });

    private static int TakenTable(Differences found)
    {
        var had = found.Pair.Before.State.Tables.ToDictionary(static table => table.Name, table => found.Pair.Before.Key(table.Name), StringComparer.Ordinal);
        var taken = found.Pair.After.State.Tables.Where(table => had.TryGetValue(table.Name, out var key) && key != found.Pair.After.Key(table.Name))
            .SelectMany(table => new[] { had[table.Name], found.Pair.After.Key(table.Name) }).ToHashSet(StringComparer.Ordinal);
        return found.Theirs.RemoveAll(Concerns) + found.Ours.RemoveAll(Concerns);

        bool Concerns(Line line) => taken.Contains(line.Table) || LeadsToTaken(found.Pair.Before, line.Table, line.Name) || LeadsToTaken(found.Pair.After, line.Table, line.Name);

        bool LeadsToTaken(KeyedState state, string table, string name) => state.State.Tables.Any(one =>
            state.Key(one.Name) == table && one.ForeignKeys.Any(key => key.Name == name && taken.Contains(state.Key(key.PrincipalTable))));
    }

    private static int TakenColumn(Differences found)
    {
        var tables = found.Pair.After.State.Tables.Where(table => found.Table(found.Pair.After.Key(table.Name)) is { } both && table.Columns.Any(column =>
            both.Before.Columns.Any(was => was.Name == column.Name && found.Pair.Before.Key(both.Before.Name, was.Name) != found.Pair.After.Key(table.Name, column.Name))))
            .Select(table => found.Pair.After.Key(table.Name)).ToHashSet(StringComparer.Ordinal);
        return found.Theirs.RemoveAll(line => tables.Contains(line.Table)) + found.Ours.RemoveAll(line => tables.Contains(line.Table));
    }

    private static int Key(Differences found) => Each(found.Ours, line =>
        line is { Verb: "rename", What: "constraint" } && Take(found.Theirs, new("drop", "key", line.Table, line.Name))
        && found.Theirs.RemoveAll(other => other is { Verb: "add", What: "key" } && other.Table == line.Table && other.Name == line.Text) == 1);

    private static int Check(Differences found) => Each(found.Theirs, line =>
        line is { Verb: "add", What: "check" } && found.Table(line.Table) is { } table
        && table.Before.Checks.FirstOrDefault(was => found.Renamed(line.Table, was.Sql) == line.Text && Take(found.Theirs, new("drop", "constraint", line.Table, was.Name))) is { } check
        && (check.Name == line.Name || Take(found.Ours, new("rename", "constraint", line.Table, check.Name, line.Name))));

    private static int Index(Differences found) => Each(found.Theirs, line =>
        line is { Verb: "add", What: "index" } && found.Table(line.Table) is { } table
        && table.After.Indexes.FirstOrDefault(now => now.Name == line.Name) is { Where: { } where }
        && table.Before.Indexes.FirstOrDefault(was => was.Where is { } sql && found.Renamed(line.Table, sql) == where && Take(found.Theirs, new("drop", "index", line.Table, was.Name))) is { } index
        && (index.Name == line.Name || Take(found.Ours, new("rename", "index", line.Table, index.Name, line.Name))));

    private static int Reference(Differences found) => Each(found.Theirs, line =>
        line is { Verb: "add", What: "reference" }
        && found.Ours.Find(ours => ours is { Verb: "rename", What: "constraint" } && ours.Table == line.Table && ours.Text == line.Name) is { } rename
        && Take(found.Theirs, new("drop", "constraint", line.Table, rename.Name)) && found.Ours.Remove(rename));

    private static int DroppedReferences(Differences found) => Each(found.Ours, line =>
        line is { Verb: "drop", What: "constraint" } && found.Table(line.Table) is null
        && found.Pair.Before.State.Tables.Any(table => found.Pair.Before.Key(table.Name) == line.Table && table.ForeignKeys.Any(key => key.Name == line.Name)));

    private static int Computed(Differences found) => Each(found.Theirs, line =>
        line is { Verb: "alter", What: "column" } && line.Text.Contains(" as ", StringComparison.Ordinal)
        && Take(found.Ours, new("drop", "column", line.Table, line.Name))
        && Take(found.Ours, new("add", "column", line.Table, line.Name, line.Text.Split(Line.Arrow)[1].Replace(Value, "", StringComparison.Ordinal)))
        && found.Theirs.RemoveAll(other => other is { Verb: "rename", What: "column" } && other.Table == line.Table && other.Name == line.Name) >= 0);

    private static int ComputedNames(Differences found) => Each(found.Theirs, line =>
        line is { Verb: "alter", What: "column" } && found.Column(line.Table, line.Name) is { Before: { Computed: { } was } before, After: { Computed: { } now } after }
        && found.Renamed(line.Table, was) == now && before.StoreType == after.StoreType && before.Nullable == after.Nullable);

    private static int ReadsComputed(Differences found) => Each(found.Ours, line =>
        line is { Verb: "drop", What: "index" or "constraint" } && IsMadeAnew(found, line, static both => both.Before.Computed is not null || both.After.Computed is not null));

    private static int Retyped(Differences found) => Each(found.Ours, line =>
        line is { Verb: "drop", What: "index" or "constraint" } && IsMadeAnew(found, line, static both => both.Before.StoreType.Split('(')[0] != both.After.StoreType.Split('(')[0]));

    // Entity Framework says nothing of it, or gives it another name.
    private static bool IsMadeAnew(Differences found, Line drop, Func<(ColumnModel Before, ColumnModel After), bool> isChanged)
    {
        if (found.Table(drop.Table) is not { } table)
        {
            return false;
        }
        var changed = table.After.Columns.Where(column => found.Column(drop.Table, found.Pair.After.Key(table.After.Name, column.Name)) is { } both && isChanged(both)).Select(static column => column.Name).ToList();
        var said = found.Theirs.Find(line => line.Verb == "rename" && line.What == "index" && line.Table == drop.Table && line.Name == drop.Name);
        var name = said?.Text ?? drop.Name;
        var reads = table.After.Indexes.Where(index => index.Name == name).Select(static index => string.Join(' ', index.Columns.Select(static column => $"\"{column}\"")) + index.Where)
            .Concat(table.After.Checks.Where(check => check.Name == name).Select(static check => check.Sql)).FirstOrDefault("");
        return changed.Exists(column => reads.Contains($"\"{column}\"", StringComparison.Ordinal))
            && found.Ours.RemoveAll(line => line.Verb == "add" && line.Table == drop.Table && line.Name == name) == 1
            && (said is null || found.Theirs.Remove(said));
    }

    private static int Each(List<Line> lines, Func<Line, bool> isExplained)
    {
        var explained = 0;
        foreach (var line in lines.ToList().Where(lines.Contains))
        {
            if (isExplained(line))
            {
                lines.Remove(line);
                explained++;
            }
        }
        return explained;
    }

    private static bool Take(List<Line> lines, Line line) => lines.Remove(line);
}
