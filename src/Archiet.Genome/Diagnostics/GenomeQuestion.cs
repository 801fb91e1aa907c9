namespace Archiet.Genome.Diagnostics;

/// <summary>A question of a genome, at its place.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Ask">The question; empty where it asks nothing, which is an error of its own.</param>
/// <param name="About">What it is about; empty where it does not say.</param>
/// <param name="Source">Where it comes from, as in <c>docs/prd.md:34 S0012</c>; empty where it does not say.</param>
/// <param name="Options">Answers to choose from.</param>
/// <param name="Answer">The answer, or null where it is open.</param>
/// <param name="Span">Where its key stands.</param>
public sealed record GenomeQuestion(string Name, string Ask, string About, string Source, EquatableArray<string> Options, string? Answer, GenomeSpan Span);
