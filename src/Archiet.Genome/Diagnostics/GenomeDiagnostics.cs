using System.Reflection;

namespace Archiet.Genome.Diagnostics;

/// <summary>Every finding about a genome, ARC0001 to ARC0999; the numbers are never given to another fact.</summary>
public static partial class GenomeDiagnostics
{
    /// <summary>All of them, in the order of ids.</summary>
    public static IReadOnlyList<GenomeDiagnosticDescriptor> All() =>
    [
        .. typeof(GenomeDiagnostics).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(static property => (GenomeDiagnosticDescriptor)property.GetValue(null))
            .OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    private static GenomeDiagnosticDescriptor Error(string id, string title, string messageFormat) => new(id, title, messageFormat, GenomeSeverity.Error);

    private static GenomeDiagnosticDescriptor Warning(string id, string title, string messageFormat) => new(id, title, messageFormat, GenomeSeverity.Warning);
}
