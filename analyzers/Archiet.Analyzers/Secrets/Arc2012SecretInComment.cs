using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Analyzers.Secrets;

/// <summary>ARC2012: a provider's token where the compiler does not compile: in a comment, in documentation, in code that is switched off.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc2012SecretInComment : DiagnosticAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor SecretInComment = new(
        "ARC2012",
        "A secret in a comment",
        "This comment holds a {0}, {1}, and whoever reads the source has it: revoke it, and take it out",
        Rule.Secrets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC2012"),
        customTags: Rule.AlwaysOn);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [SecretInComment];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSyntaxTreeAction(Inspect);
    }

    /// <summary>Reads the text of the file at once, and asks the tree only about what is a token: nearly always it is asked nothing.</summary>
    private static void Inspect(SyntaxTreeAnalysisContext context)
    {
        var text = context.Tree.GetText(context.CancellationToken).ToString();
        for (var from = 0; TokenFormats.FindIn(text, from) is { } token; from = token.Start + token.Length)
        {
            var around = context.Tree.GetRoot(context.CancellationToken).FindToken(token.Start);
            if (!around.Span.Contains(token.Start))
            {
                var place = context.Tree.GetLocation(new TextSpan(token.Start, token.Length));
                context.Report(Diagnostic.Create(SecretInComment, place, token.Kind, token.Redacted(text)));
            }
        }
    }
}
