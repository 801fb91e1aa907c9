using System.Globalization;

namespace Archiet.Benchmarks;

/// <summary>Figures of several rounds, and the lines that they end in.</summary>
internal sealed class Measures
{
    private readonly List<Measure> measures = [];

    /// <summary>Adds a figure to a measure, which is new when no round has had it yet.</summary>
    /// <param name="name">What is measured, its unit at the end: <c>generator.cold.1000.ms</c>.</param>
    /// <param name="value">The figure of this round.</param>
    /// <param name="goal">What the median should reach.</param>
    /// <param name="atLeast">Whether more is better.</param>
    public void Add(string name, double value, double goal, bool atLeast = false)
    {
        var measure = measures.Find(known => known.Name == name);
        if (measure is null)
        {
            measures.Add(measure = new Measure(name, goal, atLeast, []));
        }
        measure.Values.Add(value);
    }

    /// <summary>Prints the medians: <c>measure NAME VALUE GOAL ok|short</c>.</summary>
    public void Print()
    {
        foreach (var measure in measures)
        {
            var median = Median(measure.Values);
            var reached = measure.AtLeast ? median >= measure.Goal : median <= measure.Goal;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"measure {measure.Name} {median:0.###} {measure.Goal:0.###} {(reached ? "ok" : "short")}"));
        }
    }

    /// <summary>The middle of the figures.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>What a quarter of the figures is at most, and what three quarters are.</summary>
    public static (double Lower, double Upper) Quartiles(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 4], sorted[(sorted.Length - 1) * 3 / 4]);
    }

    private sealed record Measure(string Name, double Goal, bool AtLeast, List<double> Values);
}
