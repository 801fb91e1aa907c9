using Archiet;
using Clinic.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Clinic.Features;

/// <summary>Which practices there are, by whatever the team keeps them in.</summary>
public interface IPractices
{
    IReadOnlyList<Guid> All { get; }
}

/// <summary>A job of the night: each practice in a context of its own.</summary>
public sealed class Reminders(ITenantContextFactory<ClinicContext> contexts, IPractices practices, TimeProvider clock, ILogger<Reminders> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var practice in practices.All)
            {
                await RemindAsync(practice, stoppingToken);
            }
        }
    }

    private async Task RemindAsync(Guid practice, CancellationToken cancel)
    {
        await using var clinic = contexts.Create(practice);
        var tomorrow = clock.GetUtcNow().AddDays(1);
        var due = await clinic.Appointments.CountAsync(appointment => appointment.Status == AppointmentStatus.Confirmed && appointment.StartsAt <= tomorrow, cancel);
        log.LogInformation("{Count} appointments to remind of", due);
    }

    public async Task MissAsync(Guid practice, CancellationToken cancel)
    {
        await using var clinic = contexts.Create(practice);
        var now = clock.GetUtcNow();
        var gone = await clinic.Appointments.Where(appointment => appointment.EndsAt < now).ToListAsync(cancel);
        log.LogInformation("{Count} appointments are over", gone.Count);
        await clinic.SaveChangesAsync(cancel);
    }
}
