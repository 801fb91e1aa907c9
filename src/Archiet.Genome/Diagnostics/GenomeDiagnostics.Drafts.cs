namespace Archiet.Genome.Diagnostics;

public static partial class GenomeDiagnostics
{
    // Whether all is decided.

    /// <summary>A question is open.</summary>
    public static GenomeDiagnosticDescriptor OpenQuestion { get; } = Error(
        "ARC6001", "A question is open", "The question '{0}'{1} is open: {2}{3} Decide, and write the answer under 'answer'.");

    /// <summary>The genome is a draft.</summary>
    public static GenomeDiagnosticDescriptor DraftGenome { get; } = Error(
        "ARC6002", "The genome is a draft", "The genome is a draft, and a draft does not build: answer its questions, read it, and take the line 'status: draft' out.");

    /// <summary>Whether a finding says that something is not decided yet, and not that something is wrong: a genome with no others is a whole one that waits for people.</summary>
    /// <param name="descriptor">The finding's descriptor.</param>
    public static bool IsUndecided(GenomeDiagnosticDescriptor descriptor) => descriptor == OpenQuestion || descriptor == DraftGenome;
}
