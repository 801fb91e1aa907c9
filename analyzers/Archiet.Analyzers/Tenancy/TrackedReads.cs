using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>Whether a query past the filter leaves its rows in the context that read them.</summary>
internal static class TrackedReads
{
    /// <summary>Looks at what the statement makes of the query: counts, projections and bulk writes leave nothing, nor does a query that does not track.</summary>
    public static bool LeavesRows(IInvocationOperation query, TenancySymbols symbols)
    {
        if (IsUntracked(QuerySource.Receiver(query)))
        {
            return false;
        }
        IOperation at = query;
        while (at.Parent is { } parent)
        {
            switch (parent)
            {
                case IConversionOperation or IAwaitOperation or IParenthesizedOperation or ITranslatedQueryOperation or IConditionalAccessOperation:
                    break;
                case IArgumentOperation { Parent: IInvocationOperation call } argument when QuerySource.Receiver(call) == argument.Value:
                    if (LeavesNone(call.TargetMethod, symbols))
                    {
                        return false;
                    }
                    parent = call;
                    break;
                case IInvocationOperation call when call.Instance == at:
                    if (LeavesNone(call.TargetMethod, symbols))
                    {
                        return false;
                    }
                    break;
                case IForEachLoopOperation:
                    return true;
                default:
                    return IsRead(at);
            }
            at = parent;
        }
        return false;
    }

    /// <summary>A query that is only built reads nothing yet.</summary>
    private static bool IsRead(IOperation statement)
    {
        var value = statement is IAwaitOperation awaited ? awaited.Operation : statement;
        return value.WithoutConversions() is not IInvocationOperation { TargetMethod.ReturnType: INamedTypeSymbol { Name: "IQueryable" or "IOrderedQueryable" or "IIncludableQueryable" } }
            || statement.Type is not INamedTypeSymbol { Name: "IQueryable" or "IOrderedQueryable" or "IIncludableQueryable" };
    }

    private static bool IsUntracked(IOperation? source)
    {
        for (var at = source; at is not null; at = at is IInvocationOperation call ? QuerySource.Receiver(call) : at is IConversionOperation conversion ? conversion.Operand : null)
        {
            if (at is IInvocationOperation { TargetMethod.Name: "AsNoTracking" or "AsNoTrackingWithIdentityResolution" })
            {
                return true;
            }
        }
        return false;
    }

    private static bool LeavesNone(IMethodSymbol method, TenancySymbols symbols) => method.Name switch
    {
        "AsNoTracking" or "AsNoTrackingWithIdentityResolution" or "ToQueryString" or "Contains" or "ContainsAsync" => true,
        "Select" or "SelectMany" or "GroupBy" or "Join" => !symbols.IsOwned(method.TypeArguments.LastOrDefault()),
        var name => name.StartsWith("Count", StringComparison.Ordinal) || name.StartsWith("LongCount", StringComparison.Ordinal) || name.StartsWith("Any", StringComparison.Ordinal)
            || name.StartsWith("All", StringComparison.Ordinal) || name.StartsWith("Sum", StringComparison.Ordinal) || name.StartsWith("Average", StringComparison.Ordinal)
            || (name.StartsWith("Max", StringComparison.Ordinal) && method.Parameters.Length > 0) || (name.StartsWith("Min", StringComparison.Ordinal) && method.Parameters.Length > 0)
            || name.StartsWith("ExecuteDelete", StringComparison.Ordinal) || name.StartsWith("ExecuteUpdate", StringComparison.Ordinal),
    };
}
