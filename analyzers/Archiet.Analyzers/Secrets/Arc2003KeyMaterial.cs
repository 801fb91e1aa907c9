using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Analyzers.Secrets;

/// <summary>ARC2003: a private key or a signed token in the source.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc2003KeyMaterial : TextAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor KeyMaterial = new(
        "ARC2003",
        "A private key in the source",
        "The source holds '{0}', key material ({1}), and whoever reads the source can act as its owner: replace the key, and read the new one from a secret store",
        Rule.Secrets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC2003"),
        customTags: Rule.AlwaysOn);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [KeyMaterial];

    internal override bool MayHold(string text) => Secrets.KeyMaterial.MayHold(text);

    internal override Secret? Find(string text) => Secrets.KeyMaterial.FindIn(text);
}
