using System.Globalization;
using System.Text.Json;

namespace Archiet.Evolution.Rows;

/// <summary>What became of the rows: every value of before is where the renames say, but in rows that held a member of an enum that is gone.</summary>
internal sealed class RowComparison
{
    private readonly RowSnapshot before;
    private readonly RowSnapshot after;
    private readonly Renames renames;
    private readonly List<string> lost = [];

    private RowComparison(RowSnapshot before, RowSnapshot after, Renames renames)
    {
        this.before = before;
        this.after = after;
        this.renames = renames;
    }

    /// <summary>How many values were found again.</summary>
    public int Kept { get; private set; }

    /// <summary>How many of them stand under another name.</summary>
    public int Renamed { get; private set; }

    /// <summary>How many rows went, or changed, with a member of an enum that is no more.</summary>
    public int Excused { get; private set; }

    /// <summary>What is not where it should be.</summary>
    public IReadOnlyList<string> Lost => lost;

    /// <summary>Compares all rows.</summary>
    public static RowComparison Of(RowSnapshot before, RowSnapshot after, Renames renames)
    {
        var comparison = new RowComparison(before, after, renames);
        foreach (var table in before.Tables)
        {
            if (renames.Table(table) is { } later)
            {
                comparison.CompareTable(table, later);
            }
        }
        return comparison;
    }

    private void CompareTable(string table, string later)
    {
        if (!after.Has(later))
        {
            lost.Add($"{table}: there is no table {later}.");
            return;
        }
        if (before.Rows(table) is [var first, ..] && !first.ContainsKey("id"))
        {
            CompareLinks(table, later);
            return;
        }
        var found = after.Rows(later).ToDictionary(Key, StringComparer.Ordinal);
        foreach (var row in before.Rows(table))
        {
            var excused = HasLostMember(table, row);
            Excused += excused ? 1 : 0;
            if (found.TryGetValue(Key(row), out var now))
            {
                CompareRow(table, row, now, excused);
            }
            else if (!excused)
            {
                lost.Add($"{table}: the row {Key(row)} is gone.");
            }
        }
    }

    /// <summary>Links have no id: they are the values of their columns.</summary>
    private void CompareLinks(string table, string later)
    {
        var found = after.Rows(later).Select(row => string.Join(' ', row.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => value.Key + "=" + value.Value))).ToHashSet(StringComparer.Ordinal);
        foreach (var row in before.Rows(table))
        {
            var expected = string.Join(' ', row.Select(value => (Name: renames.Column(table, value.Key) ?? value.Key, value.Value)).OrderBy(value => value.Name, StringComparer.Ordinal).Select(value => value.Name + "=" + value.Value));
            if (found.Contains(expected))
            {
                Kept += row.Count;
            }
            else
            {
                lost.Add($"{table}: the link {expected} is gone.");
            }
        }
    }

    private void CompareRow(string table, Dictionary<string, JsonElement> row, Dictionary<string, JsonElement> now, bool excused)
    {
        foreach (var (column, value) in row)
        {
            var later = renames.Column(table, column);
            if (later is null || value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }
            if (!now.TryGetValue(later, out var found) || !IsSame(table, column, value, found))
            {
                if (!excused)
                {
                    lost.Add($"{table}.{column} of {Key(row)}: {value} became {(now.ContainsKey(later) ? found.ToString() : "nothing, as there is no " + later)}.");
                }
                continue;
            }
            Kept++;
            Renamed += later == column ? 0 : 1;
        }
    }

    private bool HasLostMember(string table, Dictionary<string, JsonElement> row) =>
        row.Any(value => value.Value.ValueKind == JsonValueKind.String && renames.Column(table, value.Key) is not null && renames.Member(table, value.Key, value.Value.GetString()!) is null);

    private bool IsSame(string table, string column, JsonElement value, JsonElement found) => value.ValueKind switch
    {
        JsonValueKind.Number => found.ValueKind == JsonValueKind.Number && decimal.Parse(value.GetRawText(), CultureInfo.InvariantCulture) == decimal.Parse(found.GetRawText(), CultureInfo.InvariantCulture),
        JsonValueKind.String => found.ValueKind == JsonValueKind.String && found.GetString() == renames.Member(table, column, value.GetString()!),
        _ => value.GetRawText() == found.GetRawText(),
    };

    private static string Key(Dictionary<string, JsonElement> row) => row["tenant_id"] + "/" + row["id"];
}
