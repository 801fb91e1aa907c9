using Archiet.Genome.Diagnostics;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Names that must be there once, each with the place where it was first seen.</summary>
internal sealed class NameTable(SectionFindings findings, GenomeDiagnosticDescriptor descriptor, StringComparer comparer)
{
    private readonly Dictionary<string, OtherPlace> seen = new(comparer);

    /// <summary>Adds a name; where it is there already, that is a finding and false.</summary>
    public bool Add(int section, Word word) => Add(section, word.Text, word.Span);

    /// <summary>Adds a name that follows from the word at a place.</summary>
    public bool Add(int section, string name, SectionSpan span)
    {
        if (seen.TryGetValue(name, out var first))
        {
            findings[section].AddWithOther(descriptor, span, first, name);
            return false;
        }
        seen.Add(name, new(section, span));
        return true;
    }
}
