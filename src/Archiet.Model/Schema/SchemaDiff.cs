using Archiet.Genome;

namespace Archiet.Model;

/// <summary>What leads from one schema to another.</summary>
public static class SchemaDiff
{
    /// <summary>The difference between two schemas under renames that <paramref name="before"/> knows. Applied to it, it gives exactly <paramref name="after"/>.</summary>
    /// <exception cref="ArgumentException">A rename is of something that is not there, or to something that is.</exception>
    public static SchemaDelta Between(SchemaState before, SchemaState after, EquatableArray<SchemaRename> renames)
    {
        var sorted = renames.ToList();
        sorted.Sort(SchemaDelta.Compare);
        var ordered = sorted.ToEquatableArray();
        var named = SchemaRenames.Apply(before, ordered, out var faults);
        if (faults.Count > 0)
        {
            throw new ArgumentException(RenameText.Of(faults[0].Rename) + ": " + faults[0].Message, nameof(renames));
        }
        if (named.Equals(SchemaState.Empty))
        {
            return new SchemaDelta(ordered, SchemaLines.Of(after).Select(static line => new SchemaChange(Adds: true, line)).ToEquatableArray());
        }
        var changes = new List<SchemaChange>();
        Lines(changes, SchemaLines.Owner(named), SchemaLines.Owner(after));
        Lines(changes, SchemaLines.Extensions(named), SchemaLines.Extensions(after));
        Each(changes, named.Tables, after.Tables, table => table.Origin, SchemaLines.Of);
        Each(changes, named.Enums, after.Enums, members => members.Name, SchemaLines.Of);
        Each(changes, named.Seeds, after.Seeds, row => row.Entity + "." + row.Key, row => [SchemaLineWriter.Seed(row)]);
        changes.Sort(SchemaDelta.Compare);
        return new SchemaDelta(ordered, changes.ToEquatableArray());
    }

    /// <summary>
    /// What is renamed of what the genome asks: an old name counts as long as the history has it, and has not the new one or calls that otherwise in the same step. So a
    /// <c>was:</c> that stays in the genome when its rename is sealed is without effect.
    /// </summary>
    /// <param name="before">The schema at the end of the history.</param>
    /// <param name="asked">What the genome says with <c>was:</c>, as <see cref="SchemaStates.RenamesOf"/> gives it.</param>
    public static EquatableArray<SchemaRename> RenamesOf(SchemaState before, IEnumerable<SchemaRename> asked)
    {
        var all = asked.ToList();
        if (all.Count == 0)
        {
            return default;
        }
        var tables = InEffect(all, RenameKind.Table, entity => SchemaRenames.Has(before, entity));
        var origins = new OriginMap(tables);
        var columns = InEffect(all, RenameKind.Column, field => SchemaRenames.HasField(before, field, origins));
        var members = InEffect(all, RenameKind.Member, member => SchemaRenames.HasMember(before, member));
        var renames = tables.Concat(columns).Concat(members).ToList();
        renames.Sort(SchemaDelta.Compare);
        return renames.ToEquatableArray();
    }

    private static List<SchemaRename> InEffect(IEnumerable<SchemaRename> asked, RenameKind kind, Func<string, bool> isKnown)
    {
        var renames = Once(asked.Where(rename => rename.Kind == kind && isKnown(rename.From)));
        int without;
        do
        {
            without = renames.RemoveAll(rename => isKnown(rename.To) && !renames.Exists(other => other.From == rename.To));
        }
        while (without > 0);
        return renames;
    }

    /// <summary>The first of several renames from or to one name.</summary>
    private static List<SchemaRename> Once(IEnumerable<SchemaRename> renames)
    {
        var (from, to) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        return [.. renames.Where(rename => !from.Contains(rename.From) && to.Add(rename.To) && from.Add(rename.From))];
    }

    private static void Each<T>(List<SchemaChange> changes, EquatableArray<T> before, EquatableArray<T> after, Func<T, string> name, Func<T, IEnumerable<SchemaLine>> lines)
        where T : class, IEquatable<T>
    {
        foreach (var (was, now) in Pairs.Of(before, after, name))
        {
            if (was is null || now is null)
            {
                changes.AddRange(lines((was ?? now)!).Select(line => new SchemaChange(Adds: was is null, line)));
            }
            else if (!was.Equals(now))
            {
                Lines(changes, lines(was), lines(now));
            }
        }
    }

    private static void Lines(List<SchemaChange> changes, IEnumerable<SchemaLine> before, IEnumerable<SchemaLine> after)
    {
        var now = after.ToList();
        var kept = new HashSet<string>(now.Select(line => line.Text), StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in before)
        {
            known.Add(line.Text);
            if (!kept.Contains(line.Text))
            {
                changes.Add(new(false, line));
            }
        }
        changes.AddRange(now.Where(line => !known.Contains(line.Text)).Select(line => new SchemaChange(true, line)));
    }
}
