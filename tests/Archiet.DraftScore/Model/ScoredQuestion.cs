namespace Archiet.DraftScore.Model;

/// <summary>A question of a draft.</summary>
/// <param name="Key">Its key in the genome.</param>
/// <param name="Code">A code of the catalogue; empty where the key has none.</param>
/// <param name="About">What it is about, as the draft says it.</param>
/// <param name="Lines">The lines of the document that it comes from.</param>
internal sealed record ScoredQuestion(string Key, string Code, string About, IReadOnlyList<int> Lines);

/// <summary>Something that a reference says two competent developers would build differently.</summary>
/// <param name="Id">Its number in the reference.</param>
/// <param name="Lines">The lines of the document that it comes from.</param>
/// <param name="Codes">The codes of questions that ask it.</param>
/// <param name="Path">What a draft that does not ask decides silently: see References/README.md.</param>
/// <param name="Why">Why it is open.</param>
internal sealed record Ambiguity(string Id, IReadOnlyList<int> Lines, IReadOnlyList<string> Codes, string Path, string Why);
