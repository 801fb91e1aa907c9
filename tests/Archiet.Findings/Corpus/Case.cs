namespace Archiet.Precision.Corpus;

/// <summary>A piece of code or text with a known answer.</summary>
/// <param name="Family">What it is a case of.</param>
/// <param name="Name">Its name.</param>
/// <param name="Text">The code, as it is compiled, or the text.</param>
/// <param name="HoldsSecret">The answer.</param>
/// <param name="Literal">Where the literal starts that rewrites write in other ways; below zero when there is none.</param>
/// <param name="LiteralEnd">Where it ends.</param>
internal sealed record Case(string Family, string Name, string Text, bool HoldsSecret, int Literal = -1, int LiteralEnd = -1);
