namespace Archiet.Emit;

/// <summary>An emitted source: its name within the compilation and its text, "\n" only.</summary>
public sealed record GeneratedFile(string HintName, string Text);
