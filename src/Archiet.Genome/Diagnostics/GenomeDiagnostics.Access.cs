namespace Archiet.Genome.Diagnostics;

public static partial class GenomeDiagnostics
{
    // Whether what is granted can be granted.

    /// <summary>Tenants are not made or deleted through the API.</summary>
    public static GenomeDiagnosticDescriptor TenantGrant { get; } = Error(
        "ARC0090", "Tenants are not made or deleted through the API", "'{0}' cannot be granted on the tenant entity '{1}'; tenants are made and removed by provisioning.");

    /// <summary>The answer to a change is the row, so who may change it must be allowed to read it.</summary>
    public static GenomeDiagnosticDescriptor ChangeWithoutRead { get; } = Error(
        "ARC0091", "Who may change a row may read it", "'{0}' may {1} '{2}' and not read it, but the answer to a change is the row; grant 'read' to '{0}' too.");
}
