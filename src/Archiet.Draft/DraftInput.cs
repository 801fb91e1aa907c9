using Archiet.Draft.Prose;

namespace Archiet.Draft;

/// <summary>What a draft is made from, as its host read it: the pipeline touches no file.</summary>
/// <param name="Name">What the draft's files are called by, in kebab-case: <c>orders</c> gives <c>orders.draft.genome.yaml</c>.</param>
/// <param name="Document">The requirements document.</param>
public sealed record DraftInput(string Name, ProseDocument Document)
{
    /// <summary>The text of <c>{name}.draft.genome.yaml</c>, or null where there is none: its answers are applied, and what a person changed in it stays.</summary>
    public string? Draft { get; init; }

    /// <summary>The text of <c>{name}.draft.base.yaml</c>, or null: the draft as it was written last, before anybody edited it.</summary>
    public string? Base { get; init; }

    /// <summary>The text of <c>{name}.genome.yaml</c>, or null: a genome that a person has reviewed. It is compared with and never written.</summary>
    public string? Reviewed { get; init; }

    /// <summary>About how many tokens of prose a request holds.</summary>
    public int ChunkTokens { get; init; } = 6000;
}
