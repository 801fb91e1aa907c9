using Archiet;
using Clinic.Model;
using Microsoft.EntityFrameworkCore;

namespace Clinic.Features;

/// <summary>Takes over what a practice brings along.</summary>
public sealed class Import(ClinicContext clinic, ITenantContextFactory<ClinicContext> contexts)
{
    public async Task<int> RoomsAsync(IEnumerable<string> names, CancellationToken cancel)
    {
        var known = await clinic.Rooms.Select(room => room.Name).ToListAsync(cancel);
        foreach (var name in names.Except(known))
        {
            clinic.Rooms.Add(new Room { Name = name });
        }
        return await clinic.SaveChangesAsync(cancel);
    }

    public async Task<int> AllergiesAsync(Guid patient, IReadOnlyCollection<string> names, CancellationToken cancel)
    {
        await using var transaction = await clinic.Database.BeginTransactionAsync(cancel);
        var one = await clinic.Patients.Include(it => it.Allergies).FirstAsync(it => it.Id == patient, cancel);
        var allergens = await clinic.Allergens.Where(allergen => names.Contains(allergen.Name)).ToListAsync(cancel);
        foreach (var allergen in allergens.Except(one.Allergies))
        {
            one.Allergies.Add(allergen);
        }
        var saved = await clinic.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return saved;
    }

    public async Task InBackgroundAsync(string[] names, CancellationToken cancel)
    {
        var tenant = clinic.Tenant;
        await Task.Run(
            async () =>
            {
                await using var own = contexts.Create(tenant);
                own.Rooms.AddRange(names.Select(name => new Room { Name = name }));
                await own.SaveChangesAsync(cancel);
            },
            cancel);
    }
}
