using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace Archiet.Benchmarks.Api.Peers;

/// <summary>Patients as an expert writes them by hand for speed: request delegates, one batch over the same prepared connections, UTF-8 from reader to writer.</summary>
internal static class RawEndpoints
{
    public const string Path = "/raw/patients";

    private const int PatientOrdinal = 2;
    private const string SetTenant = "SELECT set_config('app.tenant', $1, true)";
    private const string Columns = "id, xmin, name, date_of_birth, phone, address_street, address_postcode, address_city, physician_id, registered_at";
    private const string GetSql = $"SELECT {Columns} FROM patients WHERE tenant_id = $1 AND id = $2";
    private const string ListSql = $"SELECT {Columns} FROM patients WHERE tenant_id = $1 ORDER BY id DESC LIMIT $2";
    private const string InsertSql = $"""
        INSERT INTO patients (tenant_id, id, name, date_of_birth, phone, address_street, address_postcode, address_city, physician_id, registered_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now()) RETURNING {Columns}
        """;

    public static void Map(WebApplication app)
    {
        var endpoints = new Handlers(app.Services.GetRequiredService<NpgsqlDataSource>(), app.Services.GetRequiredService<AccessTable>());
        app.MapMethods(Path + "/{id}", [HttpMethods.Get], endpoints.GetAsync);
        app.MapMethods(Path, [HttpMethods.Get], endpoints.ListAsync);
        app.MapMethods(Path, [HttpMethods.Post], endpoints.CreateAsync);
    }

    private static NpgsqlBatch Batch(Guid tenant, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var statement = new NpgsqlBatchCommand(sql) { Parameters = { Of(tenant, NpgsqlDbType.Uuid) } };
        foreach (var parameter in parameters)
        {
            statement.Parameters.Add(parameter);
        }
        return new NpgsqlBatch { BatchCommands = { new NpgsqlBatchCommand(SetTenant) { Parameters = { Of(tenant.ToString(), NpgsqlDbType.Text) } }, statement } };
    }

