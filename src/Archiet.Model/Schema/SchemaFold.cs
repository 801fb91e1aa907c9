using Archiet.Genome;

namespace Archiet.Model;

/// <summary>A change that does not fit the schema it is applied to.</summary>
internal sealed record SchemaFault(SchemaChange Change, SchemaFaultKind Kind, string Message);

/// <summary>Why a change does not fit.</summary>
internal enum SchemaFaultKind
{
    /// <summary>It takes away a line that is not there.</summary>
    NotThere,

    /// <summary>It adds a line, or another one about the same thing, that is there already.</summary>
    AlreadyThere,

    /// <summary>It leaves a line about something that is not there itself.</summary>
    Homeless,
}

/// <summary>Lines taken from a schema and added to it. Only what they are about is read anew, so that a long history costs what changes in it.</summary>
internal static class SchemaFold
{
    /// <summary>The schema after all changes; where there are faults, as far as it goes.</summary>
    public static SchemaState Apply(SchemaState before, IReadOnlyCollection<SchemaChange> changes, out List<SchemaFault> faults)
    {
        var found = faults = [];
        var groups = changes.GroupBy(change => Group(change.Line)).ToDictionary(group => group.Key, group => group.ToList());
        if (groups.Count == 0)
        {
            return before;
        }
        var owner = Of(new("owner", ""), SchemaLines.Owner(before));
        var extensions = Of(new("extension", ""), SchemaLines.Extensions(before));
        return before with
        {
            Owner = owner is null ? before.Owner : owner.OfType<OwnerLine>().LastOrDefault()?.Owner ?? "",
            Extensions = extensions is null
                ? before.Extensions
                : extensions.OfType<ExtensionLine>().Select(line => line.Extension).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray(),
            Tables = Each("table", before.Tables, table => table.Origin, SchemaLines.Of, (_, lines) => Table(lines, groups, found)),
            Enums = Each("member", before.Enums, members => members.Name, SchemaLines.Of, Enum),
            Seeds = Seeds(before, Of),
        };

        List<SchemaLine>? Of((string Kind, string Name) group, IEnumerable<SchemaLine> lines) => groups.TryGetValue(group, out var made) ? Change(lines, made, found) : null;

        EquatableArray<T> Each<T>(string kind, EquatableArray<T> all, Func<T, string> name, Func<T, IEnumerable<SchemaLine>> lines, Func<string, List<SchemaLine>, T?> make)
            where T : class, IEquatable<T>
        {
            var touched = groups.Where(group => group.Key.Kind == kind).ToList();
            if (touched.Count == 0)
            {
                return all;
            }
            var after = all.ToList();
            foreach (var group in touched)
            {
                var at = Find(after, name, group.Key.Name);
                var changed = Change(at >= 0 ? lines(after[at]) : [], group.Value, found);
                var made = changed.Count > 0 ? make(group.Key.Name, changed) : null;
                if (at < 0 && made is not null)
                {
                    after.Insert(~at, made);
                }
                else if (made is not null)
                {
                    after[at] = made;
                }
                else if (at >= 0)
                {
                    after.RemoveAt(at);
                }
            }
            return after.ToEquatableArray();
        }
    }

    /// <summary>Where the thing of a name is in a list in ordinal order; else the complement of where it belongs.</summary>
    private static int Find<T>(List<T> sorted, Func<T, string> name, string sought)
    {
        var (low, high) = (0, sorted.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (string.CompareOrdinal(name(sorted[middle]), sought))
            {
                case 0: return middle;
                case < 0: low = middle + 1; break;
                default: high = middle - 1; break;
            }
        }
        return ~low;
    }

    private static (string Kind, string Name) Group(SchemaLine line) => line switch
    {
        OfTableLine of => ("table", of.Table),
        MemberLine member => ("member", member.Enum),
        SeedLine => ("seed", ""),
        ExtensionLine => ("extension", ""),
        _ => ("owner", ""),
    };

