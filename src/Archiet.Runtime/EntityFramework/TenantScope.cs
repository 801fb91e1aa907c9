namespace Archiet;

/// <summary>For whom a context works.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Member">The member row that writes are in the name of, or null.</param>
/// <param name="Clock">The clock behind what the server sets.</param>
internal sealed record TenantScope(Guid Tenant, Guid? Member, TimeProvider Clock);
