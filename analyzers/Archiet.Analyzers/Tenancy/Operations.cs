using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>What tenancy rules ask of operations again and again.</summary>
internal static class Operations
{
    /// <summary>The expression under conversions, delegate creations and a parenthesis.</summary>
    public static IOperation WithoutConversions(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IDelegateCreationOperation creation:
                    operation = creation.Target;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>All of the code that an operation stands in: the body of its member, or the initialiser.</summary>
    public static IOperation Whole(this IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }
        return operation;
    }

    /// <summary>Whether a type is, or derives from, another.</summary>
    public static bool DerivesFrom(this ITypeSymbol? type, ISymbol? from)
    {
        for (var at = from is null ? null : type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, from))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether a symbol is declared by Entity Framework Core or one of its providers.</summary>
    public static bool IsOfEntityFramework(this ISymbol symbol) =>
        symbol.ContainingAssembly?.Name is { } assembly && assembly.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal);

    /// <summary>Whether a property keeps a value of its own: the compiler made a field for it.</summary>
    public static bool IsAuto(this IPropertySymbol property) =>
        property.ContainingType.GetMembers().Any(member => member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
}
