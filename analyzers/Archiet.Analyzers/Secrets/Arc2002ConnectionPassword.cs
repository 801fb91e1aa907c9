using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Analyzers.Secrets;

/// <summary>ARC2002: a connection string or a URL with a password in it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc2002ConnectionPassword : TextAnalyzer
{
    /// <summary>The shortest text that holds two keys, or a URL with a password.</summary>
    private const int MinimumLength = 10;

    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor ConnectionPassword = new(
        "ARC2002",
        "A password of a connection in the source",
        "The source holds {1}, '{0}', and whoever reads it can connect: change the password, and read the connection from configuration or a secret store",
        Rule.Secrets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC2002"),
        customTags: Rule.AlwaysOn);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ConnectionPassword];

    internal override bool MayHold(string text) => text.Length >= MinimumLength && (MayBeList(text) || MayBeUrl(text));

    internal override Secret? Find(string text) => (MayBeList(text) ? ConnectionString.FindIn(text) : null) ?? (MayBeUrl(text) ? UrlPassword.FindIn(text) : null);

    private static bool MayBeList(string text) => text.IndexOf('=') > 0 && text.IndexOf(';') > 0;

    private static bool MayBeUrl(string text) => text.IndexOf('@') > 0 && text.IndexOf("://", StringComparison.Ordinal) > 0;
}
