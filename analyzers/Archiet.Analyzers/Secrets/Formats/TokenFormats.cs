namespace Archiet.Analyzers.Secrets;

/// <summary>
/// The providers whose tokens are known by sight. To add one: a row in <see cref="CodeHostFormats"/>, <see cref="CloudFormats"/> or <see cref="ServiceFormats"/>, a
/// row of the same kind in the tests' table (from which its positives and negatives are made), and a row on the rule's page.
/// </summary>
internal static class TokenFormats
{
    /// <summary>No known token is shorter.</summary>
    public const int MinimumLength = 18;

    private const int Ascii = 128;

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<TokenFormat> All = [.. CodeHostFormats.All, .. CloudFormats.All, .. ServiceFormats.All];

    private static readonly Candidate[] Unmarked = [.. Candidates().Where(candidate => candidate.Shape.Mark.Length == 0)];

    /// <summary>The shapes by the first two characters of their marks; what starts with none of these pairs, and that is nearly all there is, costs one look.</summary>
    private static readonly Candidate[]?[] ByPair = Index();

    /// <summary>The first token in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to start.</param>
    /// <param name="evenMadeUp">Whether the shape is enough where it has a mark: for one who hides tokens rather than blames them.</param>
    public static Secret? FindIn(string text, int from = 0, bool evenMadeUp = false)
    {
        for (var end = from; NextRun(text, end) is var (start, stop); end = stop)
        {
            if (FindBetween(text, start, stop, evenMadeUp) is { } found)
            {
                return found;
            }
        }
        return null;
    }

    /// <summary>Whether a text has a run of characters that is long enough to hold a token; in sentences there is none.</summary>
    public static bool MayHold(string text) => NextRun(text, 0) is not null;

    /// <summary>
    /// The next run of solid characters that is long enough. Looks at every eighteenth character, and reads backwards from one that is solid: most texts are blanks
    /// and short words, of which it reads a part.
    /// </summary>
    private static (int Start, int Stop)? NextRun(string text, int from)
    {
        for (var probe = from + MinimumLength - 1; probe < text.Length;)
        {
            var start = probe;
            while (start >= from && CharClass.IsSolid(text[start]))
            {
                start--;
            }
            if (probe - start < MinimumLength && start >= from)
            {
                probe = start + MinimumLength;
                from = start + 1;
                continue;
            }
            var stop = probe + 1;
            while (stop < text.Length && CharClass.IsSolid(text[stop]))
            {
                stop++;
            }
            return (start + 1, stop);
        }
        return null;
    }

    private static Secret? FindBetween(string text, int start, int stop, bool evenMadeUp)
    {
        var word = start;
        for (var at = start; at < stop; at++)
        {
            var letter = text[at];
            if (at + 1 < stop && text[at + 1] < Ascii && ByPair[(letter * Ascii) + text[at + 1]] is { } candidates && FindAround(text, at, candidates, at == word, evenMadeUp) is { } found)
            {
                return found;
            }
            if (!CharClass.IsAlphanumeric(letter))
            {
                word = at + 1;
            }
            else if (at == word && FindAround(text, at, Unmarked, true, evenMadeUp: false) is { } unmarked)
            {
                return unmarked;
            }
        }
        return null;
    }

    private static Secret? FindAround(string text, int at, Candidate[] candidates, bool startsWord, bool evenMadeUp)
    {
        foreach (var (format, shape) in candidates)
        {
            if ((startsWord || !shape.StartsWithMark)
                && string.CompareOrdinal(text, at, shape.Mark, 0, shape.Mark.Length) == 0
                && shape.MatchAround(text, at) is { } match
                && (evenMadeUp || format.IsReal(text, match)))
            {
                return new Secret(match.Secret, match.End - match.Secret, format.Kind);
            }
        }
        return null;
    }

    private static IEnumerable<Candidate> Candidates() => All.SelectMany(format => format.Shapes.Select(shape => new Candidate(format, shape)));

    private static Candidate[]?[] Index()
    {
        var index = new Candidate[]?[Ascii * Ascii];
        foreach (var group in Candidates().Where(candidate => candidate.Shape.Mark.Length > 0).GroupBy(candidate => (candidate.Shape.Mark[0] * Ascii) + candidate.Shape.Mark[1]))
        {
            index[group.Key] = [.. group];
        }
        return index;
    }

    private readonly record struct Candidate(TokenFormat Format, TokenShape Shape);
}
