using Archiet.Analyzers.Tenancy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Web;

/// <summary>Follows an endpoint to whatever may decide who calls it: what is said of the endpoint itself, and of the groups that it is in.</summary>
internal static class EndpointTrail
{
    /// <summary>Where an endpoint's, or a set of endpoints', decision can come from.</summary>
    /// <param name="call">The call that adds them.</param>
    /// <param name="routes">What they are added to.</param>
    public static EndpointRoot Follow(IInvocationOperation call, IOperation? routes, EndpointSymbols symbols) =>
        FateOf(call, symbols) is { } fate ? new EndpointRoot(fate) : RootOf(routes, symbols);

    /// <summary>What becomes of a call's result: decided, out of sight, or null where it is dropped undecided.</summary>
    private static EndpointRootKind? FateOf(IOperation result, EndpointSymbols symbols)
    {
        var at = result;
        while (true)
        {
            switch (at.Parent)
            {
                case IConversionOperation or IParenthesizedOperation:
                    at = at.Parent;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } chained } argument when argument.Parameter?.Ordinal == 0 && method.IsExtensionMethod:
                    if (symbols.Decides(chained) || !EndpointSymbols.IsFramework(method))
                    {
                        return EndpointRootKind.Decided;
                    }
                    at = chained;
                    break;
                case IInvocationOperation chained when chained.Instance == at:
                    if (!EndpointSymbols.IsFramework(chained.TargetMethod))
                    {
                        return EndpointRootKind.Decided;
                    }
                    at = chained;
                    break;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    return FateOf(local, at, symbols);
                case IExpressionStatementOperation or null:
                    return null;
                // Returned, handed on, kept in a field: somebody else may decide.
                default:
                    return EndpointRootKind.Unknown;
            }
        }
    }

    private static EndpointRootKind? FateOf(ILocalSymbol local, IOperation declaration, EndpointSymbols symbols)
    {
        EndpointRootKind? fate = null;
        foreach (var mention in LocalMentions.Of(local, declaration))
        {
            if (symbols.IsRoutesOf(mention))
            {
                // Endpoints that are added to a group say nothing of the group itself.
                continue;
            }
            switch (FateOf(mention, symbols))
            {
                case EndpointRootKind.Decided:
                    return EndpointRootKind.Decided;
                case { } other:
                    fate = other;
                    break;
            }
        }
        return fate;
    }

    /// <summary>Where routes come from: the app, a group with what was said of it, a parameter.</summary>
    private static EndpointRoot RootOf(IOperation? routes, EndpointSymbols symbols)
    {
        while (routes is IConversionOperation conversion)
        {
            routes = conversion.Operand;
        }
        switch (routes)
        {
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter }:
                return symbols.IsApp(parameter.Type) ? new EndpointRoot(EndpointRootKind.App)
                    : method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction ? new EndpointRoot(EndpointRootKind.Parameter, method.OriginalDefinition)
                    : new EndpointRoot(EndpointRootKind.Unknown);
            case ILocalReferenceOperation local when symbols.IsApp(local.Type):
                return new EndpointRoot(EndpointRootKind.App);
            case ILocalReferenceOperation local:
                if (FateOf(local.Local, local, symbols) == EndpointRootKind.Decided)
                {
                    return new EndpointRoot(EndpointRootKind.Decided);
                }
                return LocalUses.Of(local) is { AllKnown: true, Values: [var value] } ? RootOf(value, symbols) : new EndpointRoot(EndpointRootKind.Unknown);
            case IInvocationOperation group when symbols.Decides(group) || !EndpointSymbols.IsFramework(group.TargetMethod):
                return new EndpointRoot(EndpointRootKind.Decided);
            case IInvocationOperation group:
                return RootOf(QuerySource.Receiver(group), symbols);
            case { Type: { } type } when symbols.IsApp(type):
                return new EndpointRoot(EndpointRootKind.App);
            default:
                return new EndpointRoot(EndpointRootKind.Unknown);
        }
    }
}

/// <summary>Where the decision on endpoints can come from.</summary>
/// <param name="Kind">Who decides.</param>
/// <param name="Method">The method whose callers decide, if that is it.</param>
internal sealed record EndpointRoot(EndpointRootKind Kind, IMethodSymbol? Method = null);

/// <summary>Who decides who may call endpoints.</summary>
internal enum EndpointRootKind
{
    /// <summary>Somebody has.</summary>
    Decided,

    /// <summary>Out of sight.</summary>
    Unknown,

    /// <summary>Nobody: they are the app's own.</summary>
    App,

    /// <summary>Whoever calls the method that adds them.</summary>
    Parameter,
}
