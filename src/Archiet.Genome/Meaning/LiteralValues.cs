using System.Globalization;
using Archiet.Genome.Binding;
using Archiet.Genome.Expressions;

namespace Archiet.Genome.Meaning;

/// <summary>Literals as values of sets: those of ordered kinds as numbers, all others as their texts.</summary>
internal static class LiteralValues
{
    /// <summary>The values that stand in a relation to a literal.</summary>
    public static ValueSet That(ComparisonOperator mark, Literal literal, ExpressionType type)
    {
        if (!type.IsOrdered || NumberOf(literal.Type.Kind, literal.Text) is not { } number)
        {
            return mark == ComparisonOperator.Equal ? ValueSet.Only([literal.Text]) : ValueSet.Except(literal.Text);
        }
        var isDiscrete = type.IsWhole || type.Kind == ValueKind.Date;
        return mark switch
        {
            ComparisonOperator.Equal => isDiscrete && number != decimal.Truncate(number) ? ValueSet.None : ValueSet.From(number, false).With(ValueSet.To(number, false)),
            ComparisonOperator.NotEqual => ValueSet.Except(ValueSet.Text(number)),
            ComparisonOperator.Less => isDiscrete ? ValueSet.To(decimal.Ceiling(number) - 1, false) : ValueSet.To(number, true),
            ComparisonOperator.LessOrEqual => ValueSet.To(isDiscrete ? decimal.Floor(number) : number, false),
            ComparisonOperator.Greater => isDiscrete ? ValueSet.From(decimal.Floor(number) + 1, false) : ValueSet.From(number, true),
            _ => ValueSet.From(isDiscrete ? decimal.Ceiling(number) : number, false),
        };
    }

    /// <summary>Whether a relation between two literals holds.</summary>
    public static bool Holds(ComparisonOperator mark, Literal left, Literal right)
    {
        var order = left.Type.IsOrdered
            ? Nullable.Compare(NumberOf(left.Type.Kind, left.Text), NumberOf(right.Type.Kind, right.Text))
            : string.CompareOrdinal(left.Text, right.Text);
        return mark switch
        {
            ComparisonOperator.Equal => order == 0,
            ComparisonOperator.NotEqual => order != 0,
            ComparisonOperator.Less => order < 0,
            ComparisonOperator.LessOrEqual => order <= 0,
            ComparisonOperator.Greater => order > 0,
            _ => order >= 0,
        };
    }

    /// <summary>The number that a canonical text of an ordered kind stands for: days of dates, ticks of times and durations.</summary>
    public static decimal? NumberOf(ValueKind kind, string text) => kind switch
    {
        ValueKind.Number => decimal.Parse(text, CultureInfo.InvariantCulture),
        ValueKind.Date => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).Ticks / TimeSpan.TicksPerDay,
        ValueKind.Time => TimeSpan.ParseExact(text, "hh\\:mm\\:ss", CultureInfo.InvariantCulture).Ticks,
        ValueKind.Timestamp => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcTicks,
        ValueKind.Duration => DurationText.TryParse(text, out var duration) ? duration.Ticks : null,
        _ => null,
    };
}
