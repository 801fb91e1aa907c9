using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Keeps emitted types from hiding those that every file of a web project uses, and from being called like a member of their own, which C# does not take.</summary>
internal static class TypeNames
{
    /// <summary>Whether a C# name is free; the remedy ends the sentence where it is not.</summary>
    /// <param name="findings">What is wrong.</param>
    /// <param name="name">The name.</param>
    /// <param name="remedy">What to do about it.</param>
    /// <param name="members">What the emitted type has in any case; null for nothing.</param>
    public static bool CheckFree(FindingList findings, Word name, string remedy, NameSet? members = null)
    {
        if (members?.Find(name.Text) == name.Text)
        {
            findings.Add(GenomeDiagnostics.NamedAsMember, name.Span, name.Text, remedy);
            return false;
        }
        if (!ImplicitTypes.Contains(name.Text))
        {
            return true;
        }
        findings.Add(GenomeDiagnostics.HidesType, name.Span, name.Text, remedy);
        return false;
    }
}
