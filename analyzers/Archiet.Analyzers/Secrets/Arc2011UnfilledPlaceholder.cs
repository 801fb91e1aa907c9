using System.Collections.Immutable;
using Archiet.Analyzers.Secrets.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Analyzers.Secrets;

/// <summary>ARC2011: a placeholder in configuration that ships. Files for development, tests and examples have theirs for good.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc2011UnfilledPlaceholder : DiagnosticAnalyzer
{
    private const int MostShown = 40;

    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor UnfilledPlaceholder = new(
        "ARC2011",
        "A placeholder that nobody filled",
        "'{0}' still says '{1}', and so it ships: write the value, or leave the key out, so that its absence is noticed at start-up",
        Rule.Secrets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC2011"),
        customTags: Rule.AlwaysOn);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UnfilledPlaceholder];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            // The configuration of a test ships nowhere.
            if (!TestProject.Is(start.Compilation, start.Options.AnalyzerConfigOptionsProvider))
            {
                start.RegisterAdditionalFileAction(Inspect);
            }
        });
    }

    private static void Inspect(AdditionalFileAnalysisContext context)
    {
        if (FileContent.Of(context) is not { IsRead: true, Facts.Ships: true } content)
        {
            return;
        }
        foreach (var placeholder in content.FindingsIn(context, isTest: false).Placeholders)
        {
            var shown = placeholder.Text.Length <= MostShown ? placeholder.Text : placeholder.Text.Substring(0, MostShown) + "…";
            context.Report(Diagnostic.Create(UnfilledPlaceholder, content.PlaceOf(new TextSpan(placeholder.Start, placeholder.Length)), placeholder.Key, shown));
        }
    }
}
