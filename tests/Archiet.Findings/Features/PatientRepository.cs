using Archiet;
using Clinic.Model;
using Microsoft.EntityFrameworkCore;

namespace Clinic.Features;

/// <summary>A repository, as teams write them.</summary>
public sealed class PatientRepository(ClinicContext clinic)
{
    public async Task<Patient?> FindAsync(Guid id, CancellationToken cancel)
    {
        return await clinic.Patients.Include(patient => patient.Physician).FirstOrDefaultAsync(patient => patient.Id == id, cancel);
    }

    public async Task<List<Patient>> OfPhysicianAsync(Guid physician, CancellationToken cancel)
    {
        var patients = clinic.Patients.Where(patient => patient.PhysicianId == physician).OrderBy(patient => patient.Name);
        return await patients.ToListAsync(cancel);
    }

    public async Task<int> RemovedAsync(CancellationToken cancel)
    {
        return await clinic.Patients.IgnoreQueryFilters([EntityContext.DeletedFilter]).CountAsync(patient => patient.DeletedAt != null, cancel);
    }

    public async Task<List<string>> NamesWithoutVisitAsync(DateTimeOffset since, CancellationToken cancel)
    {
        return await clinic.Patients
            .Where(patient => !clinic.Appointments.Any(appointment => appointment.PatientId == patient.Id && appointment.StartsAt >= since))
            .Select(patient => patient.Name)
            .ToListAsync(cancel);
    }

    public async Task RegisterAsync(string name, DateOnly dateOfBirth, CancellationToken cancel)
    {
        var patient = new Patient { Name = name, DateOfBirth = dateOfBirth };
        clinic.Patients.Add(patient);
        await clinic.SaveChangesAsync(cancel);
    }

    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancel)
    {
        var patient = await clinic.Patients.FirstOrDefaultAsync(one => one.Id == id, cancel);
        if (patient is null)
        {
            return false;
        }
        clinic.Patients.Remove(patient);
        await clinic.SaveChangesAsync(cancel);
        return true;
    }

    public async Task<int> ForgetPhysicianAsync(Guid physician, CancellationToken cancel)
    {
        return await clinic.Patients.Where(patient => patient.PhysicianId == physician)
            .ExecuteUpdateAsync(set => set.SetProperty(patient => patient.PhysicianId, (Guid?)null), cancel);
    }
}
