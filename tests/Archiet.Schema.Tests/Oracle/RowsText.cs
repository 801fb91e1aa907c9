using Npgsql;

namespace Archiet.Schema.Tests.Oracle;

/// <summary>All that is in the tables of a schema but seed rows, by keys that outlive names.</summary>
internal sealed class RowsText
{
    // Their ids are of a version of their own.
    private const string NoSeeds = " WHERE substr(\"id\"::text, 15, 1) <> '8'";

    private readonly Dictionary<string, Dictionary<string, Dictionary<string, string?>>> tables = new(StringComparer.Ordinal);

    public RowsText(NpgsqlConnection owner, KeyedState state)
    {
        foreach (var table in state.State.Tables)
        {
            var key = table.Key.Count > 0 ? table.Key.ToList() : ["tenant_id", "id"];
            using var command = new NpgsqlCommand($"SELECT {string.Join(" || ' ' || ", key.Select(static column => $"\"{column}\""))}, {string.Join(", ", table.Columns.Select(Text))} FROM \"{table.Name}\"{(table.Key.Count > 0 ? "" : NoSeeds)}", owner);
            using var reader = command.ExecuteReader();
            var rows = new Dictionary<string, Dictionary<string, string?>>(StringComparer.Ordinal);
            while (reader.Read())
            {
                rows.Add(reader.GetString(0), table.Columns.Select((column, at) => (column, at))
                    .ToDictionary(one => state.Key(table.Name, one.column.Name), one => reader.IsDBNull(one.at + 1) ? null : reader.GetString(one.at + 1), StringComparer.Ordinal));
            }
            tables.Add(state.Key(table.Name), rows);
        }
    }

    /// <summary>How many values there are.</summary>
    public int Values => tables.Values.Sum(static rows => rows.Values.Sum(static row => row.Values.Count(static value => value is not null)));

    /// <summary>What is otherwise than it was, and should not be.</summary>
    public IEnumerable<string> Differences(RowsText before, SchemaPair pair)
    {
        var members = pair.Before.Shape.Enums.Zip(pair.After.Shape.Enums, static (was, now) => was.Members.Join(now.Members, static one => one.Key, static one => one.Key, static (from, to) => (from.Name, to.Name)))
            .Select(static pairs => pairs.ToDictionary(static pair => pair.Item1, static pair => pair.Item2, StringComparer.Ordinal)).ToList();
        foreach (var table in pair.After.State.Tables.Where(table => before.tables.ContainsKey(pair.After.Key(table.Name))))
        {
            var key = pair.After.Key(table.Name);
            var (was, now) = (before.tables[key], tables[key]);
            if (!was.Keys.Order(StringComparer.Ordinal).SequenceEqual(now.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal))
            {
                yield return $"{table.Name}: {was.Count} rows were there, and {now.Count} are";
            }
            foreach (var column in table.Columns.Where(static column => column.Computed is null))
            {
                var place = pair.After.Key(table.Name, column.Name);
                foreach (var row in now.Keys.Where(was.ContainsKey))
                {
                    var isKept = was[row].TryGetValue(place, out var old);
                    var value = now[row][place];
                    var expected = old is not null && column.Enum is { } name ? members[pair.After.Shape.Enums.ToList().FindIndex(one => one.Name == name)].GetValueOrDefault(old, old) : old;
                    if (isKept && old is not null ? value != expected : value is null && (!column.Nullable || (!isKept && column.Default is not null)))
                    {
                        yield return $"{table.Name}.{column.Name} of {row} was {old ?? "nothing"} and is {value ?? "nothing"}";
                    }
                }
            }
        }
    }

    // 1.0 is 1.00, and a reference is an id.
    private static string Text(ColumnModel column) => column.StoreType.StartsWith("numeric", StringComparison.Ordinal) ? $"trim_scale(\"{column.Name}\")::text" : $"\"{column.Name}\"::text";
}
