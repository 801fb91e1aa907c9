using Archiet;
using Clinic.Model;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace Clinic.Features;

/// <summary>The calendar, live.</summary>
public sealed class CalendarHub : Hub;

/// <summary>Tells the practice's screens of changes.</summary>
public sealed class CalendarNews(ClinicContext clinic, IHubContext<CalendarHub> hub)
{
    public async Task MovedAsync(Guid id, CancellationToken cancel)
    {
        var appointment = await clinic.Appointments.FirstAsync(one => one.Id == id, cancel);
        await hub.Clients.Group($"practice:{clinic.Tenant}").SendAsync("moved", appointment, cancel);
    }

    public async Task DayAsync(DateTimeOffset day, CancellationToken cancel)
    {
        var names = await clinic.Appointments.Where(appointment => appointment.StartsAt >= day).Select(appointment => appointment.Patient!.Name).ToListAsync(cancel);
        await hub.Clients.Group($"practice:{clinic.Tenant}").SendAsync("day", names, cancel);
    }

    public async Task RoomsAsync(CancellationToken cancel)
    {
        var rooms = await clinic.Rooms.ToListAsync(cancel);
        await hub.Clients.Group($"practice:{clinic.Tenant}").SendAsync("rooms", rooms, cancel);
    }
}
