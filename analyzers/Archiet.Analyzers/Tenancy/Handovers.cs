using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>
/// Where values of interest are handed on within a compilation: to the parameters of its methods, to its fields and properties, and back from its methods. Collected while the
/// compiler visits the code, and asked at the end, for suspects only.
/// </summary>
internal sealed class Handovers
{
    private readonly ConcurrentDictionary<ISymbol, ConcurrentQueue<IOperation>> values = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, byte> taken = new(SymbolEqualityComparer.Default);
    private readonly IAssemblySymbol assembly;
    private readonly Func<ITypeSymbol, bool> ofInterest;

    private Handovers(IAssemblySymbol assembly, Func<ITypeSymbol, bool> ofInterest)
    {
        this.assembly = assembly;
        this.ofInterest = ofInterest;
    }

    /// <summary>Registers the collection of values whose type is of interest.</summary>
    public static Handovers Collect(CompilationStartAnalysisContext start, Func<ITypeSymbol, bool> ofInterest)
    {
        var handovers = new Handovers(start.Compilation.Assembly, ofInterest);
        start.RegisterOperationAction(handovers.SeeCall, OperationKind.Invocation, OperationKind.ObjectCreation);
        start.RegisterOperationAction(handovers.SeeAssignment, OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment);
        start.RegisterOperationAction(handovers.SeeInitializer, OperationKind.FieldInitializer, OperationKind.PropertyInitializer);
        start.RegisterOperationAction(handovers.SeeReturn, OperationKind.Return, OperationKind.YieldReturn);
        start.RegisterOperationAction(handovers.SeeReference, OperationKind.MethodReference);
        return handovers;
    }

    /// <summary>The values that a parameter, a field or a property is given, or a method gives back, in the code of the compilation.</summary>
    public IEnumerable<IOperation> ValuesOf(ISymbol symbol)
    {
        foreach (var at in Declarations(symbol.OriginalDefinition))
        {
            if (values.TryGetValue(at, out var given))
            {
                foreach (var value in given)
                {
                    yield return value;
                }
            }
        }
    }

    /// <summary>Whether <see cref="ValuesOf"/> is all that a parameter can ever be: every call of its method is in the compilation, and by its name.</summary>
    public bool IsAllOf(IParameterSymbol parameter) => parameter.ContainingSymbol is IMethodSymbol method
        && method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction
        && !method.IsVirtual && !method.IsOverride && !method.IsAbstract
        && !IsReachable(method)
        && !taken.ContainsKey(method.OriginalDefinition)
        && Declarations(parameter.OriginalDefinition).Skip(1).FirstOrDefault() is null;

    private void SeeCall(OperationAnalysisContext context)
    {
        var (method, arguments) = context.Operation switch
        {
            IInvocationOperation call => (call.TargetMethod, call.Arguments),
            IObjectCreationOperation creation => (creation.Constructor, creation.Arguments),
            _ => default,
        };
        if (method is null || !ReferenceEquals(method.ContainingAssembly, assembly))
        {
            return;
        }
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && argument.ArgumentKind == ArgumentKind.Explicit)
            {
                Take(parameter, argument.Value, parameter.Type);
            }
        }
    }

    private void SeeAssignment(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is IFieldReferenceOperation or IPropertyReferenceOperation)
        {
            var member = ((IMemberReferenceOperation)assignment.Target).Member;
            if (ReferenceEquals(member.ContainingAssembly, assembly))
            {
                Take(member, assignment.Value, assignment.Target.Type);
            }
        }
    }

    private void SeeInitializer(OperationAnalysisContext context)
    {
        var (members, value) = context.Operation switch
        {
            IFieldInitializerOperation field => (field.InitializedFields.CastArray<ISymbol>(), field.Value),
            IPropertyInitializerOperation property => (property.InitializedProperties.CastArray<ISymbol>(), property.Value),
            _ => default,
        };
        foreach (var member in members)
        {
            Take(member, value, value.Type);
        }
    }

    private void SeeReturn(OperationAnalysisContext context)
    {
        if (((IReturnOperation)context.Operation).ReturnedValue is { } value && IsOfInterest(value))
        {
            Add(FunctionAround(context.Operation) ?? context.ContainingSymbol, value);
        }
    }

    private void SeeReference(OperationAnalysisContext context)
    {
        var method = ((IMethodReferenceOperation)context.Operation).Method;
        if (ReferenceEquals(method.ContainingAssembly, assembly))
        {
            taken.TryAdd(method.OriginalDefinition, 0);
        }
    }

    /// <summary>The local function or lambda that a return leaves; null where it leaves the member.</summary>
    public static IMethodSymbol? FunctionAround(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case ILocalFunctionOperation local:
                    return local.Symbol;
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
            }
        }
        return null;
    }

    /// <summary>Keeps a value for its own type or for that of what it is given to.</summary>
    private void Take(ISymbol symbol, IOperation value, ITypeSymbol? type)
    {
        if (IsOfInterest(value) || (type is { TypeKind: not TypeKind.Struct } && ofInterest(type)))
        {
            Add(symbol, value);
        }
    }

    private void Add(ISymbol symbol, IOperation value) => values.GetOrAdd(symbol.OriginalDefinition, _ => new()).Enqueue(value);

    private bool IsOfInterest(IOperation value) => value.WithoutConversions().Type is { TypeKind: not TypeKind.Struct } type && ofInterest(type);

    private static bool IsReachable(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return false;
        }
        for (ISymbol at = method; at is not null and not INamespaceSymbol; at = at.ContainingSymbol)
        {
            if (at.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>A symbol, and those of what its method overrides or implements: a call may be by any of their names.</summary>
    private static IEnumerable<ISymbol> Declarations(ISymbol symbol)
    {
        yield return symbol;
        var ordinal = (symbol as IParameterSymbol)?.Ordinal;
        var method = (ordinal is null ? symbol : symbol.ContainingSymbol) as IMethodSymbol;
        if (method?.PartialDefinitionPart is { } definition)
        {
            yield return Of(definition);
        }
        for (var overridden = method?.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            yield return Of(overridden);
        }
        if (method is { MethodKind: MethodKind.Ordinary, ContainingType: { } type })
        {
            foreach (var candidate in type.AllInterfaces.SelectMany(it => it.GetMembers(method.Name)).OfType<IMethodSymbol>())
            {
                if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate), method))
                {
                    yield return Of(candidate);
                }
            }
        }

        ISymbol Of(IMethodSymbol other) => ordinal is { } at ? other.OriginalDefinition.Parameters[at] : other.OriginalDefinition;
    }
}
