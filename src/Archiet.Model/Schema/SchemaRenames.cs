using Archiet.Genome;

namespace Archiet.Model;

/// <summary>A rename that cannot be.</summary>
internal sealed record RenameFault(SchemaRename Rename, string Message);

/// <summary>
/// Renames applied to a schema: origins change, and nothing else does. An entity takes its links along, a value the columns of its fields. Of each kind all are
/// applied at once: tables, then columns within the tables' new origins, then members.
/// </summary>
internal static class SchemaRenames
{
    /// <summary>The schema under its new origins.</summary>
    public static SchemaState Apply(SchemaState state, IReadOnlyCollection<SchemaRename> renames, out List<RenameFault> faults)
    {
        faults = [];
        if (renames.Count == 0)
        {
            return state;
        }
        if (renames.GroupBy(rename => (rename.Kind, rename.From)).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            faults.Add(new(twice.Last(), "'" + twice.Key.From + "' has another new name already"));
            return state;
        }
        var origins = new OriginMap(renames);
        faults.AddRange(renames.Where(rename => !IsKnown(state, rename, origins)).Select(rename => new RenameFault(rename, "there is no '" + rename.From + "'")));
        var tables = state.Tables.Select(table => Table(table, origins)).ToList();
        var enums = state.Enums.Select(members => members with
        {
            Members = members.Members.Select(member => member with { Name = origins.Member(members.Name, member.Name) }).ToEquatableArray(),
        }).ToList();
        Collisions(tables.Select(table => table.Origin), renames, faults);
        Collisions(tables.SelectMany(table => table.Columns.Select(column => table.Origin + "." + column.Origin)), renames, faults);
        Collisions(enums.SelectMany(members => members.Members.Select(member => members.Name + "." + member.Name)), renames, faults);
        return faults.Count > 0 ? state : SchemaOrder.Of(state with
        {
            Tables = tables.ToEquatableArray(),
            Enums = enums.ToEquatableArray(),
            Seeds = state.Seeds.Select(row => row with { Entity = origins.Table(row.Entity) }).ToEquatableArray(),
        });
    }

    /// <summary>Whether a schema has what is renamed.</summary>
    /// <param name="state">The schema.</param>
    /// <param name="rename">The rename.</param>
    /// <param name="origins">All renames: a field is named by its entity's new name.</param>
    public static bool IsKnown(SchemaState state, SchemaRename rename, OriginMap origins) => rename.Kind switch
    {
        RenameKind.Table => Has(state, rename.From),
        RenameKind.Column => HasField(state, rename.From, origins),
        _ => HasMember(state, rename.From),
    };

    /// <summary>Whether a schema has a table of an entity.</summary>
    public static bool Has(SchemaState state, string entity) => state.Tables.Any(table => table.Origin == entity);

    /// <summary>Whether a schema has a field: its column, those of its value, or the table of its link.</summary>
    public static bool HasField(SchemaState state, string field, OriginMap origins)
    {
        var dot = field.IndexOf('.');
        var (entity, path) = (field.Substring(0, dot), field.Substring(dot + 1));
        return state.Tables.Any(table =>
        {
            var at = table.Origin.IndexOf('.');
            return origins.Table(at < 0 ? table.Origin : table.Origin.Substring(0, at)) == entity
                && (at < 0
                    ? table.Columns.Any(column => column.Origin == path || column.Origin.StartsWith(path + ".", StringComparison.Ordinal))
                    : table.Origin.Substring(at + 1) == path);
        });
    }

    /// <summary>Whether a schema has a member of an enum.</summary>
    public static bool HasMember(SchemaState state, string member) =>
        state.Enums.Any(members => members.Members.Any(one => members.Name + "." + one.Name == member));

    private static TableModel Table(TableModel table, OriginMap origins)
    {
        var origin = origins.Table(table.Origin);
        var columns = table.Columns.Select(column => origins.Column(origin, column.Origin) is var later && later == column.Origin ? column : column with { Origin = later }).ToEquatableArray();
        return origin == table.Origin && columns.Equals(table.Columns) ? table : table with { Origin = origin, Columns = columns };
    }

    private static void Collisions(IEnumerable<string> names, IReadOnlyCollection<SchemaRename> renames, List<RenameFault> faults)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names.Where(name => !taken.Add(name)))
        {
            if (renames.FirstOrDefault(rename => rename.To == name || name.StartsWith(rename.To + ".", StringComparison.Ordinal)) is { } blamed)
            {
                faults.Add(new(blamed, "there is a '" + name + "' already"));
            }
        }
    }
}
