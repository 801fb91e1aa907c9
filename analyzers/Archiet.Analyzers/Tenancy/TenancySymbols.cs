using Microsoft.CodeAnalysis;

namespace Archiet.Analyzers.Tenancy;

/// <summary>The types that tenancy rules ask about, looked up once a compilation.</summary>
/// <param name="EntityContext">The context whose queries belong to one tenant.</param>
/// <param name="DbContext">Entity Framework's context: what it is statically says nothing of what it is at run time.</param>
/// <param name="CrossTenant">The attribute that lifts the rules.</param>
internal sealed record TenancySymbols(INamedTypeSymbol EntityContext, INamedTypeSymbol DbContext, INamedTypeSymbol CrossTenant)
{
    /// <summary>The types, or null in a project that knows no tenant-owned context and therefore owes us nothing.</summary>
    public static TenancySymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Archiet.EntityContext") is { BaseType: { } dbContext } entityContext
        && compilation.GetTypeByMetadataName("Archiet.CrossTenantAttribute") is { } crossTenant
            ? new TenancySymbols(entityContext, dbContext, crossTenant)
            : null;

    /// <summary>What a static type says of the context behind it; null when it is no context at all.</summary>
    public ContextKind? KindOf(ITypeSymbol? type)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.Select(KindOf).FirstOrDefault(kind => kind is not null);
        }
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (Same(at, EntityContext))
            {
                return ContextKind.Tenant;
            }
            if (Same(at, DbContext))
            {
                return Same(type, DbContext) ? ContextKind.Unknown : ContextKind.Other;
            }
        }
        return null;
    }

    private static bool Same(ITypeSymbol? one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}

/// <summary>Whose rows a query reads, in the order in which a merge of two sources decides.</summary>
internal enum ContextKind
{
    /// <summary>A context that is certainly not tenant-owned.</summary>
    Other,

    /// <summary>Cannot be told from the code at hand.</summary>
    Unknown,

    /// <summary>A tenant-owned context.</summary>
    Tenant,
}
