using System.Collections.Immutable;
using Archiet.Analyzers.Secrets.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Analyzers.Secrets;

/// <summary>ARC2010: a secret in a file that is no C#: configuration, project files, scripts, pages.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc2010SecretInFile : DiagnosticAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor SecretInFile = new(
        "ARC2010",
        "A secret in a file",
        "{0} holds a secret ({1}), {2}, and whoever reads the file has it: revoke it, and keep its successor in user secrets, the environment or a secret store",
        Rule.Secrets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC2010"),
        customTags: Rule.AlwaysOn);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [SecretInFile];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var isTest = TestProject.Is(start.Compilation, start.Options.AnalyzerConfigOptionsProvider);
            start.RegisterAdditionalFileAction(file => Inspect(file, isTest));
        });
    }

    private static void Inspect(AdditionalFileAnalysisContext context, bool isTest)
    {
        if (FileContent.Of(context) is not { IsRead: true } content)
        {
            return;
        }
        foreach (var secret in content.FindingsIn(context, isTest).Secrets)
        {
            var place = content.PlaceOf(new TextSpan(secret.Start, secret.Length));
            context.Report(Diagnostic.Create(SecretInFile, place, secret.Key.Length > 0 ? $"'{secret.Key}'" : "This text", secret.Kind, secret.Redacted));
        }
    }
}
