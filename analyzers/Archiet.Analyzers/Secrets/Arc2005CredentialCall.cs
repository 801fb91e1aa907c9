using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Analyzers.Secrets;

/// <summary>ARC2005: a text that is handed to what takes nothing but secrets, or is the value of an Authorization header.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc2005CredentialCall : SinkAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor CredentialCall = new(
        "ARC2005",
        "A credential in the source",
        "The source holds '{0}', {1}, and whoever reads the source can use it: change it, and read its successor from configuration or a secret store",
        Rule.Secrets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC2005"),
        customTags: Rule.AlwaysOn);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CredentialCall];

    private protected override bool IsOfInterest(Sink sink) => CredentialCalls.Take(sink) || IsHeader(sink);

    private protected override Secret? Judge(Sink sink, string text, bool isSpelled) =>
        CredentialCalls.Take(sink) ? Given(sink, text, isSpelled)
        : IsHeader(sink) ? AuthorizationHeader.FindInParameter(text) ?? AuthorizationHeader.FindToken(text)
        : AuthorizationHeader.MayHold(text) ? AuthorizationHeader.FindIn(text)
        : null;

    private static bool IsHeader(Sink sink) => sink.Symbol is IParameterSymbol { Name: "parameter", ContainingType.Name: "AuthenticationHeaderValue" };

    private static Secret? Given(Sink sink, string text, bool isSpelled) =>
        (isSpelled || text.Any(char.IsControl) ? KeyBytes.Are(text) : ValueClasses.OfCredential(text) is ValueClass.Secret)
            ? new Secret(0, text.Length, $"what '{sink.Symbol!.ContainingType.Name}' takes as '{sink.Name}'")
            : null;
}
