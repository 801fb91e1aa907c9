using System.Text.Json;
using Archiet.Runtime.Tests.Data.Sample;
using Npgsql;

namespace Archiet.Runtime.Tests.Data;

/// <summary>The database writes an owned row in the forms in which the runtime writes every other row: seen side by side, over what the columns can hold.</summary>
public sealed class OwnedJsonTests : ApiTests
{
    private const string Columns = """
        "id", "xmin", "label", "amount", "status", "site_street", "site_postcode", "site_city", "count", "points", "paid", "due", "at", "done_at", "length", "external",
        "website", "notes", "photo", "phone", "clinician_id", "created_at", "updated_at", "created_by_id"
        """;

    private static readonly string[] Timestamps =
    [
        "0001-01-01T00:00:00Z", "0999-12-31T23:59:59.999999Z", "2026-01-31T09:30:00Z", "2026-01-31T09:30:00.1Z", "2026-01-31T09:30:00.120Z", "2026-10-25T01:30:00.000001Z",
        "9999-12-31T23:59:59.999999Z", "2026-01-31T10:00:00Z",
    ];

    private static readonly string[] Durations =
    [
        "0", "1 second", "-1 second", "1 minute", "90 minutes", "26 hours", "1 day", "-1 day", "1 day 1 second", "-36 hours 0.000001 seconds", "0.5 seconds", "-0.25 seconds",
        "10 days 03:04:05.678900", "1 day -1 hour", "59.999999 seconds", "23:59:59", "10675199 days",
    ];

    private static readonly string[] Texts =
    [
        "plain", "\"quoted\" \\ / \b\f\n\r\t\u0001\u001f\u007f", "üñïçødé ✓ 😀 \u2028\u2029\ufeff", "<&>'", " ",
    ];

    [Test]
    public async Task Every_value_has_the_form_that_rows_have()
    {
        await using var connection = new NpgsqlConnection(Database);
        await connection.OpenAsync();
        var invoice = Guid.CreateVersion7();
        await InsertAsync(connection, invoice);

        foreach (var zone in new[] { "UTC", "America/St_Johns" })
        {
            await using var session = new NpgsqlCommand($"SET TimeZone = '{zone}'; SET DateStyle = 'German'; SET IntervalStyle = 'sql_standard'; SET bytea_output = 'escape'", connection);
            await session.ExecuteNonQueryAsync();
            var rows = await RowsAsync(connection, invoice);
            var owned = await OwnedAsync(connection, invoice);

            Assert.That(owned, Has.Count.EqualTo(rows.Count).And.Count.GreaterThan(20));
            for (var at = 0; at < rows.Count; at++)
            {
                Assert.That(Forms(owned[at]), Is.EqualTo(Forms(rows[at]).Where(form => !form.StartsWith("version ", StringComparison.Ordinal))));
            }
        }
    }

    private static async Task InsertAsync(NpgsqlConnection connection, Guid invoice)
    {
        var rows = Math.Max(Timestamps.Length, Durations.Length) + Texts.Length;
        await using var owner = new NpgsqlCommand("INSERT INTO invoices VALUES ($1, $2, 'forms')", connection) { Parameters = { new() { Value = SampleDatabase.North }, new() { Value = invoice } } };
        await owner.ExecuteNonQueryAsync();
        for (var at = 0; at < rows; at++)
        {
            await using var line = new NpgsqlCommand($"""
                INSERT INTO invoice_lines (tenant_id, id, invoice_id, label, amount, status, site_street, site_postcode, count, points, paid, due, at, done_at, length, external,
                    website, notes, photo, phone, clinician_id, created_at, updated_at, created_by_id)
                SELECT $1, $3, $2, $5, $4 * 1.05, 'ängstlich', street, CASE WHEN street IS NULL THEN NULL ELSE 'P' END, nullif($4, 0) - 5, $4 * 9007199254740993, nullif($4, 3) % 2 = 0,
                    ($6::timestamptz AT TIME ZONE 'UTC')::date, ($6::timestamptz AT TIME ZONE 'UTC')::time, nullif($6::timestamptz, '2026-01-31T10:00:00Z'), nullif($7::interval, '1 day'),
                    nullif($3, $8), 'https://a.example/?b=c&d', json, sha512(convert_to($5, 'UTF8')) || sha512('x'), left($5, 20), $8, $6::timestamptz, now(), NULL
                FROM (VALUES (CASE WHEN $4 % 3 > 0 THEN left($5, 5) END)) AS a (street), (VALUES (jsonb_build_object('n', $4 + 0.50, 't', $5, 'a', ARRAY[NULL, true]))) AS b (json)
                """, connection)
            {
                Parameters =
                {
                    new() { Value = SampleDatabase.North }, new() { Value = invoice }, new() { Value = Guid.CreateVersion7() }, new() { Value = (long)at },
                    new() { Value = at + Texts[at % Texts.Length] }, new() { Value = Timestamps[at % Timestamps.Length] },
                    new() { Value = Durations[at % Durations.Length] }, new() { Value = SampleDatabase.NorthMember },
                },
            };
            await line.ExecuteNonQueryAsync();
        }
    }

    private static async Task<List<JsonElement>> RowsAsync(NpgsqlConnection connection, Guid invoice)
    {
        await using var command = new NpgsqlCommand($"SELECT {Columns} FROM invoice_lines WHERE invoice_id = $1 ORDER BY id", connection) { Parameters = { new() { Value = invoice } } };
        await using var rows = await command.ExecuteReaderAsync();
        using var writer = new RowWriter();
        var everything = new Sight(TableOf<InvoiceLine>(), [new Grant(SampleApp.Owner, TableOf<InvoiceLine>().Ordinal, Verbs.Read)], []);
        writer.Around.WriteStartArray();
        while (await rows.ReadAsync())
        {
            writer.Row<InvoiceLine>(rows, everything);
        }
        writer.Around.WriteEndArray();
        return [.. JsonDocument.Parse(writer.Written.ToArray()).RootElement.EnumerateArray()];
    }

    private static async Task<List<JsonElement>> OwnedAsync(NpgsqlConnection connection, Guid invoice)
    {
        await using var command = new NpgsqlCommand($"SELECT {TableOf<Invoice>().Children[0].Select} FROM invoices WHERE tenant_id = $1 AND id = $2", connection)
        {
            Parameters = { new() { Value = SampleDatabase.North }, new() { Value = invoice } },
        };
        return [.. JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!).RootElement.EnumerateArray()];
    }

    /// <summary>Each member in order: text decoded, because a character may be escaped or not, everything else to the byte.</summary>
    private static IEnumerable<string> Forms(JsonElement row) => row.EnumerateObject().Select(member => $"{member.Name} {member.Value.ValueKind} {Form(member.Value)}");

    private static string? Form(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object => string.Join(", ", Forms(value)),
        _ => value.GetRawText(),
    };

    private static EntityTable TableOf<T>()
        where T : class, IEntity<T> => T.Table;
}
