using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>Whether a row was made by code rather than found by a query, and with an id: it then stands for a row that the tenant may not own.</summary>
internal static class DetachedRow
{
    /// <summary>The owned entity of a detached row; null of any other expression.</summary>
    public static ITypeSymbol? EntityOf(IOperation origin, TenancySymbols symbols) => origin switch
    {
        IObjectCreationOperation { Type: { } entity } creation when symbols.IsOwned(entity) && SetsKey(creation, entity) => entity,
        IInvocationOperation call when Reads(call.TargetMethod) is { } made && RowIn(made) is var entity && symbols.IsOwned(entity) => entity,
        IParameterReferenceOperation { Parameter: var parameter } when RowIn(parameter.Type) is var entity && symbols.IsOwned(entity) && IsBound(parameter, origin) => entity,
        _ => null,
    };

    /// <summary>What an array, a list or a sequence holds; another type itself.</summary>
    private static ITypeSymbol RowIn(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element], ContainingNamespace.Name: "Generic" } => element,
        _ => type,
    };

    /// <summary>Whether the key is set where the row is made, by a constructor that takes one, or later on the variable that holds it. Without one the row is new.</summary>
    private static bool SetsKey(IObjectCreationOperation creation, ITypeSymbol entity) =>
        (creation.Initializer?.Initializers.Any(it => it is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } } && IsKey(member, entity)) ?? false)
        || (creation.Constructor is { } constructor && constructor.Parameters.Any(parameter => IsKeyParameter(parameter, entity)))
        || IsSetLater(creation, entity);

    private static bool IsKeyParameter(IParameterSymbol parameter, ITypeSymbol entity) => KeyOf(entity) is { } key
        && SymbolEqualityComparer.Default.Equals(key.Type, parameter.Type) && string.Equals(parameter.Name, key.Name, StringComparison.OrdinalIgnoreCase);

    private static IPropertySymbol? KeyOf(ITypeSymbol entity)
    {
        for (var at = entity; at is not null; at = at.BaseType)
        {
            if (at.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => IsKey(property, entity)) is { } key)
            {
                return key;
            }
        }
        return null;
    }

    /// <summary>What Entity Framework takes for the key: [Key], <c>Id</c>, or <c>Id</c> behind the name of the entity.</summary>
    private static bool IsKey(ISymbol member, ITypeSymbol entity) =>
        member.Name == "Id" || member.Name == entity.Name + "Id" || member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "KeyAttribute");

    private static bool IsSetLater(IObjectCreationOperation creation, ITypeSymbol entity)
    {
        if (creation.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } declarator })
        {
            return false;
        }
        return declarator.Whole().Descendants().Any(it => it is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member, Instance: ILocalReferenceOperation reference } }
            && SymbolEqualityComparer.Default.Equals(reference.Local, local) && IsKey(member, entity));
    }

    /// <summary>What a method that reads objects from somewhere else than the database reads, or what a mapper makes.</summary>
    private static ITypeSymbol? Reads(IMethodSymbol method)
    {
        var reads = method.ContainingType?.Name switch
        {
            "JsonSerializer" or "JsonConvert" => method.Name.StartsWith("Deserialize", StringComparison.Ordinal),
            "HttpRequestJsonExtensions" or "HttpContentJsonExtensions" or "HttpClientJsonExtensions" => true,
            "IMapperBase" or "Mapper" or "IMapper" => method is { Name: "Map", Parameters.Length: 1 },
            "TypeAdapter" => method is { Name: "Adapt", Parameters.Length: 1 },
            _ => false,
        };
        return reads && method.TypeArguments is [.., var made] ? made : null;
    }

    /// <summary>Whether a request fills the parameter: of a controller's action, or of a lambda that is mapped to a route.</summary>
    private static bool IsBound(IParameterSymbol parameter, IOperation reference) => parameter.ContainingSymbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false } action =>
            IsController(action.ContainingType) && !Has(action, "NonActionAttribute") && !Has(parameter, "FromServicesAttribute"),
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda => IsMapped(lambda, reference) && !Has(parameter, "FromServicesAttribute"),
        _ => false,
    };

    private static bool IsController(INamedTypeSymbol? type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.Name == "ControllerBase" || Has(at, "ApiControllerAttribute"))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsMapped(IMethodSymbol lambda, IOperation reference)
    {
        for (var at = reference.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation function && SymbolEqualityComparer.Default.Equals(function.Symbol, lambda))
            {
                while (at is not null and not IArgumentOperation)
                {
                    at = at.Parent;
                }
                return at?.Parent is IInvocationOperation { TargetMethod: { ContainingType.Name: "EndpointRouteBuilderExtensions", Name: var name } } && name.StartsWith("Map", StringComparison.Ordinal);
            }
        }
        return false;
    }

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(it => it.AttributeClass?.Name == attribute);
}
