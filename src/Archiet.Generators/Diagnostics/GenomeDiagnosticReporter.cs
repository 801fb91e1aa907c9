using System.Collections.Concurrent;
using Archiet.Genome.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Generators.Diagnostics;

/// <summary>Turns what the front end found into diagnostics of the compiler, at their places in the genome's file.</summary>
internal static class GenomeDiagnosticReporter
{
    private static readonly ConcurrentDictionary<string, DiagnosticDescriptor> Descriptors = new(StringComparer.Ordinal);

    /// <summary>A finding as the compiler shows it: file, line and column.</summary>
    public static Diagnostic ToDiagnostic(GenomeDiagnostic found)
    {
        var descriptor = Descriptors.GetOrAdd(found.Descriptor.Id, _ => ToDescriptor(found.Descriptor));
        return Diagnostic.Create(descriptor, ToLocation(found.Span), found.Message);
    }

    /// <summary>
    /// An error in a genome is no matter of taste: NotConfigurable, so that neither a configuration file nor NoWarn lets a half-understood genome through.
    /// </summary>
    private static DiagnosticDescriptor ToDescriptor(GenomeDiagnosticDescriptor descriptor) => new(
        descriptor.Id,
        descriptor.Title,
        "{0}",
        "Archiet.Genome",
        descriptor.Severity == GenomeSeverity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GeneratorDescriptors.HelpLink(descriptor.Id),
        customTags: descriptor.Severity == GenomeSeverity.Error ? [WellKnownDiagnosticTags.NotConfigurable] : []);

    /// <summary>The place by line and column. The compiler shows nothing else of a file that is no source, so the character offset is left out.</summary>
    private static Location ToLocation(GenomeSpan span) => Location.Create(
        span.Path,
        default,
        new LinePositionSpan(
            new LinePosition(Math.Max(0, span.Line - 1), Math.Max(0, span.Column - 1)),
            new LinePosition(Math.Max(0, span.EndLine - 1), Math.Max(0, span.EndColumn - 1))));
}
