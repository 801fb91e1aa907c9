namespace Archiet;

/// <summary>
/// Marks an entity of a context that is not Archiet's, and what derives from it, as the property of one tenant, as <see cref="ITenantOwned"/> does: for a tenant column of
/// another name or another type.
/// </summary>
/// <param name="member">The member that names the tenant, mapped or a shadow property.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class TenantOwnedAttribute(string member = "TenantId") : Attribute
{
    /// <summary>The member that names the tenant.</summary>
    public string Member { get; } = member;
}
