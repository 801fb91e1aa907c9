using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Analyzers.Secrets;

/// <summary>ARC2001: a token that a provider issued, known by its form and, where it has one, its checksum. Tests and generated code are no exception.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc2001ProviderToken : TextAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor ProviderToken = new(
        "ARC2001",
        "A provider's token in the source",
        "The source holds '{0}', by its form a {1}, and whoever reads the source has it: revoke it, and read its successor from configuration or a secret store",
        Rule.Secrets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC2001"),
        customTags: Rule.AlwaysOn);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ProviderToken];

    private protected override GeneratedCodeAnalysisFlags Generated => GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;

    private protected override bool InTests => true;

    internal override bool MayHold(string text) => text.Length >= TokenFormats.MinimumLength && TokenFormats.MayHold(text);

    internal override Secret? Find(string text) => TokenFormats.FindIn(text);
}
