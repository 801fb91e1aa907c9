using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace Archiet.Benchmarks.Api.Peers;

/// <summary>Patients as an expert writes them by hand for speed: request delegates, one batch over the same prepared connections, UTF-8 from reader to writer.</summary>
internal sealed class RawEndpoints(NpgsqlDataSource database, PatientAccess access, TimeProvider clock)
{
    public const string Path = "/api/raw/patients";

    private static readonly JsonWriterOptions Options = new()
    {
        SkipValidation = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Map(WebApplication app)
    {
        var endpoints = new RawEndpoints(
            app.Services.GetRequiredService<NpgsqlDataSource>(), app.Services.GetRequiredService<PatientAccess>(), app.Services.GetRequiredService<TimeProvider>());
        app.MapMethods(Path + "/{id}", [HttpMethods.Get], endpoints.GetAsync);
        app.MapMethods(Path, [HttpMethods.Get], endpoints.ListAsync);
        app.MapMethods(Path, [HttpMethods.Post], endpoints.CreateAsync);
    }

    private async Task GetAsync(HttpContext http)
    {
        var view = access.ViewOf(http, Verbs.Read, out var caller);
        if (view == PatientView.None || !Guid.TryParse(http.Request.RouteValues["id"] as string, out var id))
        {
            http.Response.StatusCode = view == PatientView.None ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound;
            return;
        }
        var batch = view == PatientView.FrontDesk
            ? Batch(caller.Tenant, RawSql.GetForFrontDesk, Of(id))
            : Batch(caller.Tenant, RawSql.GetForClinician, Of(id), OfId(caller.Member));
        await AnswerAsync(http, batch, view, StatusCodes.Status200OK).ConfigureAwait(false);
    }

    private async Task ListAsync(HttpContext http)
    {
        var view = access.ViewOf(http, Verbs.List, out var caller);
        if (view == PatientView.None)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        if (!TryQuery(http.Request, out var limit, out var after))
        {
            http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }
        var most = new NpgsqlParameter<long> { TypedValue = limit + 1, NpgsqlDbType = NpgsqlDbType.Bigint };
        var batch = (view, after) switch
        {
            (PatientView.FrontDesk, null) => Batch(caller.Tenant, RawSql.ListForFrontDesk, most),
            (PatientView.FrontDesk, { } last) => Batch(caller.Tenant, RawSql.NextForFrontDesk, most, Of(last)),
            (_, null) => Batch(caller.Tenant, RawSql.ListForClinician, most, OfId(caller.Member)),
            (_, { } last) => Batch(caller.Tenant, RawSql.NextForClinician, most, Of(last), OfId(caller.Member)),
        };
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted).ConfigureAwait(false);
        batch.Connection = connection;
        await using var rows = await batch.ExecuteReaderAsync(http.RequestAborted).ConfigureAwait(false);
        await rows.NextResultAsync(http.RequestAborted).ConfigureAwait(false);
        http.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, Options);
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        var end = Guid.Empty;
        var more = await rows.ReadAsync(http.RequestAborted).ConfigureAwait(false);
        for (var count = 0; more && count < limit; count++)
        {
            end = RawRows.IdOf(rows);
            RawRows.Write(json, rows, view);
            more = await rows.ReadAsync(http.RequestAborted).ConfigureAwait(false);
        }
        json.WriteEndArray();
        if (more)
        {
            json.WriteString("next"u8, end);
        }
        json.WriteEndObject();
    }

    private async Task CreateAsync(HttpContext http)
    {
        var view = access.ViewOf(http, Verbs.Create, out var caller);
        if (view == PatientView.None)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        using var document = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted).ConfigureAwait(false);
        if (!RawPatient.TryRead(document.RootElement, clock.GetUtcNow(), out var patient))
        {
            http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }
        var batch = Batch(
            caller.Tenant, RawSql.Insert, Of(Guid.CreateVersion7()), OfText(patient.Number), OfText(patient.Name),
            new NpgsqlParameter<DateOnly> { TypedValue = patient.DateOfBirth, NpgsqlDbType = NpgsqlDbType.Date }, OfText(patient.Phone),
            OfText(patient.Street), OfText(patient.Postcode), OfText(patient.City), OfText(patient.Insurance), OfId(patient.Physician));
        try
        {
            await AnswerAsync(http, batch, view, StatusCodes.Status201Created).ConfigureAwait(false);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            http.Response.StatusCode = StatusCodes.Status409Conflict;
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.CheckViolation)
        {
            http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
    }

    private async Task AnswerAsync(HttpContext http, NpgsqlBatch batch, PatientView view, int status)
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
        var tag = RawRows.TagOf(rows);
        http.Response.Headers.ETag = tag;
        if (http.Request.Headers.IfNoneMatch == tag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        if (status == StatusCodes.Status201Created)
        {
            http.Response.Headers.Location = $"{Path}/{RawRows.IdOf(rows)}";
        }
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, Options);
        RawRows.Write(json, rows, view);
    }

    private static bool TryQuery(HttpRequest request, out int limit, out Guid? after)
    {
        limit = 50;
        after = null;
        if (request.Query["limit"] is [var number] && (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > 200))
        {
            return false;
        }
        if (request.Query["after"] is not [var place])
        {
            return true;
        }
        after = Guid.TryParse(place, out var id) ? id : null;
        return after is not null;
    }

    private static NpgsqlBatch Batch(Guid tenant, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var statement = new NpgsqlBatchCommand(sql) { Parameters = { Of(tenant) } };
        foreach (var parameter in parameters)
        {
            statement.Parameters.Add(parameter);
        }
        return new NpgsqlBatch { BatchCommands = { new NpgsqlBatchCommand(RawSql.SetTenant) { Parameters = { OfText(tenant.ToString()) } }, statement } };
    }

    private static NpgsqlParameter<Guid> Of(Guid id) => new() { TypedValue = id, NpgsqlDbType = NpgsqlDbType.Uuid };

    private static NpgsqlParameter OfId(Guid? id) => id is { } known ? Of(known) : new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid };

    private static NpgsqlParameter OfText(string? value) => value is null
        ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text }
        : new NpgsqlParameter<string> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Text };
}
