namespace Archiet;

/// <summary>
/// States that a member, or every member of a type, works across tenants on purpose, and why. Inside it the build accepts what the
/// tenancy rules (ARC1001 and after) refuse elsewhere: a tenant filter switched off, raw SQL, a connection of its own. What it opens must not leave it (ARC1013). It switches
/// nothing off at run time: the database's own row security still holds.
/// </summary>
/// <remarks>It covers the body it stands on, with the lambdas and local functions in it; not what overrides, derives from or is called by it.</remarks>
/// <param name="because">Why, for whoever reviews the code. An empty reason is an error (ARC1009) and lifts nothing.</param>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property,
    Inherited = false)]
public sealed class CrossTenantAttribute(string because) : Attribute
{
    /// <summary>Why the code works across tenants.</summary>
    public string Because { get; } = because;
}
