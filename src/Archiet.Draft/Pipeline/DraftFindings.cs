namespace Archiet.Draft.Pipeline;

/// <summary>The findings of drafting itself; each id has a page under <c>spec/diagnostics</c>.</summary>
internal static class DraftFindings
{
    /// <summary>What the model said, and the sections that are not in the draft for it.</summary>
    public static EquatableArray<DraftFinding> Uncovered(UncoveredException uncovered) => EquatableArray.Of(
        new DraftFinding(uncovered.Cause.Id, IsError: true, uncovered.Cause.Message),
        new DraftFinding(
            "ARC6012", IsError: true,
            $"Nothing is written, because these sections were not read: {string.Join(", ", uncovered.Sections.Select(static section => $"'{section}'"))}; remove the cause above, and draft again."));
}
