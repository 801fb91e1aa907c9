using Archiet.Genome.Diagnostics;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>The C# types that a genome gives: one for each declaration, and those that are emitted beside it. No two can have one name, in whatever case.</summary>
internal sealed class ClassNames(SectionFindings findings)
{
    private readonly Dictionary<string, OtherPlace> declared = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Companions> companions = [];

    /// <summary>Adds a declared type, and the endings of the names of those beside it: <c>Patient</c> with <c>Fields</c> takes <c>PatientFields</c> too.</summary>
    public void Add(int section, Word word, params string[] endings)
    {
        if (declared.TryGetValue(word.Text, out var first))
        {
            Refuse(section, word.Span, first, word.Text);
            return;
        }
        var place = new OtherPlace(section, word.Span);
        declared.Add(word.Text, place);
        companions.Add(new(word.Text, place, endings));
    }

    /// <summary>Checks the declared types against those that are emitted beside others, once all are known.</summary>
    public void CheckCompanions()
    {
        foreach (var companion in companions)
        {
            foreach (var ending in companion.Endings)
            {
                var name = companion.Owner + ending;
                if (declared.TryGetValue(name, out var clash))
                {
                    Refuse(clash.Section!.Value, clash.Span, companion.Place, name);
                }
            }
        }
    }

    private void Refuse(int section, SectionSpan span, OtherPlace first, string name) =>
        findings[section].AddWithOther(GenomeDiagnostics.ClassCollision, span, first, name);

    /// <summary>The types that are emitted beside a declared one.</summary>
    private sealed record Companions(string Owner, OtherPlace Place, string[] Endings);
}
