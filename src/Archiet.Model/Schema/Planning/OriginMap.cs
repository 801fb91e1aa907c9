namespace Archiet.Model;

/// <summary>Origins of the earlier state as the later one calls them.</summary>
internal sealed class OriginMap(IReadOnlyCollection<SchemaRename> renames)
{
    private readonly Dictionary<string, string> tables = Of(renames, RenameKind.Table);
    private readonly Dictionary<string, string> columns = Of(renames, RenameKind.Column);
    private readonly Dictionary<string, string> members = Of(renames, RenameKind.Member);

    /// <summary>Tables by their later origins; where one is renamed to what another is called, that other one goes.</summary>
    public Dictionary<string, TableModel> Tables(IEnumerable<TableModel> all)
    {
        var byOrigin = new Dictionary<string, TableModel>(StringComparer.Ordinal);
        foreach (var table in all)
        {
            var later = Table(table.Origin);
            if (later != table.Origin || !byOrigin.ContainsKey(later))
            {
                byOrigin[later] = table;
            }
        }
        return byOrigin;
    }

    /// <summary>Of an entity, or of one of its links.</summary>
    public string Table(string origin)
    {
        if (tables.Count == 0 && columns.Count == 0)
        {
            return origin;
        }
        var dot = origin.IndexOf('.');
        var entity = Later(tables, dot < 0 ? origin : origin.Substring(0, dot));
        return dot < 0 ? entity : Later(columns, entity + origin.Substring(dot));
    }

    /// <summary>Of a column; a value takes its fields along.</summary>
    /// <param name="table">The later origin of its table.</param>
    /// <param name="origin">The column's.</param>
    public string Column(string table, string origin)
    {
        if (columns.Count == 0)
        {
            return origin;
        }
        var path = table + "." + origin;
        var later = Later(columns, path);
        for (var dot = path.LastIndexOf('.'); later == path && dot > table.Length; dot = path.LastIndexOf('.', dot - 1))
        {
            var value = path.Substring(0, dot);
            later = Later(columns, value) is var renamed && renamed != value ? renamed + path.Substring(dot) : path;
        }
        return later.StartsWith(table + ".", StringComparison.Ordinal) ? later.Substring(table.Length + 1) : origin;
    }

    /// <summary>Of a member of an enum.</summary>
    public string Member(string name, string member)
    {
        var later = Later(members, name + "." + member);
        return later.Substring(later.LastIndexOf('.') + 1);
    }

    /// <summary>What has an origin from here on: what is renamed to it before what has it already, as that one goes.</summary>
    public static T? Find<T>(IReadOnlyCollection<T> all, Func<T, string> origin, Func<string, string> later, string sought)
        where T : class =>
        all.FirstOrDefault(one => origin(one) != sought && later(origin(one)) == sought) ?? all.FirstOrDefault(one => origin(one) == sought && later(sought) == sought);

    private static Dictionary<string, string> Of(IReadOnlyCollection<SchemaRename> renames, RenameKind kind) =>
        renames.Where(rename => rename.Kind == kind).ToDictionary(rename => rename.From, rename => rename.To, StringComparer.Ordinal);

    private static string Later(Dictionary<string, string> names, string origin) => names.TryGetValue(origin, out var later) ? later : origin;
}
