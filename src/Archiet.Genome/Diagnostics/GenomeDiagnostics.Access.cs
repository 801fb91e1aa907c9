namespace Archiet.Genome.Diagnostics;

public static partial class GenomeDiagnostics
{
    // Whether what is granted can be granted.

    /// <summary>Tenants are not made or deleted through the API.</summary>
    public static GenomeDiagnosticDescriptor TenantGrant { get; } = Error(
        "ARC0090", "Tenants are not made or deleted through the API", "'{0}' cannot be granted on the tenant entity '{1}'; tenants are made and removed by provisioning.");
}
