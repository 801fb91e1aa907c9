using Archiet.Draft.Passes;

namespace Archiet.Draft.Pipeline;

/// <summary>Requests that have no answer: the draft would lack what they are about, and nobody would see it.</summary>
internal sealed class UncoveredException(DraftModelException cause, IReadOnlyList<string> sections) : Exception(cause.Message, cause)
{
    /// <summary>Why.</summary>
    public DraftModelException Cause { get; } = cause;

    /// <summary>The sections that were not read, in the order of the document.</summary>
    public IReadOnlyList<string> Sections { get; } = sections;
}
