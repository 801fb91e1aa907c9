using Archiet;
using Clinic.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Clinic.Features;

/// <summary>Endpoints beside the generated ones.</summary>
public static class AppointmentEndpoints
{
    public static void MapAppointmentEndpoints(this WebApplication app)
    {
        var board = app.MapGroup("/board").RequireAuthorization();
        board.MapGet("/today", Today);
        board.MapGet("/load", Load);
        board.MapPost("/{id}/room", Move);
        board.MapGet("/free", async (DateTimeOffset from, DateTimeOffset to, ClinicContext clinic, CancellationToken cancel) =>
        {
            var taken = clinic.Appointments.Where(appointment => appointment.StartsAt < to && appointment.EndsAt > from).Select(appointment => appointment.RoomId);
            return await clinic.Rooms.Where(room => !taken.Contains(room.Id)).Select(room => room.Name).ToListAsync(cancel);
        });
    }

    private static async Task<List<Line>> Today(ClinicContext clinic, TimeProvider clock, CancellationToken cancel)
    {
        var start = clock.GetUtcNow().Date;
        return await clinic.Appointments.Where(appointment => appointment.StartsAt >= start && appointment.StartsAt < start.AddDays(1))
            .Select(appointment => new Line(appointment.StartsAt, appointment.Patient!.Name, appointment.With!.Name))
            .ToListAsync(cancel);
    }

    private static async Task<Dictionary<string, int>> Load(HttpContext http, ITenantContextFactory<ClinicContext> contexts, CancellationToken cancel)
    {
        if (Caller.Of(http) is not { HasTenant: true } caller)
        {
            return [];
        }
        await using var clinic = contexts.Create(caller.Tenant, caller.Member);
        var load = from appointment in clinic.Appointments
                   join clinician in clinic.Clinicians on appointment.WithId equals clinician.Id
                   group appointment by clinician.Name into each
                   select new { each.Key, Count = each.Count() };
        return await load.ToDictionaryAsync(each => each.Key, each => each.Count, cancel);
    }

    private static async Task<IResult> Move(Guid id, Room room, ClinicContext clinic, CancellationToken cancel)
    {
        var appointment = await clinic.Appointments.FirstOrDefaultAsync(one => one.Id == id, cancel);
        if (appointment is null || !await clinic.Rooms.AnyAsync(one => one.Id == room.Id, cancel))
        {
            return Results.NotFound();
        }
        appointment.RoomId = room.Id;
        await clinic.SaveChangesAsync(cancel);
        return Results.NoContent();
    }

    private sealed record Line(DateTimeOffset At, string Patient, string Clinician);

    private sealed record Room(Guid Id);
}
