using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>What a call registers in the container, as far as the lifetime of a context is concerned.</summary>
internal static class ContextRegistrations
{
    private const string Services = "Microsoft.Extensions.DependencyInjection";

    /// <summary>Whether a method is one of those that register services, Entity Framework's included.</summary>
    public static bool IsRegistration(IMethodSymbol method) =>
        method.IsExtensionMethod && method.ContainingNamespace is { Name: "DependencyInjection" or "Extensions" or "Builder" } space
        && space.ToDisplayString() is Services or Services + ".Extensions" or "Microsoft.AspNetCore.Builder"
        && method.ContainingAssembly.Name.StartsWith("Microsoft.", StringComparison.Ordinal);

    /// <summary>The types that a registration makes live as long as the app: the service and the implementation, by type arguments or <c>typeof</c>.</summary>
    public static IEnumerable<ITypeSymbol> Types(IInvocationOperation call) => call.TargetMethod.TypeArguments
        .Concat(call.Arguments.Select(argument => argument.Value.WithoutConversions()).OfType<ITypeOfOperation>().Select(type => type.TypeOperand));

    /// <summary>Whether a registration is for the whole life of the app.</summary>
    public static bool IsForLife(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "AddSingleton" or "TryAddSingleton" or "AddKeyedSingleton" or "TryAddKeyedSingleton" or "AddHostedService" or "AddActivatedSingleton" or "UseMiddleware" => true,
        "AddDbContext" => call.Arguments.FirstOrDefault(argument => argument.Parameter is { Name: "contextLifetime" })
            is { Value.ConstantValue: { HasValue: true, Value: 0 } },
        _ => false,
    };

    /// <summary>The context that a registered type asks for when it is made; of several constructors, all must ask.</summary>
    public static ITypeSymbol? ContextTaken(IInvocationOperation call, TenancySymbols symbols) =>
        Types(call).Select(type => ContextTaken(type, symbols)).FirstOrDefault(type => type is not null);

    private static ITypeSymbol? ContextTaken(ITypeSymbol type, TenancySymbols symbols)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class } named || named.InstanceConstructors.IsEmpty)
        {
            return null;
        }
        ITypeSymbol? taken = null;
        foreach (var constructor in named.InstanceConstructors)
        {
            if (constructor.DeclaredAccessibility == Accessibility.Public)
            {
                if (constructor.Parameters.FirstOrDefault(parameter => symbols.KindOf(parameter.Type) == ContextKind.Tenant) is not { } parameter)
                {
                    return null;
                }
                taken = parameter.Type;
            }
        }
        return taken;
    }

    /// <summary>The context that a factory of a singleton asks the container for.</summary>
    public static ITypeSymbol? ContextResolved(IInvocationOperation call, TenancySymbols symbols)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.WithoutConversions() is IAnonymousFunctionOperation { Symbol: { Parameters: [.., var provider] } lambda } factory && provider.Type.Name == nameof(IServiceProvider))
            {
                foreach (var operation in factory.Body.Descendants())
                {
                    if (operation is IInvocationOperation { TargetMethod: { Name: "GetRequiredService" or "GetService", TypeArguments: [var context] } } asked
                        && symbols.KindOf(context) == ContextKind.Tenant
                        && QuerySource.Receiver(asked) is IParameterReferenceOperation from
                        && SymbolEqualityComparer.Default.Equals(from.Parameter.ContainingSymbol, lambda))
                    {
                        return context;
                    }
                }
            }
        }
        return null;
    }
}
