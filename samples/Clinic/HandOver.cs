using Archiet;
using Microsoft.EntityFrameworkCore;

namespace Clinic.Operations;

public sealed partial class HandOver(ClinicContext clinic)
{
    public async partial ValueTask<Output> RunAsync(Input input, Caller caller, CancellationToken cancel)
    {
        if (input.FromId == input.ToId)
        {
            throw new OperationRefused("sameClinician", "The patients would stay where they are.");
        }
        var patients = await clinic.Patients.Where(patient => patient.PhysicianId == input.FromId).ToListAsync(cancel);
        foreach (var patient in patients)
        {
            patient.PhysicianId = input.ToId;
        }
        await clinic.SaveChangesAsync(cancel);
        return new() { Patients = patients.Count };
    }
}
