using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Web;

/// <summary>What ASP.NET Core calls endpoints and the decisions on them, looked up once a compilation.</summary>
internal sealed class EndpointSymbols
{
    private readonly INamedTypeSymbol routeBuilder;
    private readonly INamedTypeSymbol conventionBuilder;
    private readonly INamedTypeSymbol applicationBuilder;
    private readonly INamedTypeSymbol authorizeData;
    private readonly INamedTypeSymbol allowAnonymous;
    private readonly INamedTypeSymbol? controllerBase;
    private readonly INamedTypeSymbol? nonAction;
    private readonly INamedTypeSymbol? nonController;
    private readonly AuthorizationFilters filters;

    private EndpointSymbols(Compilation compilation, INamedTypeSymbol routeBuilder, INamedTypeSymbol conventionBuilder, INamedTypeSymbol applicationBuilder, INamedTypeSymbol authorizeData, INamedTypeSymbol allowAnonymous)
    {
        this.routeBuilder = routeBuilder;
        this.conventionBuilder = conventionBuilder;
        this.applicationBuilder = applicationBuilder;
        this.authorizeData = authorizeData;
        this.allowAnonymous = allowAnonymous;
        AuthorizationOptions = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Authorization.AuthorizationOptions");
        controllerBase = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.ControllerBase");
        nonAction = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.NonActionAttribute");
        nonController = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.NonControllerAttribute");
        filters = new AuthorizationFilters(compilation);
    }

    /// <summary>Where a policy for all endpoints is set.</summary>
    public INamedTypeSymbol? AuthorizationOptions { get; }

    /// <summary>The symbols, or null in a project that has no endpoints.</summary>
    public static EndpointSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Routing.IEndpointRouteBuilder") is { } routes
        && compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.IEndpointConventionBuilder") is { } conventions
        && compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.IApplicationBuilder") is { } application
        && compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Authorization.IAuthorizeData") is { } authorize
        && compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Authorization.IAllowAnonymous") is { } anonymous
            ? new EndpointSymbols(compilation, routes, conventions, application, authorize, anonymous)
            : null;

    /// <summary>
    /// Whether a method of the framework adds endpoints: it takes routes and gives what conventions are said of. A group has no endpoint of its own; pages, components, and
    /// whatever else a fallback names, say for themselves who may see them.
    /// </summary>
    public bool Adds(IMethodSymbol method) => method.Name.StartsWith("Map", StringComparison.Ordinal)
        && method.Name is not ("MapGroup" or "MapStaticAssets" or "MapShortCircuit" or "MapRazorPages" or "MapRazorComponents" or "MapBlazorHub")
        && !method.Name.StartsWith("MapFallbackTo", StringComparison.Ordinal)
        && IsFramework(method)
        && (method.ReducedFrom ?? method) is { IsExtensionMethod: true, Parameters: [{ Type: var first }, ..] }
        && Same(first, routeBuilder)
        && Is(method.ReturnType, conventionBuilder);

