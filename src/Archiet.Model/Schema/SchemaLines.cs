using System.Runtime.CompilerServices;
using Archiet.Genome;

namespace Archiet.Model;

/// <summary>A schema as text: a line for each thing in it, complete in itself, from which the schema follows again.</summary>
public static class SchemaLines
{
    /// <summary>How often a line may change places with the one before it until order is sought in another way.</summary>
    private const int MostMoves = 8;

    /// <summary>The lines of a schema in ordinal order.</summary>
    public static IReadOnlyList<SchemaLine> Of(SchemaState state)
    {
        // Kind by kind, and tables are in order: most lines have their place already.
        var lines = new List<SchemaLine>(state.Seeds.Count + state.Tables.Sum(Count));
        Add(lines, state.Tables, static table => table.Checks, SchemaLineWriter.Check);
        Add(lines, state.Tables, static table => table.Columns, SchemaLineWriter.Column);
        Add(lines, state.Tables, static table => table.Exclusions, SchemaLineWriter.Exclusion);
        lines.AddRange(Extensions(state));
        Add(lines, state.Tables, static table => table.Indexes, SchemaLineWriter.Index);
        lines.AddRange(state.Enums.SelectMany(Of));
        lines.AddRange(Owner(state));
        Add(lines, state.Tables, static table => table.ForeignKeys, SchemaLineWriter.Reference);
        lines.AddRange(state.Tables.SelectMany(Rules));
        lines.AddRange(state.Seeds.Select(SchemaLineWriter.Seed));
        lines.AddRange(state.Tables.Select(SchemaLineWriter.Table));
        Add(lines, state.Tables, static table => table.Triggers, SchemaLineWriter.Trigger);
        Sort(lines);
        return lines;
    }

    /// <summary>The lines of a table and of what belongs to it, in no order.</summary>
    public static IEnumerable<SchemaLine> Of(TableModel table)
    {
        yield return SchemaLineWriter.Table(table);
        foreach (var column in table.Columns)
        {
            yield return SchemaLineWriter.Column(table.Origin, column);
        }
        foreach (var index in table.Indexes)
        {
            yield return SchemaLineWriter.Index(table.Origin, index);
        }
        foreach (var check in table.Checks)
        {
            yield return SchemaLineWriter.Check(table.Origin, check);
        }
        foreach (var reference in table.ForeignKeys)
        {
            yield return SchemaLineWriter.Reference(table.Origin, reference);
        }
        foreach (var exclusion in table.Exclusions)
        {
            yield return SchemaLineWriter.Exclusion(table.Origin, exclusion);
        }
        foreach (var trigger in table.Triggers)
        {
            yield return SchemaLineWriter.Trigger(table.Origin, trigger);
        }
        foreach (var rule in Rules(table))
        {
            yield return rule;
        }
    }

    /// <summary>The schema that lines say, in whatever order they come.</summary>
    /// <exception cref="FormatException">A line cannot be read, or the lines do not fit together.</exception>
    public static SchemaState Read(IEnumerable<string> lines)
    {
        var changes = lines.Select(line => new SchemaChange(true, Parse(line))).ToList();
        var after = SchemaFold.Apply(SchemaState.Empty, changes, out var faults);
        return faults.Count == 0 ? after : throw new FormatException(faults[0].Change.Line.Text + ": " + faults[0].Message);
    }

    /// <summary>A line of text.</summary>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public static SchemaLine Parse(string line)
    {
        try
        {
            return SchemaLineReader.Read(line);
        }
        catch (LineException fault)
        {
            throw new FormatException(line + ": " + fault.Message, fault);
        }
    }

    /// <summary>The hash of a schema: SHA-256 in lower-case hex over its lines in ordinal order, each with "\n" behind it.</summary>
    public static string Hash(SchemaState state)
    {
        using var all = new LineHash();
        foreach (var line in Of(state))
        {
            all.Add(line.Text).Add("\n");
        }
        return all.ToHex();
    }

    internal static IEnumerable<SchemaLine> Of(EnumState members) => members.Members.Select(member => SchemaLineWriter.Member(members.Name, member));

    internal static IEnumerable<SchemaLine> Owner(SchemaState state) => state.Owner.Length > 0 ? [SchemaLineWriter.Owner(state.Owner)] : [];

    internal static IEnumerable<SchemaLine> Extensions(SchemaState state) => state.Extensions.Select(SchemaLineWriter.Extension);

    /// <summary>About how many lines a table has: what it has of most things.</summary>
    private static int Count(TableModel table) => 1 + table.Columns.Count + table.Indexes.Count + table.Checks.Count + table.ForeignKeys.Count + table.Triggers.Count;

    private static IEnumerable<SchemaLine> Rules(TableModel table) =>
        table.Triggers.SelectMany(trigger => trigger.Rules.Select(rule => SchemaLineWriter.Rule(table.Origin, trigger.Name, rule)));

    private static void Add<T>(List<SchemaLine> lines, EquatableArray<TableModel> tables, Func<TableModel, EquatableArray<T>> parts, Func<string, T, SchemaLine> line)
        where T : class, IEquatable<T>
    {
        foreach (var table in tables)
        {
            foreach (var part in parts(table))
            {
                lines.Add(line(table.Origin, part));
            }
        }
    }

    /// <summary>Sorts lines that are nearly in order. This loop runs over a whole schema.</summary>
    [MethodImpl(CompileOptions.AtOnce)]
    private static void Sort(List<SchemaLine> lines)
    {
        var moves = 0;
        for (var at = 1; at < lines.Count; at++)
        {
            var line = lines[at];
            var place = at;
            for (; place > 0 && Compare(lines[place - 1], line) > 0; place--)
            {
                lines[place] = lines[place - 1];
                moves++;
            }
            lines[place] = line;
            if (moves > MostMoves * lines.Count)
            {
                lines.Sort(Compare);
                return;
            }
        }
    }

    private static int Compare(SchemaLine left, SchemaLine right) => string.CompareOrdinal(left.Text, right.Text);
}
