using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>Follows a query, a set or a database facade back to the context that it comes from.</summary>
/// <param name="symbols">What contexts are.</param>
/// <param name="handovers">Where queries are handed on in the compilation; null while it is still being visited.</param>
internal sealed class QuerySource(TenancySymbols symbols, Handovers? handovers)
{
    private readonly HashSet<ISymbol> followed = new(SymbolEqualityComparer.Default);
    private bool isHandedOn;
    private bool marked;

    /// <summary>Whose rows an expression reads. Only what is proven to come from another context is <see cref="ContextKind.Other"/>.</summary>
    public static ContextKind Of(IOperation? expression, TenancySymbols symbols) => new QuerySource(symbols, null).Follow(expression);

    /// <summary>As <see cref="Of"/>, with more to say.</summary>
    public static QueryTrace Trace(IOperation? expression, TenancySymbols symbols, Handovers? handovers = null)
    {
        var source = new QuerySource(symbols, handovers);
        return new QueryTrace(source.Follow(expression), source.marked, source.isHandedOn);
    }

    /// <summary>What a compilation hands on that a trail can go by.</summary>
    public static bool IsOfInterest(ITypeSymbol type, TenancySymbols symbols) =>
        type is INamedTypeSymbol { Name: "IQueryable" or "IOrderedQueryable" or "DbSet" or "DatabaseFacade" } || symbols.KindOf(type) is not null;

    private ContextKind Follow(IOperation? expression)
    {
        var readsOwned = true;
        while (expression is not null)
        {
            if (symbols.EntityOfSet(expression.Type) is INamedTypeSymbol entity)
            {
                readsOwned = symbols.IsOwned(entity);
                if (readsOwned)
                {
                    marked |= !symbols.IsEmitted(entity);
                    return ContextKind.Tenant;
                }
            }
            if (symbols.KindOf(expression.Type) is { } kind and not ContextKind.Unknown)
            {
                var ours = symbols.IsOurs(expression.Type);
                marked |= kind == ContextKind.Tenant && !ours;

                // A context of others has entities that are nobody's beside those that are a tenant's; Archiet's has none.
                return readsOwned || ours ? kind : ContextKind.Other;
            }
            switch (expression)
            {
                case IConditionalOperation { WhenFalse: { } otherwise } choice:
                    return Merge(Follow(choice.WhenTrue), Follow(otherwise));
                case ICoalesceOperation choice:
                    return Merge(Follow(choice.Value), Follow(choice.WhenNull));
                case ILocalReferenceOperation local:
                    return FollowLocal(local);
                case IParameterReferenceOperation parameter when QueryAround(parameter) is null:
                    return FollowHanded(parameter.Parameter, handovers?.IsAllOf(parameter.Parameter) ?? false);
                case IFieldReferenceOperation { Field: { DeclaredAccessibility: Accessibility.Private } field }:
                    return FollowHanded(field, isAll: true);
                case IInvocationOperation { TargetMethod: { IsVirtual: false, IsOverride: false, IsAbstract: false } method } call when IsSource(call):
                    return FollowHanded(method, isAll: true);
            }
            expression = Before(expression);
        }
        return symbols.Untold;
    }

    /// <summary>The expression that an expression is built upon, or null where the trail ends.</summary>
    private static IOperation? Before(IOperation expression) => expression switch
    {
        IConversionOperation conversion => conversion.Operand,
        IAwaitOperation awaited => awaited.Operation,
        ITranslatedQueryOperation query => query.Operation,
        IInvocationOperation call => Receiver(call),
        IMemberReferenceOperation member => member.Instance,
        IConditionalAccessOperation access => access.WhenNotNull,
        IConditionalAccessInstanceOperation instance => AccessedBy(instance),
        IParameterReferenceOperation parameter => QueryAround(parameter),
        _ => null,
    };

    /// <summary>What a method is called on; of an extension method, its first argument.</summary>
    public static IOperation? Receiver(IInvocationOperation call) => call.Instance
        ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value : null);

    /// <summary>A method of the project's own that is not given a query: what it gives back comes from what it returns.</summary>
    private static bool IsSource(IInvocationOperation call) =>
        !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && (Receiver(call) is null or IInstanceReferenceOperation || call.TargetMethod.MethodKind == MethodKind.LocalFunction);

    /// <summary>What is handed on comes from wherever it is handed from, once all of that is known.</summary>
    private ContextKind FollowHanded(ISymbol symbol, bool isAll)
    {
        isHandedOn = true;
        if (handovers is null || !isAll)
        {
            return symbols.Untold;
        }
        if (!followed.Add(symbol.OriginalDefinition))
        {
            return ContextKind.Other;
        }
        var values = handovers.ValuesOf(symbol).ToList();
        return values.Count == 0 ? symbols.Untold : values.Aggregate(ContextKind.Other, (kind, value) => Merge(kind, Follow(value)));
    }

    /// <summary>A variable comes from wherever any of its values comes from; a value built on the variable itself adds nothing.</summary>
    private ContextKind FollowLocal(ILocalReferenceOperation local)
    {
        if (!followed.Add(local.Local))
        {
            return ContextKind.Other;
        }
        var uses = LocalUses.Of(local);
        return uses.Values.Aggregate(uses.AllKnown ? ContextKind.Other : symbols.Untold, (kind, value) => Merge(kind, Follow(value)));
    }

    /// <summary>The operand of the <c>?.</c> in whose right side an expression stands.</summary>
    private static IOperation? AccessedBy(IOperation instance)
    {
        var child = instance;
        for (var parent = instance.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
            {
                return access.Operation;
            }
        }
        return null;
    }

    /// <summary>The query whose rows a lambda's parameter stands for: inside <c>db.Posts.Where(post => …)</c>, <c>post</c> comes from <c>db</c>.</summary>
    private static IOperation? QueryAround(IParameterReferenceOperation parameter)
    {
        for (var at = parameter.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, parameter.Parameter.ContainingSymbol))
            {
                while (at is not null and not IArgumentOperation)
                {
                    at = at.Parent;
                }
                return at?.Parent is IInvocationOperation call && Receiver(call) is { } source && source != (at as IArgumentOperation)!.Value ? source : null;
            }
        }
        return null;
    }

    private static ContextKind Merge(ContextKind one, ContextKind other) => one > other ? one : other;
}

/// <summary>Where a query comes from.</summary>
/// <param name="Kind">Whose rows it reads.</param>
/// <param name="Marked">Whether the context is one of others whose entities are marked, so that its filters have names of their own.</param>
/// <param name="IsHandedOn">Whether the trail leads out of the member, so that the whole compilation may know more.</param>
internal readonly record struct QueryTrace(ContextKind Kind, bool Marked, bool IsHandedOn);
