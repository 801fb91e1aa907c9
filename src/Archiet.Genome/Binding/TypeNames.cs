using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Keeps emitted types from hiding those that every file of a web project uses.</summary>
internal static class TypeNames
{
    /// <summary>Whether a C# name is free; the remedy ends the sentence where it is not.</summary>
    public static bool CheckFree(FindingList findings, Word name, string remedy)
    {
        if (!ImplicitTypes.Contains(name.Text))
        {
            return true;
        }
        findings.Add(GenomeDiagnostics.HidesType, name.Span, name.Text, remedy);
        return false;
    }
}
