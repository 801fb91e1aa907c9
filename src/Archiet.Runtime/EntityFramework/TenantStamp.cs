using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Archiet;

/// <summary>Sets on rows about to be saved what the server sets, and lets no row of another tenant through.</summary>
internal static class TenantStamp
{
    public static void Apply(IEnumerable<EntityEntry> entries, TenantScope scope)
    {
        var now = Microseconds(scope.Clock.GetUtcNow());
        foreach (var entry in entries)
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && entry.Metadata.FindProperty(EntityModel.TenantId) is { } owner)
            {
                Own(entry, entry.Property(owner), scope.Tenant);
                MarkDeleted(entry, scope, now);
                SetServerValues(entry, scope, now);
            }
        }
    }

    private static void Own(EntityEntry entry, PropertyEntry owner, Guid tenant)
    {
        if (entry.State == EntityState.Added && owner.CurrentValue is Guid none && none == Guid.Empty)
        {
            owner.CurrentValue = tenant;
        }
        if (owner.CurrentValue is not Guid current || current != tenant || (entry.State != EntityState.Added && owner.OriginalValue is Guid before && before != tenant))
        {
            throw new InvalidOperationException($"A {entry.Metadata.DisplayName()} of another tenant cannot be saved.");
        }
    }

    /// <summary>A row that deletes only mark is changed in place of being removed: in its two marks, and in what the server sets at every write.</summary>
    private static void MarkDeleted(EntityEntry entry, TenantScope scope, DateTimeOffset now)
    {
        if (entry.State != EntityState.Deleted || entry.Metadata.FindAnnotation(EntityModel.SoftDeleted) is null)
        {
            return;
        }
        entry.State = EntityState.Unchanged;
        entry.Property(EntityModel.DeletedAt).CurrentValue = now;
        entry.Property(EntityModel.DeletedAt).IsModified = true;
        if (entry.Metadata.FindProperty(EntityModel.DeletedById) is { } deletedBy)
        {
            entry.Property(deletedBy).CurrentValue = scope.Member;
        }
    }

    private static void SetServerValues(EntityEntry entry, TenantScope scope, DateTimeOffset now)
    {
        if (entry.State == EntityState.Deleted)
        {
            return;
        }
        foreach (var property in entry.Metadata.GetProperties())
        {
            var value = property.FindAnnotation(EntityModel.OnUpdate)?.Value;
            if (entry.State == EntityState.Added)
            {
                value = property.FindAnnotation(EntityModel.OnCreate)?.Value ?? value;
            }
            if (value is string server)
            {
                entry.Property(property).CurrentValue = ValueOf(server, property, scope, now);
            }
        }
    }

    private static object? ValueOf(string server, IProperty property, TenantScope scope, DateTimeOffset now)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return server == nameof(ServerValue.User) ? scope.Member
            : type == typeof(DateOnly) ? DateOnly.FromDateTime(now.UtcDateTime)
            : type == typeof(TimeOnly) ? TimeOnly.FromDateTime(now.UtcDateTime)
            : now;
    }

    /// <summary>What PostgreSQL keeps of a moment.</summary>
    private static DateTimeOffset Microseconds(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond));
}
