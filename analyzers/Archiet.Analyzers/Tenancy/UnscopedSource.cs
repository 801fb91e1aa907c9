using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>Whether an expression still is a query past the tenant filter, or a connection under a context: something that reads when somebody uses it.</summary>
internal static class UnscopedSource
{
    /// <summary>Whether a value is one, or a delegate that gives one whenever it is called.</summary>
    public static bool Is(IOperation value) => value.WithoutConversions() switch
    {
        IAnonymousFunctionOperation lambda => lambda.Body.Descendants().Any(it => it is IReturnOperation { ReturnedValue: { } given } && Is(given)),
        IConditionalOperation { WhenFalse: { } otherwise } choice => Is(choice.WhenTrue) || Is(otherwise),
        ICoalesceOperation choice => Is(choice.Value) || Is(choice.WhenNull),
        var other => IsDeferred(other.Type) && Follow(other),
    };

    /// <summary>Whether some call of a chain opened the source.</summary>
    private static bool Follow(IOperation? value)
    {
        for (var at = value; at is not null; at = Before(at))
        {
            switch (at)
            {
                case IInvocationOperation call when Opens(call):
                    return true;
                case IObjectCreationOperation { Type: { } made }:
                    return IsConnection(made);
                case ILocalReferenceOperation local:
                    return LocalUses.Of(local).Values.Any(given => !Mentions(given, local.Local) && Is(given));
            }
        }
        return false;
    }

    private static IOperation? Before(IOperation value) => value switch
    {
        IConversionOperation conversion => conversion.Operand,
        IAwaitOperation awaited => awaited.Operation,
        ITranslatedQueryOperation query => query.Operation,
        IInvocationOperation call => QuerySource.Receiver(call),
        IConditionalAccessOperation access => access.WhenNotNull,
        IMemberReferenceOperation member => member.Instance,
        _ => null,
    };

    /// <summary>A query, or rows one at a time; lists and values were read already.</summary>
    private static bool IsDeferred(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { Name: "IQueryable" or "IOrderedQueryable" or "IEnumerable" or "IAsyncEnumerable" or "DbSet" or "IIncludableQueryable" or "EntityQueryable" } => true,
        INamedTypeSymbol named => IsConnection(named),
        _ => false,
    };

    private static bool IsConnection(ITypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.Name is "DbConnection" or "DbCommand" or "DbBatch" or "DbDataReader" && at.ContainingNamespace?.ToDisplayString() == "System.Data.Common")
            {
                return true;
            }
        }
        return false;
    }

    private static bool Opens(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "IgnoreQueryFilters" } method => method.IsOfEntityFramework() && (method.Parameters.Length == 1 || new FilterKeys(anySpelling: false).EffectOf(call.Arguments[1].Value) != FilterEffect.Kept),
        { Name: "GetDbConnection" or "SqlQuery" or "SqlQueryRaw" } method => method.IsOfEntityFramework(),
        { Name: "FromSql" or "FromSqlRaw" or "FromSqlInterpolated" } method => method.IsOfEntityFramework(),
        { Name: "Set", TypeArguments: [INamedTypeSymbol { Name: "Dictionary" }] } method => method.IsOfEntityFramework(),
        _ => false,
    };

    private static bool Mentions(IOperation value, ILocalSymbol local) =>
        value.DescendantsAndSelf().Any(it => it is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local));
}
