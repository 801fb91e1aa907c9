using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archiet.Benchmarks.Api.Peers;

/// <summary>Patients as a good team writes them today: a minimal API over Entity Framework, LINQ to a record, and a transaction that sets the tenant.</summary>
internal static class IdiomaticEndpoints
{
    public const string Path = "/api/idiomatic/patients";

    public static void Add(IServiceCollection services, string connectionString)
    {
        services.AddDbContext<PatientsContext>(options => options.UseNpgsql(connectionString));
        services.AddSingleton<PatientAccess>();
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
    }

    public static void Map(WebApplication app)
    {
        var patients = app.MapGroup(Path).RequireAuthorization();
        patients.MapGet("/{id:guid}", GetAsync);
        patients.MapGet("/", ListAsync);
        patients.MapPost("/", CreateAsync);
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext http, PatientsContext context, PatientAccess access, CancellationToken cancel)
    {
        var view = access.ViewOf(http, Verbs.Read, out var caller);
        if (view == PatientView.None)
        {
            return Results.Forbid();
        }
        await using var transaction = await context.BeginAsync(caller.Tenant, cancel).ConfigureAwait(false);
        var rows = context.Patients.Where(row => row.TenantId == caller.Tenant && row.Id == id);
        IPatient? patient = view == PatientView.FrontDesk
            ? await rows.ForFrontDesk().FirstOrDefaultAsync(cancel).ConfigureAwait(false)
            : await rows.ForClinician(caller.Member).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
        await transaction.CommitAsync(cancel).ConfigureAwait(false);
        if (patient is null)
        {
            return Results.NotFound();
        }
        var tag = Tag(http, patient);
        return http.Request.Headers.IfNoneMatch == tag ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Ok<object>(patient);
    }

    private static async Task<IResult> ListAsync(HttpContext http, PatientsContext context, PatientAccess access, CancellationToken cancel, int limit = 50, Guid? after = null)
    {
        var view = access.ViewOf(http, Verbs.List, out var caller);
        if (view == PatientView.None)
        {
            return Results.Forbid();
        }
        if (limit is < 1 or > 200)
        {
            return Results.UnprocessableEntity();
        }
        await using var transaction = await context.BeginAsync(caller.Tenant, cancel).ConfigureAwait(false);
        var rows = context.Patients.Where(row => row.TenantId == caller.Tenant);
        if (after is { } last)
        {
            rows = rows.Where(row => row.Id < last);
        }
        rows = rows.OrderByDescending(row => row.Id);
        var page = view == PatientView.FrontDesk
            ? await PageAsync(rows.ForFrontDesk(), limit, cancel).ConfigureAwait(false)
            : await PageAsync(rows.ForClinician(caller.Member), limit, cancel).ConfigureAwait(false);
        await transaction.CommitAsync(cancel).ConfigureAwait(false);
        return page;
    }

    private static async Task<IResult> PageAsync<T>(IQueryable<T> patients, int limit, CancellationToken cancel)
        where T : IPatient
    {
        var page = await patients.Take(limit + 1).ToListAsync(cancel).ConfigureAwait(false);
        return Results.Ok(page.Count > limit ? new Page<T>(page[..limit], page[limit - 1].Id) : new Page<T>(page, null));
    }

    private static async Task<IResult> CreateAsync(NewPatient body, HttpContext http, PatientsContext context, PatientAccess access, TimeProvider clock, CancellationToken cancel)
    {
        if (access.ViewOf(http, Verbs.Create, out var caller) == PatientView.None)
        {
            return Results.Forbid();
        }
        var now = clock.GetUtcNow();
        if (!PatientRules.Hold(body.Number, body.Name, body.DateOfBirth, body.Phone, body.Insurance, now)
            || (body.Address is { } address && !PatientRules.HoldOfAddress(address.Street, address.Postcode, address.City)))
        {
            return Results.UnprocessableEntity();
        }
        var row = new PatientRow
        {
            TenantId = caller.Tenant,
            Id = Guid.CreateVersion7(),
            Number = body.Number,
            Name = body.Name!,
            DateOfBirth = body.DateOfBirth,
            Phone = body.Phone,
            Street = body.Address?.Street,
            Postcode = body.Address?.Postcode,
            City = body.Address?.City,
            Insurance = body.Insurance,
            PhysicianId = body.Physician,
            RegisteredAt = now.UtcDateTime,
        };
        await using var transaction = await context.BeginAsync(caller.Tenant, cancel).ConfigureAwait(false);
        context.Patients.Add(row);
        try
        {
            await context.SaveChangesAsync(cancel).ConfigureAwait(false);
        }
        catch (DbUpdateException error) when (error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Results.Conflict();
        }
        catch (DbUpdateException error) when (error.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.CheckViolation })
        {
            return Results.UnprocessableEntity();
        }
        await transaction.CommitAsync(cancel).ConfigureAwait(false);
        var patient = PatientShapes.Shape(row);
        Tag(http, patient);
        return Results.Created($"{Path}/{row.Id}", patient);
    }

    private static string Tag(HttpContext http, IPatient patient)
    {
        var tag = $"\"{patient.Version}\"";
        http.Response.Headers.ETag = tag;
        return tag;
    }
}
