using System.Globalization;

namespace Archiet.Genome.Meaning;

/// <summary>
/// Values that something may have: a range of numbers (days and ticks stand for dates and times), or some of the members of an enum, or both kinds of limit at
/// once. It may hold more than is possible, never less.
/// </summary>
internal sealed class ValueSet
{
    private readonly decimal? low;
    private readonly bool isLowOpen;
    private readonly decimal? high;
    private readonly bool isHighOpen;
    private readonly HashSet<string>? only;
    private readonly HashSet<string> never;

    private ValueSet(decimal? low, bool isLowOpen, decimal? high, bool isHighOpen, HashSet<string>? only, HashSet<string> never)
    {
        (this.low, this.isLowOpen, this.high, this.isHighOpen, this.only, this.never) = (low, isLowOpen, high, isHighOpen, only, never);
    }

    /// <summary>Everything.</summary>
    public static ValueSet All { get; } = new(null, false, null, false, null, NewSet([]));

    /// <summary>Nothing.</summary>
    public static ValueSet None { get; } = Only([]);

    /// <summary>Whether no value is left.</summary>
    public bool IsEmpty => only is not null
        ? only.All(value => never.Contains(value) || !IsInRange(value))
        : low is { } least && high is { } most && (least > most || (least == most && (isLowOpen || isHighOpen || never.Contains(Text(least)))));

    /// <summary>Numbers from a least one.</summary>
    public static ValueSet From(decimal? least, bool isOpen) => new(least, isOpen, null, false, null, NewSet([]));

    /// <summary>Numbers to a greatest one.</summary>
    public static ValueSet To(decimal? greatest, bool isOpen) => new(null, false, greatest, isOpen, null, NewSet([]));

    /// <summary>Some values by their text.</summary>
    public static ValueSet Only(IEnumerable<string> values) => new(null, false, null, false, NewSet(values), NewSet([]));

    /// <summary>All values but one.</summary>
    public static ValueSet Except(string value) => new(null, false, null, false, null, NewSet([value]));

    /// <summary>The text of a number, by which it is a value.</summary>
    public static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>What is in both.</summary>
    public ValueSet With(ValueSet other)
    {
        var (least, isLeastOpen) = Narrower((low, isLowOpen), (other.low, other.isLowOpen), 1);
        var (most, isMostOpen) = Narrower((high, isHighOpen), (other.high, other.isHighOpen), -1);
        var both = only is null ? other.only : other.only is null ? only : NewSet(only.Where(other.only.Contains));
        return new(least, isLeastOpen, most, isMostOpen, both, NewSet(never.Concat(other.never)));
    }

    private static (decimal? Limit, bool IsOpen) Narrower((decimal? Limit, bool IsOpen) left, (decimal? Limit, bool IsOpen) right, int direction)
    {
        if (left.Limit is not { } first || right.Limit is not { } second)
        {
            return left.Limit is null ? right : left;
        }
        return first == second ? (first, left.IsOpen || right.IsOpen) : first.CompareTo(second) == direction ? left : right;
    }

    private bool IsInRange(string value)
    {
        if (low is null && high is null)
        {
            return true;
        }
        var number = decimal.Parse(value, CultureInfo.InvariantCulture);
        return (low is null || (isLowOpen ? number > low : number >= low)) && (high is null || (isHighOpen ? number < high : number <= high));
    }

    private static HashSet<string> NewSet(IEnumerable<string> values) => new(values, StringComparer.Ordinal);
}
