using Archiet.Genome;

namespace Archiet.Model;

/// <summary>A rename that cannot be.</summary>
internal sealed record RenameFault(SchemaRename Rename, string Message);

/// <summary>Renames applied to a schema: origins change, and nothing else does.</summary>
internal static class SchemaRenames
{
    /// <summary>The schema under its new origins. Tables are renamed first, then columns, then members; of each kind all at once.</summary>
    public static SchemaState Apply(SchemaState state, IReadOnlyList<SchemaRename> renames, out List<RenameFault> faults)
    {
        faults = [];
        if (renames.Count == 0)
        {
            return state;
        }
        var tables = Of(RenameKind.Table, renames);
        var named = Tables(state.Tables, tables, faults).ToDictionary(table => table.Origin, StringComparer.Ordinal);
        Columns(named, renames.Where(rename => rename.Kind == RenameKind.Column), faults);
        return state with
        {
            Tables = named.Values.OrderBy(table => table.Origin, StringComparer.Ordinal).ToEquatableArray(),
            Enums = Members(state.Enums, renames.Where(rename => rename.Kind == RenameKind.Member), faults).ToEquatableArray(),
            Seeds = state.Seeds.Select(row => tables.TryGetValue(row.Entity, out var rename) ? row with { Entity = rename.To } : row)
                .OrderBy(row => row.Entity, StringComparer.Ordinal).ThenBy(row => row.Key, StringComparer.Ordinal).ToEquatableArray(),
        };
    }

    private static Dictionary<string, SchemaRename> Of(RenameKind kind, IEnumerable<SchemaRename> renames)
    {
        var byName = new Dictionary<string, SchemaRename>(StringComparer.Ordinal);
        foreach (var rename in renames.Where(rename => rename.Kind == kind))
        {
            byName[rename.From] = rename;
        }
        return byName;
    }

    private static List<TableModel> Tables(IEnumerable<TableModel> tables, Dictionary<string, SchemaRename> renames, List<RenameFault> faults)
    {
        var unknown = new Dictionary<string, SchemaRename>(renames, StringComparer.Ordinal);
        var made = new Dictionary<string, TableModel>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            var asked = renames.TryGetValue(table.Origin, out var rename);
            var origin = asked ? rename.To : table.Origin;
            unknown.Remove(table.Origin);
            if (made.ContainsKey(origin))
            {
                faults.Add(new(asked ? rename : renames.Values.First(other => other.To == origin), "there is a table of '" + origin + "' already"));
                continue;
            }
            made.Add(origin, asked ? SchemaOrder.Of(table with { Origin = origin }) : table);
        }
        faults.AddRange(unknown.Values.Select(rename => new RenameFault(rename, "there is no table of '" + rename.From + "'")));
        return [.. made.Values];
    }

    private static void Columns(Dictionary<string, TableModel> tables, IEnumerable<SchemaRename> renames, List<RenameFault> faults)
    {
        foreach (var ofTable in renames.GroupBy(rename => RenameText.OfWhat(RenameKind.Column, rename.From), StringComparer.Ordinal))
        {
            var byName = Of(RenameKind.Column, ofTable).ToDictionary(pair => RenameText.NameOf(RenameKind.Column, pair.Key), pair => pair.Value, StringComparer.Ordinal);
            if (!tables.TryGetValue(ofTable.Key, out var table))
            {
                faults.AddRange(ofTable.Select(rename => new RenameFault(rename, "there is no table of '" + ofTable.Key + "'")));
                continue;
            }
            var names = Renamed(table.Columns.Select(column => column.Origin), byName, RenameKind.Column, "column", faults);
            tables[ofTable.Key] = SchemaOrder.Of(table with { Columns = table.Columns.Select((column, at) => column with { Origin = names[at] }).ToEquatableArray() });
        }
    }

    private static IEnumerable<EnumState> Members(IEnumerable<EnumState> enums, IEnumerable<SchemaRename> renames, List<RenameFault> faults)
    {
        var known = enums.ToDictionary(members => members.Name, StringComparer.Ordinal);
        foreach (var ofEnum in renames.GroupBy(rename => RenameText.OfWhat(RenameKind.Member, rename.From), StringComparer.Ordinal))
        {
            var byName = Of(RenameKind.Member, ofEnum).ToDictionary(pair => RenameText.NameOf(RenameKind.Member, pair.Key), pair => pair.Value, StringComparer.Ordinal);
            if (!known.TryGetValue(ofEnum.Key, out var members))
            {
                faults.AddRange(ofEnum.Select(rename => new RenameFault(rename, "no column holds members of '" + ofEnum.Key + "'")));
                continue;
            }
            var names = Renamed(members.Members.Select(member => member.Name), byName, RenameKind.Member, "member", faults);
            known[ofEnum.Key] = members with
            {
                Members = members.Members.Select((member, at) => member with { Name = names[at] }).OrderBy(member => member.Name, StringComparer.Ordinal).ToEquatableArray(),
            };
        }
        return known.Values.OrderBy(members => members.Name, StringComparer.Ordinal);
    }

    private static List<string> Renamed(IEnumerable<string> names, Dictionary<string, SchemaRename> renames, RenameKind kind, string what, List<RenameFault> faults)
    {
        var unknown = new Dictionary<string, SchemaRename>(renames, StringComparer.Ordinal);
        var made = new List<string>();
        foreach (var name in names)
        {
            unknown.Remove(name);
            made.Add(renames.TryGetValue(name, out var rename) ? RenameText.NameOf(kind, rename.To) : name);
        }
        faults.AddRange(unknown.Values.Select(rename => new RenameFault(rename, "there is no " + what + " '" + rename.From + "'")));
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in made.Where(name => !taken.Add(name)))
        {
            faults.Add(new(renames.Values.First(rename => RenameText.NameOf(kind, rename.To) == name), "there is a " + what + " of that name already"));
        }
        return made;
    }
}
