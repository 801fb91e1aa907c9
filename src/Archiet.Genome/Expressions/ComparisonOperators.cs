namespace Archiet.Genome.Expressions;

/// <summary>What the comparisons are to each other.</summary>
public static class ComparisonOperators
{
    /// <summary>The comparison that is true of two values where this one is false.</summary>
    public static ComparisonOperator Opposite(this ComparisonOperator mark) => mark switch
    {
        ComparisonOperator.Equal => ComparisonOperator.NotEqual,
        ComparisonOperator.NotEqual => ComparisonOperator.Equal,
        ComparisonOperator.Less => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.LessOrEqual => ComparisonOperator.Greater,
        ComparisonOperator.Greater => ComparisonOperator.LessOrEqual,
        _ => ComparisonOperator.Less,
    };
}
