using System.Collections.Immutable;
using Archiet.Analyzers.Tenancy;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Precision;

/// <summary>Every analyzer that we ship.</summary>
internal static class AllAnalyzers
{
    /// <summary>New instances, in the order of their names: one run's state never reaches another.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Create() =>
    [
        .. typeof(Arc1001TenantFilterOff).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];
}
