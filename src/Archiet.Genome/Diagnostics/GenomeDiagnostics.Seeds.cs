namespace Archiet.Genome.Diagnostics;

public static partial class GenomeDiagnostics
{
    // Whether seed rows can be made.

    /// <summary>Rows that cannot be seeded.</summary>
    public static GenomeDiagnosticDescriptor NotSeedable { get; } = Error(
        "ARC0150", "Rows that cannot be seeded", "Rows of '{0}' cannot be seeded: {1}.");

    /// <summary>A seed row that does not exist.</summary>
    public static GenomeDiagnosticDescriptor UnknownSeedKey { get; } = Error(
        "ARC0151", "A seed row that does not exist", "No seed row of '{0}' has the key '{1}'{2}");

    /// <summary>Seed rows refer to each other in a circle.</summary>
    public static GenomeDiagnosticDescriptor SeedCycle { get; } = Error(
        "ARC0152", "Seed rows refer to each other in a circle", "The seed row '{0}' cannot be made: it refers to '{1}', which needs it first; leave out one of the references.");

    /// <summary>A seed row lacks a required value.</summary>
    public static GenomeDiagnosticDescriptor SeedLacks { get; } = Error(
        "ARC0153", "A seed row lacks a required value", "The seed row '{0}' lacks a value for '{1}', which is required and has no default; add it.");

    /// <summary>A seed row gives what it cannot give.</summary>
    public static GenomeDiagnosticDescriptor SeedNotGiven { get; } = Error(
        "ARC0154", "A seed row gives what it cannot give", "A seed row cannot give '{0}': {1}; remove it.");

    /// <summary>A seed value that the field would refuse.</summary>
    public static GenomeDiagnosticDescriptor InvalidSeedValue { get; } = Error(
        "ARC0155", "A seed value that the field would refuse", "The value '{0}' of '{1}' {2}.");

    /// <summary>Two seed rows share what is unique.</summary>
    public static GenomeDiagnosticDescriptor SeedNotUnique { get; } = Error(
        "ARC0156", "Two seed rows share what is unique", "The seed row '{0}' has the same '{1}' as the one at {2}, and that is unique; correct one of the two.");

    /// <summary>A seed row breaks a rule of its entity.</summary>
    public static GenomeDiagnosticDescriptor SeedBreaksRule { get; } = Error(
        "ARC0157", "A seed row breaks a rule", "The seed row '{0}' breaks the rule '{1}' ({2}); correct one of the two.");
}
