using Archiet.Analyzers.Web;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>Whether a value is one that a request gave: its route, query, headers, cookies or body, so that whoever sends the request chooses it.</summary>
internal sealed class RequestValue
{
    private static readonly string[] Sources = ["RouteValues", "Query", "QueryString", "Headers", "Cookies", "Form", "Body", "Path", "Host"];

    private static readonly string[] Bindings =
        ["FromRouteAttribute", "FromQueryAttribute", "FromHeaderAttribute", "FromBodyAttribute", "FromFormAttribute", "AsParametersAttribute"];

    private readonly EndpointSymbols endpoints;
    private readonly HashSet<ISymbol> followed = new(SymbolEqualityComparer.Default);

    private RequestValue(EndpointSymbols endpoints) => this.endpoints = endpoints;

    /// <summary>Whether a value certainly is the request's.</summary>
    public static bool Is(IOperation value, EndpointSymbols endpoints) => new RequestValue(endpoints).Comes(value);

    private bool Comes(IOperation? value) => value?.WithoutConversions() switch
    {
        null => false,
        IConversionOperation conversion => Comes(conversion.Operand),
        IAwaitOperation awaited => Comes(awaited.Operation),
        ICoalesceOperation choice => Comes(choice.Value) || Comes(choice.WhenNull),
        IConditionalOperation choice => Comes(choice.WhenTrue) || Comes(choice.WhenFalse),
        IConditionalAccessOperation access => Comes(access.Operation),
        IObjectCreationOperation made => made.Arguments.Any(argument => Comes(argument.Value)),
        IArrayElementReferenceOperation element => Comes(element.ArrayReference),
        IPropertyReferenceOperation property => IsOfRequest(property.Property) || IsOfInput(property) || Comes(property.Instance),
        IFieldReferenceOperation field => Comes(field.Instance),
        IParameterReferenceOperation parameter => IsBound(parameter),
        ILocalReferenceOperation local => followed.Add(local.Local) && Comes(local),
        IInvocationOperation call => IsOfRequest(call.TargetMethod) || Comes(QuerySource.Receiver(call)) || (IsParsing(call.TargetMethod) && call.Arguments.Any(argument => Comes(argument.Value))),
        _ => false,
    };

    /// <summary>What a variable was given, or got from a method that parses.</summary>
    private bool Comes(ILocalReferenceOperation local)
    {
        var uses = LocalUses.Of(local);
        return uses.Values.Any(Comes) || uses.Reads.Any(IsParsedInto);
    }

    private bool IsParsedInto(ILocalReferenceOperation read)
    {
        var at = read.Parent;
        while (at is IDeclarationExpressionOperation or IConversionOperation)
        {
            at = at.Parent;
        }
        return at is IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: IInvocationOperation call }
            && (Comes(call.Instance) || (IsParsing(call.TargetMethod) && call.Arguments.Any(argument => argument.Parameter?.RefKind == RefKind.None && Comes(argument.Value))));
    }

    private static bool IsParsing(IMethodSymbol method) => method.IsStatic && method.ContainingNamespace is { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true };

    private static bool IsOfRequest(IPropertySymbol property) => property.ContainingType is { Name: "HttpRequest" } && IsHttp(property) && Array.IndexOf(Sources, property.Name) >= 0;

    private static bool IsOfRequest(IMethodSymbol method) => method.ContainingType.Name switch
    {
        "RoutingHttpContextExtensions" => method.Name == "GetRouteValue",
        "HttpRequestJsonExtensions" or "HttpRequest" => method.Name.StartsWith("Read", StringComparison.Ordinal),
        _ => false,
    } && EndpointSymbols.IsFramework(method);

    private static bool IsHttp(ISymbol symbol) => symbol.ContainingAssembly.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);

    /// <summary>The input of an operation is what its request gave.</summary>
    private static bool IsOfInput(IPropertyReferenceOperation property) =>
        property.Instance?.Type?.AllInterfaces.Any(candidate => candidate is { Name: "IInput", ContainingNamespace.Name: "Archiet" }) == true;

    private bool IsBound(IParameterReferenceOperation reference)
    {
        var parameter = reference.Parameter;
        var attributes = parameter.GetAttributes();
        if (attributes.Any(attribute => attribute.AttributeClass is { } type && IsHttp(type) && Array.IndexOf(Bindings, type.Name) >= 0))
        {
            return true;
        }
        return attributes.IsEmpty && IsSimpleOrBody(parameter.Type) && parameter.ContainingSymbol is IMethodSymbol method && IsHandler(method, reference);
    }

    /// <summary>What a service never is: an id, a text, a number, or a record of the project.</summary>
    private static bool IsSimpleOrBody(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } => IsSimpleOrBody(inner),
        { SpecialType: SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Int64 } => true,
        { Name: "Guid", ContainingNamespace.Name: nameof(System) } => true,
        _ => type is { IsRecord: true, IsAbstract: false, DeclaringSyntaxReferences.IsEmpty: false },
    };

    private bool IsHandler(IMethodSymbol method, IOperation inside) => method.MethodKind switch
    {
        MethodKind.AnonymousFunction => IsMapped(inside, method),
        MethodKind.LocalFunction or MethodKind.Ordinary => IsAction(method) || IsMappedByName(method, inside),
        _ => false,
    };

    private bool IsAction(IMethodSymbol method) => method is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, ContainingType: { } type }
        && ((endpoints.IsController(type) && !endpoints.IsNoAction(method)) || IsHub(type));

    private static bool IsHub(ITypeSymbol type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at is { Name: "Hub", ContainingNamespace.Name: "SignalR" })
            {
                return true;
            }
        }
        return false;
    }

    private bool IsMapped(IOperation inside, IMethodSymbol lambda)
    {
        for (var at = inside.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation function && SymbolEqualityComparer.Default.Equals(function.Symbol, lambda))
            {
                while (at is not null and not IArgumentOperation)
                {
                    at = at.Parent;
                }
                return at?.Parent is IInvocationOperation call && endpoints.Adds(call.TargetMethod);
            }
        }
        return false;
    }

    /// <summary>A method that is handed to a <c>Map...</c> of the same file.</summary>
    private bool IsMappedByName(IMethodSymbol method, IOperation inside)
    {
        if (inside.SemanticModel is not { } model)
        {
            return false;
        }
        foreach (var call in model.SyntaxTree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (CallSite.NameOf(call)?.Identifier.ValueText.StartsWith("Map", StringComparison.Ordinal) == true
                && call.ArgumentList.Arguments.Any(argument => CallSite.NameOf(argument.Expression)?.Identifier.ValueText == method.Name)
                && model.GetOperation(call) is IInvocationOperation map
                && endpoints.Adds(map.TargetMethod)
                && map.Arguments.Any(argument => argument.Value.WithoutConversions() is IMethodReferenceOperation group && SymbolEqualityComparer.Default.Equals(group.Method, method)))
            {
                return true;
            }
        }
        return false;
    }
}