    /// <summary>The routes that a method of the user's is handed; null when it is handed none.</summary>
    public IOperation? Routes(IInvocationOperation call)
    {
        if (!call.TargetMethod.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty || call.TargetMethod.MethodKind == MethodKind.LocalFunction)
        {
            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter is { Type: { } type } && Is(type, routeBuilder))
                {
                    return argument.Value;
                }
            }
        }
        return null;
    }

    /// <summary>Whether a mention of a group is there to add to it.</summary>
    public bool IsRoutesOf(IOperation mention)
    {
        var at = mention;
        while (at.Parent is IConversionOperation conversion)
        {
            at = conversion;
        }
        return at.Parent is IArgumentOperation { Parameter: { Ordinal: 0, Type: var type }, Parent: IInvocationOperation { TargetMethod: var method } } && Same(type, routeBuilder) && IsFramework(method);
    }

    /// <summary>Whether a call says who may call an endpoint.</summary>
    public bool Decides(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "RequireAuthorization" or "AllowAnonymous" => IsFramework(call.TargetMethod),
        "WithMetadata" => call.Descendants().Any(part => part is IObjectCreationOperation { Type: { } type } && (IsDecision(type) || !IsFrameworkType(type))),
        _ => false,
    };

    /// <summary>Whether the method, lambda or local function that handles an endpoint says by an attribute who may call it.</summary>
    public bool IsDecidedByHandler(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            foreach (var part in argument.Value.DescendantsAndSelf())
            {
                switch (part)
                {
                    case IAnonymousFunctionOperation lambda:
                        return HasDecision(lambda.Symbol);
                    case IMethodReferenceOperation { Method: var method }:
                        return HasDecision(method);
                }
            }
        }
        // A hub, a gRPC service: the type says it.
        return call.TargetMethod.TypeArguments.Any(type => BasesOf(type).Any(HasDecision));
    }

    /// <summary>Whether a call sets a policy for every endpoint that says nothing, or a filter for every action.</summary>
    public bool IsFallback(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "SetFallbackPolicy" => IsFramework(call.TargetMethod),
        "Add" or "AddService" => filters.Collects(call.TargetMethod.ContainingType)
            && (call.TargetMethod.TypeArguments is [{ } filter] ? filters.Authorizes(filter) : call.Arguments is [{ Value: var added }, ..] && IsAuthorizing(added)),
        _ => false,
    };

    /// <summary>Whether a type is a controller whose actions can be called.</summary>
    public bool IsController(INamedTypeSymbol type) => controllerBase is not null
        && type is { IsAbstract: false, DeclaredAccessibility: Accessibility.Public }
        && BasesOf(type).Any(at => Same(at, controllerBase))
        && !HasAttribute(type, nonController);

    /// <summary>Whether a public method of a controller is none of its actions.</summary>
    public bool IsNoAction(IMethodSymbol method) => HasAttribute(method, nonAction) || Root(method).ContainingType.SpecialType == SpecialType.System_Object || (method.OverriddenMethod is not null && IsFramework(Root(method))) || IsDispose(method);

    /// <summary>MVC takes the one method of <see cref="IDisposable"/> for none of its actions.</summary>
    private static bool IsDispose(IMethodSymbol method) => method is { Name: nameof(IDisposable.Dispose), Parameters.IsEmpty: true, ReturnsVoid: true }
        && method.ContainingType.AllInterfaces.Any(static implemented => implemented.SpecialType == SpecialType.System_IDisposable);

    /// <summary>Whether an action, its controller or what that derives from says who may call it.</summary>
    public bool IsDecided(IMethodSymbol action)
    {
        for (var at = action; at is not null; at = at.OverriddenMethod)
        {
            if (HasDecision(at))
            {
                return true;
            }
        }
        return BasesOf(action.ContainingType).Any(HasDecision);
    }

    /// <summary>Whether a type is the app itself, on which nothing was said of its routes.</summary>
    public bool IsApp(ITypeSymbol? type) => type is not null && Is(type, applicationBuilder) && Is(type, routeBuilder);

    /// <summary>Whether a method is ASP.NET Core's own, so that what it says of an endpoint is known.</summary>
    public static bool IsFramework(IMethodSymbol method) => IsFrameworkType(method.ContainingType);

    /// <summary>Whether a type is ASP.NET Core's own.</summary>
    public static bool IsFrameworkType(ITypeSymbol type) => type.ContainingAssembly?.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true;

    private static IMethodSymbol Root(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden)
        {
            method = overridden;
        }
        return method;
    }

    private bool HasDecision(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && (IsDecision(type) || filters.Decides(attribute)));

    private bool IsDecision(ITypeSymbol type) => Is(type, authorizeData) || Is(type, allowAnonymous);

    private bool IsAuthorizing(IOperation added) => added switch
    {
        IConversionOperation conversion => IsAuthorizing(conversion.Operand),
        IObjectCreationOperation { Type: { } type } => filters.Authorizes(type),
        ITypeOfOperation { TypeOperand: var type } => filters.Authorizes(type),
        _ => false,
    };

    private static bool HasAttribute(ISymbol symbol, INamedTypeSymbol? attribute) => attribute is not null && symbol.GetAttributes().Any(at => Same(at.AttributeClass, attribute));

    private static IEnumerable<ITypeSymbol> BasesOf(ITypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            yield return at;
        }
    }

    private static bool Is(ITypeSymbol type, INamedTypeSymbol wanted) => Same(type, wanted)
        || type.AllInterfaces.Any(at => Same(at, wanted))
        || (type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(at => Is(at, wanted)));

    private static bool Same(ITypeSymbol? one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
