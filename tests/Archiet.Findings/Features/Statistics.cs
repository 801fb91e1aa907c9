using Archiet;
using Microsoft.EntityFrameworkCore;

namespace Clinic.Features;

/// <summary>The operator's figures over all practices, each with its reason.</summary>
public sealed class Statistics(ClinicContext clinic)
{
    [CrossTenant(because: "the operator's bill counts the patients of every practice; no row leaves this method")]
    public async Task<int> PatientsAsync(CancellationToken cancel)
    {
        return await clinic.Patients.IgnoreQueryFilters().CountAsync(cancel);
    }

    [CrossTenant(because: "the operator's bill counts the appointments of every practice; no row leaves this method")]
    public async Task<int> AppointmentsAsync(DateTimeOffset since, CancellationToken cancel)
    {
        return await clinic.Appointments.IgnoreQueryFilters([EntityContext.TenantFilter]).CountAsync(appointment => appointment.StartsAt >= since, cancel);
    }

    public async Task<double> AverageAsync(CancellationToken cancel)
    {
        var patients = await clinic.Patients.CountAsync(cancel);
        return patients == 0 ? 0 : (double)await clinic.Appointments.CountAsync(cancel) / patients;
    }
}
