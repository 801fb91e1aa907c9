using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>
/// What keeps the names of a schema apart. Tables and indexes share one room in PostgreSQL, functions another, and a refusal names its constraint without its table:
/// yet <c>b_c</c> of the table <c>a</c> is spelled as <c>c</c> of the table <c>a_b</c> is. Where the words of a name begin with those of another table, which has
/// more of them than its own, it ends in a hash of what it means. That depends on the names of tables alone: no field, index or rule elsewhere gives a name another spelling.
/// </summary>
internal sealed class SchemaNames
{
    private static readonly string[] IndexPrefixes = ["pk_", "uq_", "ix_", "ex_"];

    private readonly HashSet<string> tables = new(StringComparer.Ordinal);

    /// <summary>The first words of tables' names: those that a table with more words may begin with.</summary>
    private readonly HashSet<string> beginnings = new(StringComparer.Ordinal);

    public SchemaNames(IEnumerable<EntityOutline> entities)
    {
        foreach (var table in entities.Select(entity => Naming.Snake(entity.Plural)))
        {
            tables.Add(table);
            for (var end = table.IndexOf('_'); end >= 0; end = table.IndexOf('_', end + 1))
            {
                beginnings.Add(table.Substring(0, end));
            }
        }
    }

    /// <summary>The table of a many-to-many reference.</summary>
    public string Link(string table, string link)
    {
        var name = table + "_" + link;
        return IsAnothers(table, name, 0, []) || Array.Exists(IndexPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal))
            ? Naming.Apart(name, table + "." + link)
            : name;
    }

    /// <summary>A constraint, an index, a trigger or its function: <c>ck_orders_total</c>.</summary>
    /// <param name="prefix">The kind.</param>
    /// <param name="table">The table.</param>
    /// <param name="rest">What is named; null for what a table has one of.</param>
    /// <param name="links">The tables of the many-to-many references beside the table, or those beside the one that this is.</param>
    public string Of(string prefix, string table, string? rest, IReadOnlyList<string> links)
    {
        var name = prefix + "_" + table + (rest is null ? "" : "_" + rest);
        return tables.Contains(name) || IsAnothers(table, name, prefix.Length + 1, links) ? Naming.Apart(name, prefix + "_" + table + "." + rest) : Naming.Identifier(name);
    }

    /// <summary>Whether the words of a name, from <paramref name="start"/> on, are those of another table.</summary>
    private bool IsAnothers(string table, string name, int start, IReadOnlyList<string> links)
    {
        for (var at = 0; at < links.Count; at++)
        {
            var (link, end) = (links[at], start + links[at].Length);
            if (link.Length > table.Length && string.CompareOrdinal(name, start, link, 0, link.Length) == 0 && (name.Length == end || name[end] == '_'))
            {
                return true;
            }
        }
        if (name.Length - start == table.Length || !beginnings.Contains(table))
        {
            return false;
        }
        for (var end = name.IndexOf('_', start + table.Length + 1); end >= 0; end = name.IndexOf('_', end + 1))
        {
            if (tables.Contains(name.Substring(start, end - start)))
            {
                return true;
            }
        }
        return tables.Contains(name.Substring(start));
    }
}
