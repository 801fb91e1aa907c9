using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Archiet;

/// <summary>
/// What expressions of a genome reckon in emitted code where C# and PostgreSQL differ: characters are code points, a division by zero has no value, and a moment
/// that would leave the calendar stands at its edge instead of throwing.
/// </summary>
public static class Reckon
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    /// <summary>The time of the transaction, in a query only: the database's clock says it, and no other.</summary>
    public static DateTimeOffset Now() => throw InQueryOnly();

    /// <summary>The date of <see cref="Now"/> in UTC, in a query only.</summary>
    public static DateOnly Today() => throw InQueryOnly();

    /// <summary>The code points of a text.</summary>
    public static int Size(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var count = text.Length;
        foreach (var unit in text)
        {
            count -= char.IsLowSurrogate(unit) ? 1 : 0;
        }
        return count;
    }

    /// <summary>The code points of a text, null where there is none.</summary>
    public static int? SizeOrNull(string? text) => text is null ? null : Size(text);

    /// <summary>Whether a pattern of the portable subset is found in a text.</summary>
    public static bool Matches(string text, string pattern) =>
        Patterns.GetOrAdd(pattern, static made => new(Translate(made), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline)).IsMatch(text);

    /// <summary>A number as it is: in a query, with all its digits.</summary>
    public static decimal Exact(decimal number) => number;

    /// <inheritdoc cref="Exact(decimal)"/>
    public static decimal? Exact(decimal? number) => number;

    /// <summary>The quotient of whole numbers, toward zero.</summary>
    public static decimal? Divide(decimal? dividend, decimal? divisor) => divisor is null or 0 ? null : (dividend - (dividend % divisor)) / divisor;

    /// <summary>What a division of whole numbers leaves, with the sign of the dividend.</summary>
    public static decimal? Remainder(decimal? dividend, decimal? divisor) => divisor is null or 0 ? null : dividend % divisor;

    /// <summary>A moment later by a length of time.</summary>
    public static DateTimeOffset Add(DateTimeOffset moment, TimeSpan length) => Shift(moment, length.Ticks);

    /// <inheritdoc cref="Add(DateTimeOffset, TimeSpan)"/>
    public static DateTimeOffset? Add(DateTimeOffset? moment, TimeSpan? length) => moment is { } from && length is { } by ? Add(from, by) : null;

    /// <summary>A moment earlier by a length of time.</summary>
    public static DateTimeOffset Subtract(DateTimeOffset moment, TimeSpan length) => Shift(moment, -(decimal)length.Ticks);

    /// <inheritdoc cref="Subtract(DateTimeOffset, TimeSpan)"/>
    public static DateTimeOffset? Subtract(DateTimeOffset? moment, TimeSpan? length) => moment is { } from && length is { } by ? Subtract(from, by) : null;

    /// <summary>The length of time between two moments.</summary>
    public static TimeSpan Subtract(DateTimeOffset later, DateTimeOffset earlier) => later - earlier;

    /// <inheritdoc cref="Subtract(DateTimeOffset, DateTimeOffset)"/>
    public static TimeSpan? Subtract(DateTimeOffset? later, DateTimeOffset? earlier) => later - earlier;

    /// <summary>The sum of two lengths of time.</summary>
    public static TimeSpan Add(TimeSpan left, TimeSpan right)
    {
        var sum = (decimal)left.Ticks + right.Ticks;
        return new((long)Math.Clamp(sum, long.MinValue, long.MaxValue));
    }

    /// <inheritdoc cref="Add(TimeSpan, TimeSpan)"/>
    public static TimeSpan? Add(TimeSpan? left, TimeSpan? right) => left is { } first && right is { } second ? Add(first, second) : null;

    /// <summary>The difference of two lengths of time.</summary>
    public static TimeSpan Subtract(TimeSpan left, TimeSpan right)
    {
        var difference = (decimal)left.Ticks - right.Ticks;
        return new((long)Math.Clamp(difference, long.MinValue, long.MaxValue));
    }

    /// <inheritdoc cref="Subtract(TimeSpan, TimeSpan)"/>
    public static TimeSpan? Subtract(TimeSpan? left, TimeSpan? right) => left is { } first && right is { } second ? Subtract(first, second) : null;

    /// <summary>A date later by days.</summary>
    public static DateOnly Add(DateOnly date, int days) =>
        DateOnly.FromDayNumber((int)Math.Clamp((long)date.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    /// <inheritdoc cref="Add(DateOnly, int)"/>
    public static DateOnly? Add(DateOnly? date, int days) => date is { } from ? Add(from, days) : null;

    /// <summary>A date earlier by days.</summary>
    public static DateOnly Subtract(DateOnly date, int days) => Add(date, -days);

    /// <inheritdoc cref="Subtract(DateOnly, int)"/>
    public static DateOnly? Subtract(DateOnly? date, int days) => date is { } from ? Subtract(from, days) : null;

    /// <summary>The days between two dates, as a length of time.</summary>
    public static TimeSpan Subtract(DateOnly later, DateOnly earlier) => TimeSpan.FromDays(later.DayNumber - earlier.DayNumber);

    /// <inheritdoc cref="Subtract(DateOnly, DateOnly)"/>
    public static TimeSpan? Subtract(DateOnly? later, DateOnly? earlier) => later is { } to && earlier is { } from ? Subtract(to, from) : null;

    private static DateTimeOffset Shift(DateTimeOffset moment, decimal ticks) =>
        new((long)Math.Clamp(moment.UtcTicks + ticks, DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);

    /// <summary>
    /// The same pattern for .NET, which takes a text by UTF-16 units, so that a point and a negated class take a code point as in PostgreSQL, and whose <c>$</c>
    /// would take a line feed at the end.
    /// </summary>
    private static string Translate(string pattern)
    {
        const string Astral = "[\\ud800-\\udbff][\\udc00-\\udfff]";
        var result = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    result.Append(pattern, i++, 2);
                    break;
                case '^' when i == 0:
                    result.Append("\\A");
                    break;
                case '$' when i == pattern.Length - 1:
                    result.Append("\\z");
                    break;
                case '.':
                    result.Append("(?:").Append(Astral).Append("|[^\\ud800-\\udfff])");
                    break;
                case '[':
                    var end = EndOfClass(pattern, i);
                    var isNegated = pattern[i + 1] == '^';
                    var members = pattern[(isNegated ? i + 2 : i + 1)..end];
                    result.Append(isNegated ? $"(?:{Astral}|[^{members}\\ud800-\\udfff])" : $"[{members}]");
                    i = end;
                    break;
                default:
                    result.Append(pattern[i]);
                    break;
            }
        }
        return result.ToString();
    }

    private static int EndOfClass(string pattern, int start)
    {
        var end = start + 1;
        while (pattern[end] != ']')
        {
            end += pattern[end] == '\\' ? 2 : 1;
        }
        return end;
    }

    private static InvalidOperationException InQueryOnly() => new("The time of a condition is the database's: the condition stands in a query that Entity Framework translates, and is not run by itself.");
}
