using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Analyzers.Secrets;

/// <summary>ARC2001: a token that a provider issued, known by its form and, where it has one, its checksum. Tests are no exception.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc2001ProviderToken : ConstantTextAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor ProviderToken = new(
        "ARC2001",
        "A provider's token in the source",
        "'{0}…' is a {1} of {2} characters, and whoever reads the source has it: revoke it, and read its successor from configuration or a secret store",
        Rule.Secrets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC2001"),
        customTags: Rule.AlwaysOn);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ProviderToken];

    internal override bool MayHold(string text) => text.Length >= TokenFormats.MinimumLength;

    internal override Secret? Find(string text) => TokenFormats.FindIn(text) is var (start, length, format)
        ? new Secret(start, length, format.Mark, format.Kind, length.ToString(CultureInfo.InvariantCulture))
        : null;
}
