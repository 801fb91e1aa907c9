namespace Archiet;

/// <summary>
/// Names a member of this assembly that works across tenants for a capability of the genome. Emitted from the genome, for the build to hold both to each other (ARC1015):
/// every <see cref="CrossTenantAttribute"/> of an app is named by a capability, and every name leads to one.
/// </summary>
/// <param name="capability">The capability.</param>
/// <param name="member">The member: its type and its name, with as much of its namespace as the genome gives.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class CrossTenantCapabilityAttribute(string capability, string member) : Attribute
{
    /// <summary>The capability.</summary>
    public string Capability { get; } = capability;

    /// <summary>The member.</summary>
    public string Member { get; } = member;
}
