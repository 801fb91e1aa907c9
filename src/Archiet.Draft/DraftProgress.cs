using Archiet.Draft.Passes;

namespace Archiet.Draft;

/// <summary>How far a draft is.</summary>
/// <param name="Pass">What is asked for now.</param>
/// <param name="Step">The number of the request, from one.</param>
/// <param name="Section">The heading that its sentences stand under, or nothing.</param>
public sealed record DraftProgress(DraftPass Pass, int Step, string Section);

/// <summary>A request and what it cost.</summary>
/// <param name="Pass">What was asked for.</param>
/// <param name="Section">The heading that its sentences stand under, or nothing.</param>
/// <param name="Items">How many items the answer had.</param>
/// <param name="Usage">What it cost.</param>
public sealed record PassRecord(DraftPass Pass, string Section, int Items, PassUsage Usage)
{
    /// <summary>What was not taken as it was said: <see cref="PassAnswer.Notes"/>.</summary>
    public EquatableArray<string> Notes { get; init; }
}
