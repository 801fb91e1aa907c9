using System.Collections.Concurrent;
using System.Text.Json;
using Archiet;
using Clinic.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.Memory;

namespace Clinic.Features;

/// <summary>What is read often and changes rarely, in caches whose keys have the tenant.</summary>
public sealed class RoomDirectory(ClinicContext clinic, IMemoryCache memory, IDistributedCache distributed, HybridCache hybrid)
{
    private static readonly ConcurrentDictionary<Guid, List<string>> Allergens = new();

    public async Task<List<Room>?> RoomsAsync()
    {
        return await memory.GetOrCreateAsync((clinic.Tenant, "rooms"), _ => clinic.Rooms.OrderBy(room => room.Name).ToListAsync());
    }

    public async Task<Room?> RoomAsync(Guid id)
    {
        if (!memory.TryGetValue($"{clinic.Tenant}:room:{id}", out Room? room))
        {
            room = await clinic.Rooms.FirstOrDefaultAsync(one => one.Id == id);
            memory.Set($"{clinic.Tenant}:room:{id}", room, TimeSpan.FromMinutes(5));
        }
        return room;
    }

    public async Task<string> CliniciansAsync(CancellationToken cancel)
    {
        var key = $"clinicians:{clinic.Tenant}";
        if (await distributed.GetStringAsync(key, cancel) is not { } text)
        {
            text = JsonSerializer.Serialize(await clinic.Clinicians.Select(clinician => clinician.Name).ToListAsync(cancel));
            await distributed.SetStringAsync($"clinicians:{clinic.Tenant}", text, cancel);
        }
        return text;
    }

    public async Task<List<string>> SpecialtiesAsync(Specialty specialty, CancellationToken cancel)
    {
        return await hybrid.GetOrCreateAsync(
            $"{clinic.Tenant}:{specialty}",
            async token => await clinic.Clinicians.Where(clinician => clinician.Specialty == specialty).Select(clinician => clinician.Name).ToListAsync(token),
            cancellationToken: cancel);
    }

    public async Task<List<string>> AllergensAsync(CancellationToken cancel)
    {
        if (!Allergens.TryGetValue(clinic.Tenant, out var names))
        {
            names = await clinic.Allergens.Select(allergen => allergen.Name).ToListAsync(cancel);
            Allergens[clinic.Tenant] = names;
        }
        return names;
    }
}
