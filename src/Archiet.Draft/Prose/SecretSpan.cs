namespace Archiet.Draft.Prose;

/// <summary>Where a secret stands in a text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">Behind its last.</param>
/// <param name="Kind">What it looks like, in words that give nothing of it away.</param>
internal readonly record struct SecretSpan(int Start, int End, string Kind);
