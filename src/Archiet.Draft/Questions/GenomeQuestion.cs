using Archiet.Genome.Diagnostics;

namespace Archiet.Draft.Questions;

/// <summary>A question that a genome raises by itself, without a document.</summary>
/// <param name="Question">The question; its key is the one that a draft would give it, so that an answer holds for both.</param>
/// <param name="Span">What it is about, in the genome's files.</param>
public sealed record GenomeQuestion(DraftQuestion Question, GenomeSpan Span);

/// <summary>What asking gave.</summary>
/// <param name="Questions">The questions that the genome does not have yet, in the order of files and lines.</param>
/// <param name="Errors">Why the genome cannot be asked about; open questions and its being a draft are none.</param>
public sealed record AskedGenome(EquatableArray<GenomeQuestion> Questions, EquatableArray<GenomeDiagnostic> Errors);
