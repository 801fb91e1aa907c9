using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Archiet;

/// <summary>A row has another version when rows that it owns are written, as it has over the API: its owner, where the context knows it, is written with them.</summary>
internal static class OwnerVersions
{
    public static void Apply(IReadOnlyList<EntityEntry> entries)
    {
        Dictionary<(IEntityType Type, object? Id), EntityEntry>? owners = null;
        foreach (var entry in entries)
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && OwnerOf(entry) is { } owner)
            {
                owners ??= entries.Where(one => one.State == EntityState.Unchanged && one.Metadata.FindProperty(EntityModel.Id) is not null)
                    .ToDictionary(one => (one.Metadata, one.Property(EntityModel.Id).CurrentValue));
                if (owners.TryGetValue(owner, out var found))
                {
                    found.State = EntityState.Modified;
                }
            }
        }
    }

    private static (IEntityType Type, object? Id)? OwnerOf(EntityEntry entry)
    {
        if (entry.Metadata.FindAnnotation(EntityModel.Owner)?.Value is not string member)
        {
            return null;
        }
        var property = entry.Property(member);
        var owner = ((IProperty)property.Metadata).GetContainingForeignKeys().Single().PrincipalEntityType;
        return (owner, entry.State == EntityState.Added ? property.CurrentValue : property.OriginalValue);
    }
}
