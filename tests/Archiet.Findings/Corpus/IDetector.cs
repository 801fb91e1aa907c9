namespace Archiet.Precision.Corpus;

/// <summary>A tool that looks for secrets.</summary>
internal interface IDetector
{
    /// <summary>Its name, and its version where it is not ours.</summary>
    string Name { get; }

    /// <summary>For each case, whether it finds one; null where it does not read such cases.</summary>
    Task<bool?[]> FindAsync(IReadOnlyList<Case> cases);
}
