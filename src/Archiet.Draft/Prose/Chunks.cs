namespace Archiet.Draft.Prose;

/// <summary>A document cut into requests.</summary>
/// <param name="All">The sentences of each, in their order.</param>
/// <param name="Uncovered">What fits into none.</param>
public sealed record Chunks(EquatableArray<EquatableArray<Sentence>> All, EquatableArray<UncoveredPart> Uncovered);

/// <summary>A part of a document that is longer than a request may be, by itself.</summary>
/// <param name="Heading">The headings that it stands under, joined by <c> / </c>; empty where it stands under none.</param>
/// <param name="Line">Its first line, one-based.</param>
/// <param name="Sentences">The ids of its sentences.</param>
/// <param name="Tokens">How long it is.</param>
public sealed record UncoveredPart(string Heading, int Line, EquatableArray<string> Sentences, int Tokens);
