namespace Archiet.Model;

/// <summary>A schema as text: a line for each thing in it, complete in itself, from which the schema follows again.</summary>
public static class SchemaLines
{
    /// <summary>The lines of a schema in ordinal order.</summary>
    public static IReadOnlyList<SchemaLine> Of(SchemaState state) => InOrder(
        Owner(state).Concat(Extensions(state)).Concat(state.Tables.SelectMany(Of)).Concat(state.Enums.SelectMany(Of)).Concat(state.Seeds.Select(SchemaLineWriter.Seed)));

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
            foreach (var rule in trigger.Rules)
            {
                yield return SchemaLineWriter.Rule(table.Origin, trigger.Name, rule);
            }
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

    private static List<SchemaLine> InOrder(IEnumerable<SchemaLine> lines)
    {
        var sorted = lines.ToList();
        sorted.Sort(static (left, right) => string.CompareOrdinal(left.Text, right.Text));
        return sorted;
    }
}
