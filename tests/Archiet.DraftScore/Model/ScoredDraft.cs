using Archiet.Genome.Sources;

namespace Archiet.DraftScore.Model;

/// <summary>A draft from anywhere.</summary>
/// <param name="Model">What its genome says.</param>
/// <param name="Questions">Its questions, answered ones among them.</param>
/// <param name="Elements">The paths of all that it says, for which there should be a sentence or a question.</param>
/// <param name="Sources">Its sidecar, or null where there is none that can be read.</param>
internal sealed record ScoredDraft(ScoredModel Model, IReadOnlyList<ScoredQuestion> Questions, IReadOnlyList<string> Elements, GenomeSources? Sources);

/// <summary>What a document should give.</summary>
/// <param name="Name">What it is called by.</param>
/// <param name="Document">The file name of the document.</param>
/// <param name="Model">What its genome should say.</param>
/// <param name="Ambiguities">What should be asked; empty where nobody annotated it.</param>
internal sealed record Reference(string Name, string Document, ScoredModel Model, IReadOnlyList<Ambiguity> Ambiguities)
{
    /// <summary>Whether no author of rules or prompts has been shown the document: it is scored apart from the others, which they had on the desk.</summary>
    public bool IsHeldOut { get; init; }
}
