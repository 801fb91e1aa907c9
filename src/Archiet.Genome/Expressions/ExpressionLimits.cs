namespace Archiet.Genome.Expressions;

/// <summary>What an expression may cost to read. Far above what people write, far below what hurts a compiler.</summary>
internal static class ExpressionLimits
{
    /// <summary>Characters (UTF-16 units).</summary>
    public const int Length = 4_000;

    /// <summary>Parentheses, operators and calls within one another.</summary>
    public const int Depth = 48;
}