    private static NpgsqlParameter<T> Of<T>(T value, NpgsqlDbType type) => new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type };

    private static NpgsqlParameter OfText(string? value) =>
        value is null ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text } : Of(value, NpgsqlDbType.Text);

    private static void WriteRow(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, row.GetGuid(0));
        json.WriteNumber("version"u8, row.GetFieldValue<uint>(1));
        WriteText(json, "name"u8, row, 2);
        Span<byte> date = stackalloc byte[10];
        row.GetFieldValue<DateOnly>(3).TryFormat(date, out _, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        json.WriteString("dateOfBirth"u8, date);
        WriteText(json, "phone"u8, row, 4);
        if (row.IsDBNull(5))
        {
            json.WriteNull("address"u8);
        }
        else
        {
            json.WriteStartObject("address"u8);
            WriteText(json, "street"u8, row, 5);
            WriteText(json, "postcode"u8, row, 6);
            WriteText(json, "city"u8, row, 7);
            json.WriteEndObject();
        }
        if (row.IsDBNull(8))
        {
            json.WriteNull("physician"u8);
        }
        else
        {
            json.WriteString("physician"u8, row.GetGuid(8));
        }
        if (row.IsDBNull(9))
        {
            json.WriteNull("registeredAt"u8);
        }
        else
        {
            json.WriteString("registeredAt"u8, row.GetDateTime(9));
        }
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, NpgsqlDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            json.WriteNull(name);
            return;
        }
        // Every text of the table is shorter.
        var text = Scratch ??= new byte[1024];
        json.WriteString(name, text.AsSpan(0, (int)row.GetBytes(column, 0, text, 0, text.Length)));
    }

    [ThreadStatic]
    private static byte[]? Scratch;

    private sealed class Handlers(NpgsqlDataSource database, AccessTable access)
    {
        private static readonly JsonWriterOptions Options = new()
        {
            SkipValidation = true,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

        public async Task GetAsync(HttpContext http)
        {
            if (TenantOf(http, Verbs.Read) is not { } tenant || !Guid.TryParse(http.Request.RouteValues["id"] as string, out var id))
            {
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            }
            await AnswerAsync(http, Batch(tenant, GetSql, Of(id, NpgsqlDbType.Uuid)), StatusCodes.Status200OK).ConfigureAwait(false);
        }

        public async Task ListAsync(HttpContext http)
        {
            if (TenantOf(http, Verbs.List) is not { } tenant)
            {
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            }
            const int Limit = 50;
            var batch = Batch(tenant, ListSql, Of(Limit + 1L, NpgsqlDbType.Bigint));
            await using var connection = await database.OpenConnectionAsync(http.RequestAborted).ConfigureAwait(false);
            batch.Connection = connection;
            await using var rows = await batch.ExecuteReaderAsync(http.RequestAborted).ConfigureAwait(false);
            await rows.NextResultAsync(http.RequestAborted).ConfigureAwait(false);
            http.Response.ContentType = "application/json";
            await using var json = new Utf8JsonWriter(http.Response.BodyWriter, Options);
            json.WriteStartObject();
            json.WriteStartArray("items"u8);
            var last = Guid.Empty;
            for (var count = 0; await rows.ReadAsync(http.RequestAborted).ConfigureAwait(false); count++)
            {
                if (count == Limit)
                {
                    json.WriteEndArray();
                    json.WriteString("next"u8, last);
                    json.WriteEndObject();
                    return;
                }
                last = rows.GetGuid(0);
                WriteRow(json, rows);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }

        public async Task CreateAsync(HttpContext http)
        {
            if (TenantOf(http, Verbs.Create) is not { } tenant)
            {
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            }
            using var document = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted).ConfigureAwait(false);
            var body = document.RootElement;
            var name = body.GetProperty("name").GetString();
            if (name is not { Length: >= 1 and <= 200 } || !DateOnly.TryParseExact(body.GetProperty("dateOfBirth").GetString(), "yyyy-MM-dd", out var born))
            {
                http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return;
            }
            var address = body.TryGetProperty("address", out var given) ? given : default;
            var physician = body.TryGetProperty("physician", out var reference) ? Of(reference.GetGuid(), NpgsqlDbType.Uuid)
                : new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid };
            var batch = Batch(
                tenant, InsertSql, Of(Guid.CreateVersion7(), NpgsqlDbType.Uuid), OfText(name), Of(born, NpgsqlDbType.Date), OfText(TextOf(body, "phone")),
                OfText(TextOf(address, "street")), OfText(TextOf(address, "postcode")), OfText(TextOf(address, "city")), physician);
            await AnswerAsync(http, batch, StatusCodes.Status201Created).ConfigureAwait(false);
        }

        private static string? TextOf(JsonElement parent, string name) =>
            parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var text) ? text.GetString() : null;

        private async Task AnswerAsync(HttpContext http, NpgsqlBatch batch, int status)
        {
            await using var connection = await database.OpenConnectionAsync(http.RequestAborted).ConfigureAwait(false);
            batch.Connection = connection;
            await using var rows = await batch.ExecuteReaderAsync(http.RequestAborted).ConfigureAwait(false);
            await rows.NextResultAsync(http.RequestAborted).ConfigureAwait(false);
            if (!await rows.ReadAsync(http.RequestAborted).ConfigureAwait(false))
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
            http.Response.StatusCode = status;
            http.Response.ContentType = "application/json";
            await using var json = new Utf8JsonWriter(http.Response.BodyWriter, Options);
            WriteRow(json, rows);
        }

        private Guid? TenantOf(HttpContext http, Verbs verb) =>
            Caller.Of(http) is { } caller && caller.Tenant != Guid.Empty && (access.For(caller.Roles, PatientOrdinal) & verb) != 0 ? caller.Tenant : null;
    }
}
