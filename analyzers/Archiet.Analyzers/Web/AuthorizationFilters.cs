using Microsoft.CodeAnalysis;

namespace Archiet.Analyzers.Web;

/// <summary>MVC's filters of authorization, by which a team says in its own words who may call an action: <c>[Permission("orders.read")]</c>.</summary>
internal sealed class AuthorizationFilters(Compilation compilation)
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc.";

    private readonly INamedTypeSymbol? filter = compilation.GetTypeByMetadataName(Mvc + "Filters.IFilterMetadata");
    private readonly INamedTypeSymbol? collection = compilation.GetTypeByMetadataName(Mvc + "Filters.FilterCollection");
    private readonly INamedTypeSymbol? factory = compilation.GetTypeByMetadataName(Mvc + "Filters.IFilterFactory");
    private readonly INamedTypeSymbol? authorizeFilter = compilation.GetTypeByMetadataName(Mvc + "Authorization.AuthorizeFilter");

    private readonly INamedTypeSymbol?[] authorizing =
        [compilation.GetTypeByMetadataName(Mvc + "Filters.IAuthorizationFilter"), compilation.GetTypeByMetadataName(Mvc + "Filters.IAsyncAuthorizationFilter")];

    private readonly INamedTypeSymbol?[] makers =
    [
        compilation.GetTypeByMetadataName(Mvc + "TypeFilterAttribute"), compilation.GetTypeByMetadataName(Mvc + "TypeFilterAttribute`1"),
        compilation.GetTypeByMetadataName(Mvc + "ServiceFilterAttribute"), compilation.GetTypeByMetadataName(Mvc + "ServiceFilterAttribute`1"),
    ];

    /// <summary>Whether a type holds filters: MVC's options of all actions, or a convention's list.</summary>
    public bool Collects(INamedTypeSymbol type) => Same(type, collection) || (type.TypeArguments is [var item] && Same(item, filter));

    /// <summary>Whether a filter decides who may go on. The framework's others of the kind look at the scheme and at the anti-forgery token.</summary>
    public bool Authorizes(ITypeSymbol type) => Same(type, authorizeFilter)
        || (!EndpointSymbols.IsFrameworkType(type) && Array.Exists(authorizing, wanted => Implements(type, wanted)));

    /// <summary>Whether an attribute is such a filter, or makes one.</summary>
    public bool Decides(AttributeData attribute) => attribute.AttributeClass is { } type
        && (Authorizes(type)
            || (FilterOf(attribute, type) is { } named ? Authorizes(named) : !EndpointSymbols.IsFrameworkType(type) && Implements(type, factory) && MayMakeOne(type)));

    /// <summary>The filter that an attribute names: <c>[TypeFilter(typeof(X))]</c>, <c>[ServiceFilter&lt;X&gt;]</c>, or a class that derives from one for X.</summary>
    private ITypeSymbol? FilterOf(AttributeData attribute, INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.TypeArguments is [var argument] && IsMaker(at))
            {
                return argument;
            }
        }
        return IsMaker(type) && attribute.ConstructorArguments is [{ Value: ITypeSymbol named }, ..] ? named : null;
    }

    /// <summary>What a factory of one's own makes stands in it, where it is written as most are; of one that shows nothing, nobody can say that it does not.</summary>
    private bool MayMakeOne(INamedTypeSymbol type)
    {
        var made = type.GetTypeMembers().RemoveAll(inner => !Implements(inner, filter));
        return made.IsEmpty || made.Any(Authorizes);
    }

    private bool IsMaker(INamedTypeSymbol type) => Array.Exists(makers, maker => Same(type.OriginalDefinition, maker));

    private static bool Implements(ITypeSymbol type, INamedTypeSymbol? wanted) => wanted is not null && type.AllInterfaces.Any(it => Same(it, wanted));

    private static bool Same(ISymbol one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);
}
