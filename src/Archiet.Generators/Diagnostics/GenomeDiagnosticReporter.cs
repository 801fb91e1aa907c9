using Archiet.Genome.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Generators.Diagnostics;

/// <summary>
/// Turns what the front end found into diagnostics of the compiler, at their places in the genome's file. Equal findings give equal diagnostics, whoever asks:
/// the generator and the live analyzer report the same ones, and the compiler prints equal diagnostics once.
/// </summary>
internal static class GenomeDiagnosticReporter
{
    private const string Category = "Archiet.Genome";

    /// <summary>A kind of finding, as an analyzer announces it.</summary>
    public static DiagnosticDescriptor ToDescriptor(GenomeDiagnosticDescriptor descriptor) => new(
        descriptor.Id,
        descriptor.Title,
        descriptor.MessageFormat,
        Category,
        ToSeverity(descriptor),
        isEnabledByDefault: true,
        helpLinkUri: GeneratorDescriptors.HelpLink(descriptor.Id),
        customTags: Tags(descriptor));

    /// <summary>
    /// A finding as the compiler shows it: file, line and column. The finished sentence is the message itself and no argument of one: the compiler compares
    /// arguments by reference, and would take the same finding of generator and analyzer for two.
    /// </summary>
    public static Diagnostic ToDiagnostic(GenomeDiagnostic found) => ToDiagnostic(ToDescriptor(found.Descriptor), ToLocation(found.Span), found.Message);

    /// <summary>The same for a kind of finding that is not the genome's alone.</summary>
    public static Diagnostic ToDiagnostic(DiagnosticDescriptor kind, Location place, string message) => Diagnostic.Create(
        kind.Id,
        kind.Category,
        message,
        kind.DefaultSeverity,
        kind.DefaultSeverity,
        isEnabledByDefault: true,
        warningLevel: kind.DefaultSeverity == DiagnosticSeverity.Error ? 0 : 1,
        title: kind.Title,
        helpLink: kind.HelpLinkUri,
        location: place,
        customTags: kind.CustomTags);

    private static DiagnosticSeverity ToSeverity(GenomeDiagnosticDescriptor descriptor) =>
        descriptor.Severity == GenomeSeverity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;

    /// <summary>
    /// An error in a genome is no matter of taste: NotConfigurable, so that neither a configuration file nor NoWarn lets a half-understood genome through.
    /// </summary>
    private static string[] Tags(GenomeDiagnosticDescriptor descriptor) =>
        descriptor.Severity == GenomeSeverity.Error ? [WellKnownDiagnosticTags.NotConfigurable] : [];

    /// <summary>The place by line and column. The compiler shows nothing else of a file that is no source, so the character offset is left out.</summary>
    public static Location ToLocation(GenomeSpan span) => Location.Create(
        span.Path,
        default,
        new LinePositionSpan(
            new LinePosition(Math.Max(0, span.Line - 1), Math.Max(0, span.Column - 1)),
            new LinePosition(Math.Max(0, span.EndLine - 1), Math.Max(0, span.EndColumn - 1))));
}
