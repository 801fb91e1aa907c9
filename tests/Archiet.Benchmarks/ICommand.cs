namespace Archiet.Benchmarks;

/// <summary>A benchmark that is chosen by the first argument.</summary>
internal interface ICommand
{
    /// <summary>The argument that chooses it.</summary>
    string Name { get; }

    /// <summary>What it measures, in one line.</summary>
    string Purpose { get; }

    /// <summary>Measures. The exit code is 0 when there is a figure for every measure, however good or bad.</summary>
    Task<int> RunAsync(string[] args);
}
