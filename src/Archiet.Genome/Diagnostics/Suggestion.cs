namespace Archiet.Genome.Diagnostics;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Suggestion
{
    private const int LongestCompared = 128;

    /// <summary>A sentence's end: <c>; did you mean 'Clinician'?</c>, or a full stop where nothing is near.</summary>
    public static string For(string written, IEnumerable<string> known)
    {
        var nearest = Nearest(written, known);
        return nearest is null ? "." : $"; did you mean '{nearest}'?";
    }

    /// <summary>The nearest of the names known, the first in ordinal order of several, or null where none is near.</summary>
    public static string? Nearest(string written, IEnumerable<string> known)
    {
        if (written.Length is 0 or > LongestCompared)
        {
            return null;
        }
        string? nearest = null;
        var least = Math.Max(1, written.Length / 3) + 1;
        var rows = new int[3][];
        foreach (var name in known)
        {
            if (name.Length > LongestCompared || Math.Abs(name.Length - written.Length) > least)
            {
                continue;
            }
            var distance = Distance(written, name, least, rows);
            if (distance < least || (distance == least && nearest is not null && string.CompareOrdinal(name, nearest) < 0))
            {
                (nearest, least) = (name, distance);
            }
        }
        return nearest;
    }

    /// <summary>
    /// Damerau-Levenshtein distance (insertions, deletions, substitutions, neighbours swapped), letters compared without case. It gives up beyond a limit, as most
    /// names are at once; the rows are kept from name to name.
    /// </summary>
    private static int Distance(string left, string right, int limit, int[][] rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = rows[i]?.Length > right.Length ? rows[i] : new int[right.Length + 8];
        }
        var (beforeLast, last, current) = (rows[0], rows[1], rows[2]);
        for (var j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var best = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                var distance = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    distance = Math.Min(distance, beforeLast[j - 2] + 1);
                }
                current[j] = distance;
                best = Math.Min(best, distance);
            }
            if (best > limit + 1)
            {
                return best;
            }
            (beforeLast, last, current) = (last, current, beforeLast);
        }
        return last[right.Length];
    }

    /// <summary>Whether two characters are equal but for the case of an ASCII letter: names have no others.</summary>
    private static bool Same(char left, char right) => left == right || ((left ^ right) == 0x20 && (left | 0x20) is >= 'a' and <= 'z');
}
