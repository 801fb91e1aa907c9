namespace Archiet.Genome;

/// <summary>A genome file as its host read it.</summary>
public sealed record GenomeFile(string Path, string Text);
