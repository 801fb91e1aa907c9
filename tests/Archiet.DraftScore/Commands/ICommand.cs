namespace Archiet.DraftScore.Commands;

/// <summary>What is asked about drafts, chosen by the first argument.</summary>
internal interface ICommand
{
    /// <summary>The argument that chooses it.</summary>
    string Name { get; }

    /// <summary>What it tells, in one line.</summary>
    string Purpose { get; }

    /// <summary>Prints the answer. The exit code is 0 when there is one, however good or bad, unless a floor was given and is not reached.</summary>
    Task<int> RunAsync(string[] args);
}
