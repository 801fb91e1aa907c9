using Archiet.Genome.Sections;

namespace Archiet.Genome.Syntax;

/// <summary>A word of the genome and where it stands in its section.</summary>
internal readonly record struct Word(string Text, SectionSpan Span);
