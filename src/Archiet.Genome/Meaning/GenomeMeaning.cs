using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Meaning;

/// <summary>
/// Holds what entities, capabilities and roles say against one another. It speaks only where nothing else is wrong: what is missing then is missing, and not
/// mistyped.
/// </summary>
internal static class GenomeMeaning
{
    /// <summary>What is wrong with a genome as a whole.</summary>
    public static IReadOnlyList<SectionFinding> Check(IReadOnlyList<ParsedSection> sections, DeclaredGenome declared, IReadOnlyList<EntityBinding> bindings)
    {
        if (declared.Findings.Count > 0 || sections.Any(static section => section.IsBroken || section.Findings.Count > 0) || bindings.Any(static binding => binding.Entity is null))
        {
            return [];
        }
        var findings = new List<SectionFinding>();
        var places = new GenomePlaces(sections, declared.Names.Vocabulary, bindings);
        RequiredCycles.Check(places, findings);
        if (declared.Outline.Capabilities.Count > 0)
        {
            var grants = new GrantTable(declared.Outline, places);
            new NobodyChecks(declared.Outline, grants, places, findings).Check();
            new GrantChecks(grants, places, findings).Check();
        }
        return findings;
    }
}
