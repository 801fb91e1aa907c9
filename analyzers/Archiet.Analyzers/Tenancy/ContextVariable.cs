using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>By which variable code has the context that it works with.</summary>
internal static class ContextVariable
{
    /// <summary>The field, property, parameter or local that a query, a set or an entry starts from; the class itself for its own members; null where it is none of these.</summary>
    public static ISymbol? Of(IOperation? expression, TenancySymbols symbols)
    {
        for (var at = expression; at is not null; at = Before(at))
        {
            if (symbols.KindOf(at.Type) is not null)
            {
                switch (at)
                {
                    case IFieldReferenceOperation field:
                        return field.Field.OriginalDefinition;
                    case IPropertyReferenceOperation property:
                        return property.Property.OriginalDefinition;
                    case IParameterReferenceOperation parameter:
                        return parameter.Parameter.OriginalDefinition;
                    case ILocalReferenceOperation local:
                        return local.Local;
                    case IInstanceReferenceOperation self:
                        return self.Type!.OriginalDefinition;
                }
            }
            if (at is ILocalReferenceOperation query && LocalUses.Of(query) is { Values: [var value] } && value is not ILocalReferenceOperation)
            {
                return Of(value, symbols);
            }
        }
        return null;
    }

    /// <summary>Whether every member of a type shares a variable, so that the order of what they do is not in the code.</summary>
    public static bool IsShared(ISymbol variable) => variable is IFieldSymbol or IPropertySymbol or INamedTypeSymbol
        || variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } };

    private static IOperation? Before(IOperation value) => value switch
    {
        IConversionOperation conversion => conversion.Operand,
        IAwaitOperation awaited => awaited.Operation,
        IParenthesizedOperation parenthesized => parenthesized.Operand,
        ITranslatedQueryOperation query => query.Operation,
        IInvocationOperation call => QuerySource.Receiver(call),
        IMemberReferenceOperation member => member.Instance,
        IConditionalAccessOperation access => access.Operation,
        IConditionalAccessInstanceOperation instance => Accessed(instance),
        _ => null,
    };

    private static IOperation? Accessed(IOperation instance)
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
}
