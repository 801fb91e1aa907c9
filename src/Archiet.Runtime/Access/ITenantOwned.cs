namespace Archiet;

/// <summary>
/// Marks an entity of a context that is not Archiet's as the property of one tenant: the tenancy rules of the build (ARC1001 and after) then hold for every context that
/// has a set of it. An entity that is emitted from a genome needs no mark.
/// </summary>
public interface ITenantOwned
{
    /// <summary>The tenant that owns the row. It has no setter here, because nothing but the context's own saving has reason to set it (ARC1006).</summary>
    Guid TenantId { get; }
}
