using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Archiet.Analyzers.Secrets;

/// <summary>Arrays of bytes or characters that are all constants.</summary>
internal static class ConstantArray
{
    private const int Shortest = 8;
    private const int Longest = 16_384;

    /// <summary>The elements as one text; null when there are few, or one is not a constant.</summary>
    public static string? Spell(ImmutableArray<IOperation> elements)
    {
        if (elements.Length is < Shortest or > Longest)
        {
            return null;
        }
        var text = new StringBuilder(elements.Length);
        foreach (var element in elements)
        {
            if (Letter(element) is not { } letter)
            {
                return null;
            }
            text.Append(letter);
        }
        return text.ToString();
    }

    private static char? Letter(IOperation element) => element.ConstantValue is { HasValue: true, Value: var value }
        ? value switch
        {
            char letter => letter,
            byte number => (char)number,
            int number and >= 0 and <= byte.MaxValue => (char)number,
            _ => null,
        }
        : null;
}
