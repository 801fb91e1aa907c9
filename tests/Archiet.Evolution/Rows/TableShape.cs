using System.Text.RegularExpressions;
using Archiet.Evolution.Databases;

namespace Archiet.Evolution.Rows;

/// <summary>A table as PostgreSQL describes it: enough to make rows that it takes.</summary>
/// <param name="Name">The table.</param>
/// <param name="Columns">In order, without generated ones.</param>
/// <param name="Checks">The columns of each check by its name.</param>
internal sealed partial record TableShape(string Name, IReadOnlyList<ColumnShape> Columns, IReadOnlyDictionary<string, string[]> Checks)
{
    /// <summary>Whether rows have an id of their own; links have none.</summary>
    public bool HasId => Columns.Any(column => column.Name == "id");

    /// <summary>Whether the rows are the tenants.</summary>
    public bool IsTenant => Checks.ContainsKey($"ck_{Name}_tenant");

    /// <summary>All tables in public, in ordinal order.</summary>
    public static async Task<IReadOnlyList<TableShape>> ReadAsync(Database database)
    {
        var columns = await database.QueryAsync("""
            SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                (SELECT f.confrelid::regclass::text FROM pg_constraint f WHERE f.contype = 'f' AND f.conrelid = c.oid AND f.conkey[2] = a.attnum AND cardinality(f.conkey) = 2 LIMIT 1)
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
            ORDER BY c.relname COLLATE "C", a.attnum
            """);
        var checks = await database.QueryAsync("""
            SELECT k.conrelid::regclass::text, k.conname, array_to_string(ARRAY(SELECT a.attname FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)), ' '), pg_get_constraintdef(k.oid)
            FROM pg_constraint k WHERE k.contype = 'c' AND k.connamespace = 'public'::regnamespace
            """);
        var checksByTable = checks.ToLookup(check => check[0]!.Trim('"'), StringComparer.Ordinal);
        return
        [
            .. columns.GroupBy(column => column[0]!, StringComparer.Ordinal).Select(table => new TableShape(
                table.Key,
                [.. table.Select(column => new ColumnShape(column[1]!, column[2]!, column[3] == "t", column[4]?.Trim('"'), Members(checksByTable[table.Key], column[1]!)))],
                checksByTable[table.Key].ToDictionary(check => check[1]!, check => check[2]!.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal))),
        ];
    }

    /// <summary>What a column's own check lets it hold, where that is a list.</summary>
    private static string[] Members(IEnumerable<string?[]> checks, string column)
    {
        var list = checks.FirstOrDefault(check => check[2] == column && check[3]!.Contains("= ANY (", StringComparison.Ordinal) || (check[2] == column && SingleMember().IsMatch(check[3]!)))?[3];
        return list is null ? [] : [.. Literal().Matches(list).Select(match => match.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal))];
    }

    [GeneratedRegex(@"'(?<text>(?:[^']|'')*)'::(?:text|character varying)")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^CHECK \(\(\(?\w+\)?(?:::text)? = '[^']*'::")]
    private static partial Regex SingleMember();
}

/// <summary>A column.</summary>
/// <param name="Name">The column.</param>
/// <param name="Type">Its type as PostgreSQL spells it.</param>
/// <param name="Required">Whether it takes no NULL.</param>
/// <param name="Principal">The table that it refers to, or null.</param>
/// <param name="Members">What it may hold, where that is a list; else empty.</param>
internal sealed record ColumnShape(string Name, string Type, bool Required, string? Principal, IReadOnlyList<string> Members);
