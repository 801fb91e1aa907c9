using System.Globalization;
using System.Text;

namespace Archiet.Genome.Binding;

/// <summary>Durations of days, hours, minutes and whole seconds in ISO 8601, as in <c>P1DT2H30M</c>. Months and years have no fixed length and are not read.</summary>
internal static class DurationText
{
    private const string Designators = "DHMS";
    private static readonly long[] Seconds = [86_400, 3_600, 60, 1];

    /// <summary>Reads a duration.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var isNegative = text.StartsWith("-", StringComparison.Ordinal);
        var i = isNegative ? 1 : 0;
        if (i >= text.Length || text[i++] != 'P' || text.Length > 40)
        {
            return false;
        }
        var next = 0;
        var parts = 0;
        var total = 0m;
        while (i < text.Length)
        {
            if (text[i] == 'T' && next <= 1)
            {
                (next, parts, i) = (1, 0, i + 1);
                if (i == text.Length)
                {
                    return false;
                }
            }
            var start = i;
            while (i < text.Length && text[i] is >= '0' and <= '9')
            {
                i++;
            }
            var unit = i == text.Length ? -1 : Designators.IndexOf(text[i]);
            var isTime = text.LastIndexOf('T', start) >= 0;
            if (i == start || i - start > 12 || unit < next || unit == 0 == isTime)
            {
                return false;
            }
            total += decimal.Parse(text.Substring(start, i - start), NumberStyles.None, CultureInfo.InvariantCulture) * Seconds[unit];
            (next, parts, i) = (unit + 1, parts + 1, i + 1);
        }
        if (parts == 0 || total > (decimal)TimeSpan.MaxValue.TotalSeconds / 2)
        {
            return false;
        }
        duration = TimeSpan.FromTicks((long)(isNegative ? -total : total) * TimeSpan.TicksPerSecond);
        return true;
    }

    /// <summary>The canonical text: no part that is nought, but <c>PT0S</c> for none at all.</summary>
    public static string Format(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero)
        {
            return "PT0S";
        }
        var builder = new StringBuilder(duration < TimeSpan.Zero ? "-P" : "P");
        var absolute = duration.Duration();
        Append(builder, (long)absolute.TotalDays, 'D');
        if (absolute.Hours != 0 || absolute.Minutes != 0 || absolute.Seconds != 0)
        {
            builder.Append('T');
            Append(builder, absolute.Hours, 'H');
            Append(builder, absolute.Minutes, 'M');
            Append(builder, absolute.Seconds, 'S');
        }
        return builder.ToString();
    }

    private static void Append(StringBuilder builder, long number, char designator)
    {
        if (number != 0)
        {
            builder.Append(number.ToString(CultureInfo.InvariantCulture)).Append(designator);
        }
    }
}
