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
        var facts = FileFacts.Of(context.AdditionalFile.Path, FileFacts.ProjectOf(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions));
        if (!facts.Ships || FileReader.TextOf(context.AdditionalFile, context.CancellationToken) is not { } text)
        {
            return;
        }
        foreach (var placeholder in PlaceholderScan.Of(facts, FilledForms.Of(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.AdditionalFile)), text.ToString()))
        {
            var span = new TextSpan(placeholder.Start, placeholder.Length);
            var shown = placeholder.Text.Length <= MostShown ? placeholder.Text : placeholder.Text.Substring(0, MostShown) + "…";
            context.Report(Diagnostic.Create(UnfilledPlaceholder, Location.Create(context.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span)), placeholder.Key, shown));
        }
    }
}
