using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>Whether code stands inside a member or type that says why it works across tenants.</summary>
internal static class CrossTenantScope
{
    /// <summary>Looks at the lambdas and local functions around an operation, at its member, and at the types around that.</summary>
    public static bool Covers(IOperation operation, ISymbol member, INamedTypeSymbol? attribute)
    {
        if (attribute is null)
        {
            return false;
        }
        for (var at = operation; at is not null; at = at.Parent)
        {
            var function = at switch
            {
                ILocalFunctionOperation local => local.Symbol,
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                _ => null,
            };
            if (function is not null && States(function, attribute))
            {
                return true;
            }
        }
        return Covers(member, attribute);
    }

    /// <summary>Looks at a member and at the types around it.</summary>
    public static bool Covers(ISymbol member, INamedTypeSymbol? attribute)
    {
        for (var at = attribute is null ? null : member; at is not null and not INamespaceSymbol; at = at.ContainingSymbol)
        {
            if (States(at, attribute!) || (at is IMethodSymbol { AssociatedSymbol: { } property } && States(property, attribute!)))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether an attribute gives a reason. One without lifts nothing, so that silencing ARC1009 gains nothing.</summary>
    public static bool GivesReason(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Value: string because }] && !string.IsNullOrWhiteSpace(because);

    /// <summary>Whether a symbol itself says why.</summary>
    public static bool States(ISymbol symbol, INamedTypeSymbol? attribute)
    {
        foreach (var candidate in symbol.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute) && GivesReason(candidate))
            {
                return true;
            }
        }
        return false;
    }
}
