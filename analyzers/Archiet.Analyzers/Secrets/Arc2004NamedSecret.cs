using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Analyzers.Secrets;

/// <summary>ARC2004: a text in a place that is named after a secret, or compared with one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc2004NamedSecret : SinkAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor NamedSecret = new(
        "ARC2004",
        "A secret by its name in the source",
        "The source holds '{0}', {1}, and whoever reads the source knows it: change it, and read its successor from configuration or a secret store",
        Rule.Secrets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC2004"),
        customTags: Rule.AlwaysOn);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NamedSecret];

    private protected override bool IsOfInterest(Sink sink) => SecretNames.Of(sink.Name) is not SecretName.None && !CredentialCalls.Take(sink);

    private protected override Secret? Judge(Sink sink, string text, bool isSpelled) => CredentialCalls.Take(sink) ? null
        : isSpelled && SecretNames.Of(sink.Name) is SecretName.Key && KeyBytes.Are(text) ? new Secret(0, text.Length, $"the bytes of '{sink.Name}'")
        : NamedValue.Find(sink.Name, text);
}
