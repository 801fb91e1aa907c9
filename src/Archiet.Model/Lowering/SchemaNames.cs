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
        return IsAnothers(table, name, []) || Array.Exists(IndexPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal))
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
        var words = rest is null ? table : table + "_" + rest;
        var name = prefix + "_" + words;
        return tables.Contains(name) || IsAnothers(table, words, links) ? Naming.Apart(name, prefix + "_" + table + "." + rest) : Naming.Identifier(name);
    }

    private bool IsAnothers(string table, string words, IReadOnlyList<string> links)
    {
        foreach (var link in links)
        {
            if (link.Length > table.Length && words.StartsWith(link, StringComparison.Ordinal) && (words.Length == link.Length || words[link.Length] == '_'))
            {
                return true;
            }
        }
        if (!beginnings.Contains(table) || words.Length == table.Length)
        {
            return false;
        }
        for (var end = words.IndexOf('_', table.Length + 1); end >= 0; end = words.IndexOf('_', end + 1))
        {
            if (tables.Contains(words.Substring(0, end)))
            {
                return true;
            }
        }
        return tables.Contains(words);
    }
}
