using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>What else the statement reads that a query is part of: Entity Framework makes one statement of it all, sub-queries and joins included.</summary>
internal static class StatementReads
{
    /// <summary>Whether a set of an owned entity stands in the statement.</summary>
    public static bool Owned(IOperation query, TenancySymbols symbols)
    {
        foreach (var operation in Statement(query).DescendantsAndSelf())
        {
            if (symbols.IsOwned(symbols.EntityOfSet(operation.Type)))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The whole expression: up through the lambdas that become part of the query, to the body of the code that runs it.</summary>
    private static IOperation Statement(IOperation query)
    {
        var top = query;
        for (var at = query.Parent; at is not null; at = at.Parent)
        {
            if (at is IExpressionStatementOperation or IVariableDeclaratorOperation or ILocalFunctionOperation or IDelegateCreationOperation
                || (at is IBlockOperation && at.Parent is not IAnonymousFunctionOperation))
            {
                break;
            }
            top = at;
        }
        return top;
    }
}
