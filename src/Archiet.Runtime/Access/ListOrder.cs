using System.Globalization;

namespace Archiet;

/// <summary>
/// The order of a list, to the last row: its keys, then the id in the direction of the first key. Nulls stand last going up and first going down, as PostgreSQL and
/// its indexes have them.
/// </summary>
internal sealed class ListOrder
{
    private readonly (string Column, bool Descending, bool Nullable)[] keys;

    public ListOrder(EntityTable table, SortKey[] sort)
    {
        // Without keys the newest first.
        var down = sort.Length == 0 || sort[0].Descending;
        keys = [.. sort.Select(key => (table.Fields[key.Field].Select, key.Descending, !table.Fields[key.Field].Required)), ("\"id\"", down, false)];
    }

    /// <summary>What stands behind ORDER BY.</summary>
    public string Text => string.Join(", ", keys.Select(key => key.Descending ? $"{key.Column} DESC" : key.Column));

    /// <summary>
    /// What holds of the rows behind another one. Keys of one direction that are never null are compared as a row, which an index answers by itself; others key by
    /// key, with the first one alone in front for the index to start from.
    /// </summary>
    /// <param name="place">As in <see cref="ListShape.Place"/>.</param>
    /// <param name="next">The number of the first parameter.</param>
    public string After(uint place, int next)
    {
        var values = new string?[keys.Length];
        for (var at = 0; at < keys.Length; at++)
        {
            var isNull = (place & (2u << at)) != 0;
            values[at] = isNull ? null : string.Create(CultureInfo.InvariantCulture, $"${next++}");
        }
        if (Array.TrueForAll(keys, key => !key.Nullable && key.Descending == keys[0].Descending))
        {
            var (left, right) = keys.Length == 1
                ? (keys[0].Column, values[0])
                : ($"({string.Join(", ", keys.Select(key => key.Column))})", $"({string.Join(", ", values)})");
            return $"{left} {(keys[0].Descending ? '<' : '>')} {right}";
        }
        var cases = new List<string>();
        for (var at = 0; at < keys.Length; at++)
        {
            if (Beyond(at) is { } beyond)
            {
                cases.Add(string.Join(" AND ", Enumerable.Range(0, at).Select(Same).Append(beyond)));
            }
        }
        var all = $"(({string.Join(") OR (", cases)}))";
        return keys[0].Nullable ? all : $"{keys[0].Column} {(keys[0].Descending ? "<=" : ">=")} {values[0]} AND {all}";

        string Same(int at) => values[at] is { } value ? $"{keys[at].Column} = {value}" : $"{keys[at].Column} IS NULL";

        // Null where nothing can lie beyond: going up, nulls come last.
        string? Beyond(int at) => (values[at], keys[at].Descending) switch
        {
            (null, true) => $"{keys[at].Column} IS NOT NULL",
            (null, false) => null,
            ({ } value, true) => $"{keys[at].Column} < {value}",
            ({ } value, false) => keys[at].Nullable ? $"({keys[at].Column} > {value} OR {keys[at].Column} IS NULL)" : $"{keys[at].Column} > {value}",
        };
    }
}
