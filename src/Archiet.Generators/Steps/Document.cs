using Archiet.Genome;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Generators.Steps;

/// <summary>A genome as it was read: its files, and their sections in the order of files and lines.</summary>
internal sealed record Document(EquatableArray<SplitGenome> Files, EquatableArray<ParsedSection> Sections)
{
    /// <summary>Puts the sections in order. Null where there is no genome, or where reading a section failed: that is what is reported then.</summary>
    public static Document? Of(EquatableArray<SplitGenome> files, EquatableArray<ParsedSection> sections) =>
        files.Count == 0 || sections.Count != files.Sum(static file => file.Sections.Count)
            ? null
            : new(files, SectionBuckets.Restore(files, sections).ToEquatableArray());
}
