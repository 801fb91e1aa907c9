using Archiet.Genome.Diagnostics;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>The C# types that a genome gives: one for each declaration, and those that are emitted beside it. No two can have one name, in whatever case.</summary>
internal sealed class ClassNames(SectionFindings findings)
{
    private readonly Dictionary<string, (int Section, SectionSpan Span)> declared = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(int Section, Word Owner, string Name)> companions = [];

    /// <summary>Adds a declared type, and the endings of the names of those beside it: <c>Patient</c> with <c>Fields</c> takes <c>PatientFields</c> too.</summary>
    public void Add(int section, Word word, params string[] endings)
    {
        if (declared.TryGetValue(word.Text, out var first))
        {
            Refuse(section, word.Span, first, word.Text);
            return;
        }
        declared.Add(word.Text, (section, word.Span));
        foreach (var ending in endings)
        {
            companions.Add((section, word, word.Text + ending));
        }
    }

    /// <summary>Checks the declared types against those that are emitted beside others, once all are known.</summary>
    public void CheckCompanions()
    {
        foreach (var (section, owner, name) in companions)
        {
            if (declared.TryGetValue(name, out var clash))
            {
                Refuse(clash.Section, clash.Span, (section, owner.Span), name);
            }
        }
    }

    private void Refuse(int section, SectionSpan span, (int Section, SectionSpan Span) first, string name) =>
        findings[section].AddWithOther(GenomeDiagnostics.ClassCollision, span, new(first.Section, first.Span), name);
}
