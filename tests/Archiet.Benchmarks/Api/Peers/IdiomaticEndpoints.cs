using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archiet.Benchmarks.Api.Peers;

/// <summary>Patients as a good team writes them today: a minimal API over Entity Framework, LINQ to a record, and a transaction that sets the tenant.</summary>
internal static class IdiomaticEndpoints
{
    public const string Path = "/idiomatic/patients";

    private const int PatientOrdinal = 2;

    public static void Add(IServiceCollection services, string connectionString) =>
        services.AddDbContext<PatientsContext>(options => options.UseNpgsql(connectionString));

    public static void Map(WebApplication app)
    {
        var patients = app.MapGroup(Path).RequireAuthorization();
        patients.MapGet("/{id:guid}", GetAsync);
        patients.MapGet("/", ListAsync);
        patients.MapPost("/", CreateAsync);
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext http, PatientsContext context, AccessTable access, CancellationToken cancel)
    {
        if (!MayDo(http, access, Verbs.Read, out var tenant))
        {
            return Results.Forbid();
        }
        await using var transaction = await context.BeginAsync(tenant, cancel).ConfigureAwait(false);
        var patient = await Shapes(context.Patients.Where(row => row.TenantId == tenant && row.Id == id)).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
        await transaction.CommitAsync(cancel).ConfigureAwait(false);
        return patient is null ? Results.NotFound() : Results.Ok(patient);
    }

    private static async Task<IResult> ListAsync(HttpContext http, PatientsContext context, AccessTable access, CancellationToken cancel, int limit = 50, Guid? after = null)
    {
        if (!MayDo(http, access, Verbs.List, out var tenant))
        {
            return Results.Forbid();
        }
        await using var transaction = await context.BeginAsync(tenant, cancel).ConfigureAwait(false);
        var rows = context.Patients.Where(row => row.TenantId == tenant);
        if (after is { } last)
        {
            rows = rows.Where(row => row.Id < last);
        }
        var page = await Shapes(rows.OrderByDescending(row => row.Id).Take(limit + 1)).ToListAsync(cancel).ConfigureAwait(false);
        await transaction.CommitAsync(cancel).ConfigureAwait(false);
        var next = page.Count > limit ? page[limit - 1].Id : (Guid?)null;
        return Results.Ok(new Page(page.Count > limit ? page[..limit] : page, next));
    }

    private static async Task<IResult> CreateAsync(NewPatient body, HttpContext http, PatientsContext context, AccessTable access, TimeProvider clock, CancellationToken cancel)
    {
        if (!MayDo(http, access, Verbs.Create, out var tenant))
        {
            return Results.Forbid();
        }
        if (body.Name is not { Length: >= 1 and <= 200 } || body.DateOfBirth < new DateOnly(1900, 1, 1))
        {
            return Results.UnprocessableEntity();
        }
        var row = new PatientRow
        {
            TenantId = tenant,
            Id = Guid.CreateVersion7(),
            Name = body.Name,
            DateOfBirth = body.DateOfBirth,
            Phone = body.Phone,
            Street = body.Address?.Street,
            Postcode = body.Address?.Postcode,
            City = body.Address?.City,
            PhysicianId = body.Physician,
            RegisteredAt = clock.GetUtcNow(),
        };
        await using var transaction = await context.BeginAsync(tenant, cancel).ConfigureAwait(false);
        context.Patients.Add(row);
        await context.SaveChangesAsync(cancel).ConfigureAwait(false);
        await transaction.CommitAsync(cancel).ConfigureAwait(false);
        return Results.Created($"{Path}/{row.Id}", Shape(row));
    }

    private static bool MayDo(HttpContext http, AccessTable access, Verbs verb, out Guid tenant)
    {
        var caller = Caller.Of(http);
        tenant = caller?.Tenant ?? Guid.Empty;
        return caller is not null && tenant != Guid.Empty && (access.For(caller.Roles, PatientOrdinal) & verb) != 0;
    }

    private static IQueryable<Patient> Shapes(IQueryable<PatientRow> rows) => rows.AsNoTracking().Select(row => new Patient(
        row.Id, row.Version, row.Name, row.DateOfBirth, row.Phone, row.Street == null ? null : new Address(row.Street, row.Postcode, row.City), row.PhysicianId, row.RegisteredAt));

    private static Patient Shape(PatientRow row) => new(
        row.Id, row.Version, row.Name, row.DateOfBirth, row.Phone, row.Street is null ? null : new(row.Street, row.Postcode, row.City), row.PhysicianId, row.RegisteredAt);

    private sealed record Page(List<Patient> Items, Guid? Next);

    private sealed record Patient(
        Guid Id, uint Version, string Name, DateOnly DateOfBirth, string? Phone, Address? Address, Guid? Physician, DateTimeOffset? RegisteredAt);

    private sealed record Address(string Street, string? Postcode, string? City);

    private sealed record NewPatient(string? Name, DateOnly DateOfBirth, string? Phone, Address? Address, Guid? Physician);
}