    private static List<SchemaLine> Change(IEnumerable<SchemaLine> lines, List<SchemaChange> changes, List<SchemaFault> faults)
    {
        var byPlace = new Dictionary<string, SchemaLine>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            byPlace[line.Place] = line;
        }
        foreach (var change in changes.Where(change => !change.Adds))
        {
            if (byPlace.TryGetValue(change.Line.Place, out var line) && line.Text == change.Line.Text)
            {
                byPlace.Remove(line.Place);
            }
            else
            {
                faults.Add(new(change, SchemaFaultKind.NotThere, line is null ? "nothing of the kind is there" : "what is there is: " + line.Text));
            }
        }
        foreach (var change in changes.Where(change => change.Adds))
        {
            if (byPlace.TryGetValue(change.Line.Place, out var line))
            {
                faults.Add(new(change, SchemaFaultKind.AlreadyThere, line.Text == change.Line.Text ? "the very same is there" : "what is there is: " + line.Text));
            }
            else
            {
                byPlace.Add(change.Line.Place, change.Line);
            }
        }
        return [.. byPlace.Values];
    }

    private static TableModel? Table(List<SchemaLine> lines, Dictionary<(string Kind, string Name), List<SchemaChange>> groups, List<SchemaFault> faults)
    {
        var origin = ((OfTableLine)lines[0]).Table;
        if (lines.OfType<TableLine>().SingleOrDefault() is not { } table)
        {
            Fault(lines[0], "there is no table of '" + origin + "'");
            return null;
        }
        var triggers = lines.OfType<TriggerLine>().ToDictionary(line => line.Bare.Name, StringComparer.Ordinal);
        foreach (var rule in lines.OfType<RuleLine>().Where(rule => !triggers.ContainsKey(rule.Trigger)))
        {
            Fault(rule, "there is no trigger '" + rule.Trigger + "' of '" + origin + "'");
        }
        var rules = lines.OfType<RuleLine>().ToLookup(rule => rule.Trigger, rule => rule.Rule, StringComparer.Ordinal);
        return SchemaOrder.Of(table.Bare with
        {
            Columns = lines.OfType<ColumnLine>().Select(line => line.Column).ToEquatableArray(),
            Indexes = lines.OfType<IndexLine>().Select(line => line.Index).ToEquatableArray(),
            Checks = lines.OfType<CheckLine>().Select(line => line.Check).ToEquatableArray(),
            ForeignKeys = lines.OfType<ReferenceLine>().Select(line => line.Reference).ToEquatableArray(),
            Exclusions = lines.OfType<ExclusionLine>().Select(line => line.Exclusion).ToEquatableArray(),
            Triggers = triggers.Values.Select(line => line.Bare with { Rules = rules[line.Bare.Name].ToEquatableArray() }).ToEquatableArray(),
        });

        // The change to blame: the one that added the line, else the one that took away what it belongs to.
        void Fault(SchemaLine line, string message)
        {
            var changes = groups[("table", origin)];
            faults.Add(new(changes.Find(change => change.Line.Text == line.Text) ?? changes[0], SchemaFaultKind.Homeless, message));
        }
    }

    private static EnumState Enum(string name, List<SchemaLine> lines) => new(
        name, lines.OfType<MemberLine>().Select(line => line.Member).OrderBy(member => member.Name, StringComparer.Ordinal).ToEquatableArray());

    private static EquatableArray<SeedState> Seeds(SchemaState before, Func<(string Kind, string Name), IEnumerable<SchemaLine>, List<SchemaLine>?> changed) =>
        changed(("seed", ""), before.Seeds.Select(SchemaLineWriter.Seed)) is { } lines
            ? lines.OfType<SeedLine>().Select(line => line.Row).OrderBy(row => row.Entity, StringComparer.Ordinal).ThenBy(row => row.Key, StringComparer.Ordinal).ToEquatableArray()
            : before.Seeds;
}
