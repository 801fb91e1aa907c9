namespace Archiet.DraftScore.Scoring;

/// <summary>What was found, what was left out, and what was made up. Omission and invention are kept apart: the three add up, and so do those of several documents.</summary>
/// <param name="Hits">In both.</param>
/// <param name="Missed">In the reference only.</param>
/// <param name="Invented">In the draft only.</param>
internal sealed record Counts(int Hits, int Missed, int Invented)
{
    /// <summary>Nothing.</summary>
    public static Counts None { get; } = new(0, 0, 0);

    /// <summary>What of the draft is right; no number where it says nothing.</summary>
    public double Precision => (double)Hits / (Hits + Invented);

    /// <summary>What of the reference was found; no number where there is nothing to find.</summary>
    public double Recall => (double)Hits / (Hits + Missed);

    /// <summary>Precision and recall alike.</summary>
    public double F1 => F(1);

    /// <summary>Recall counts four times as much: to take something out of a draft is less work than to find what is not in it.</summary>
    public double F2 => F(2);

    /// <summary>The sum of two.</summary>
    public static Counts operator +(Counts left, Counts right) => new(left.Hits + right.Hits, left.Missed + right.Missed, left.Invented + right.Invented);

    private double F(int beta) => (1 + (beta * beta)) * Hits / (double)(((1 + (beta * beta)) * Hits) + (beta * beta * Missed) + Invented);
}

/// <summary>How many of something are so.</summary>
/// <param name="Right">Those that are.</param>
/// <param name="All">All.</param>
internal sealed record Share(int Right, int All)
{
    /// <summary>None of none.</summary>
    public static Share None { get; } = new(0, 0);

    /// <summary>From nought to one; no number where there are none.</summary>
    public double Value => (double)Right / All;

    /// <summary>The sum of two.</summary>
    public static Share operator +(Share left, Share right) => new(left.Right + right.Right, left.All + right.All);
}

/// <summary>The score of one category.</summary>
/// <param name="Counts">The figures.</param>
/// <param name="Near">Names that are nearly those of the reference; they count as missed and invented.</param>
internal sealed record CategoryScore(Counts Counts, int Near = 0)
{
    /// <summary>What the reference has and the draft has not, for people.</summary>
    public IReadOnlyList<string> Missed { get; init; } = [];

    /// <summary>What the draft has and the reference has not, for people.</summary>
    public IReadOnlyList<string> Invented { get; init; } = [];
}
