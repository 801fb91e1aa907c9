using Microsoft.CodeAnalysis;

namespace Archiet.Generators.Diagnostics;

/// <summary>What the generator itself has to say; what there is to say of a genome comes with the genome's own descriptors.</summary>
internal static class GeneratorDescriptors
{
    /// <summary>The project has Archiet's generator and no genome.</summary>
    public static readonly DiagnosticDescriptor NoGenome = new(
        "ARC8010",
        "The project has no genome",
        "No file of the project ends in '.genome.yaml', so nothing is generated; add one, or list it as an AdditionalFiles item",
        "Archiet.Sdk",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink("ARC8010"));

    /// <summary>An operation of the genome is not written.</summary>
    public static readonly DiagnosticDescriptor NoHandler = new(
        "ARC0300",
        "An operation has no handler",
        "The operation '{0}' has no handler; write the other half of the class '{1}', with a body for its 'RunAsync'",
        "Archiet.Genome",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink("ARC0300"),
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>The generator met something that it was not made for.</summary>
    public static readonly DiagnosticDescriptor InternalError = new(
        "ARC9001",
        "The generator failed",
        "The generator failed in '{0}', a defect of Archiet and not of the genome; please report it with this text: {1}",
        "Archiet.Internal",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink("ARC9001"),
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>How the page that explains an id is read: it is in the package, at no address. The compiler prints this behind the message.</summary>
    public static string HelpLink(string id) => "dotnet build -tl:off -t:ArchietExplain -p:Id=" + id;
}
