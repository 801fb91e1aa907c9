namespace Archiet.Precision;

/// <summary>What is asked of the analyzers, chosen by the first argument.</summary>
internal interface ICommand
{
    /// <summary>The argument that chooses it.</summary>
    string Name { get; }

    /// <summary>What it tells, in one line.</summary>
    string Purpose { get; }

    /// <summary>Prints the answer. The exit code is 0 when there is one, however good or bad.</summary>
    Task<int> RunAsync(string[] args);
}
