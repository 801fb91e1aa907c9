namespace Archiet.Analyzers.Secrets.Files;

/// <summary>A secret in a file.</summary>
/// <param name="Start">Where it is written.</param>
/// <param name="Length">How long it is written.</param>
/// <param name="Key">The key of the value that it stands in; empty outside of all.</param>
/// <param name="Kind">What it is, in words that give nothing of it away.</param>
/// <param name="Redacted">What may be shown of it.</param>
internal sealed record FileSecret(int Start, int Length, string Key, string Kind, string Redacted);
