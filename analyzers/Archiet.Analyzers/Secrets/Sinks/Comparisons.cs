using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

namespace Archiet.Analyzers.Secrets;

/// <summary>Methods that compare: what one side is called says what the other is.</summary>
internal static class Comparisons
{
    /// <summary>What an argument is compared with by the call that it is handed to, or null.</summary>
    public static IOperation? OtherSide(IArgumentOperation argument)
    {
        if (argument.Parent is not IInvocationOperation { TargetMethod.Name: "Equals" or "FixedTimeEquals" or "SequenceEqual" or "Compare" or "CompareOrdinal" or "CompareTo" } call)
        {
            return null;
        }
        var other = call.Instance;
        foreach (var candidate in call.Arguments)
        {
            if (candidate != argument && candidate.Value.Type?.TypeKind != TypeKind.Enum)
            {
                other ??= candidate.Value;
            }
        }
        return other is null ? null : Named(other);
    }

    /// <summary>Bytes are compared by what they were made of.</summary>
    private static IOperation Named(IOperation side)
    {
        side = Sinks.Unwrap(side);
        while (side is IInvocationOperation { TargetMethod.Name: "GetBytes" or "AsSpan" or "ToArray" or "AsMemory" } call)
        {
            side = Sinks.Unwrap(call.Instance is null || call.TargetMethod.Name == "GetBytes" ? call.Arguments[0].Value : call.Instance);
        }
        return side;
    }
}
