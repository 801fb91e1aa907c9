using System.Collections.Immutable;
using Archiet.Analyzers.Secrets.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Analyzers.Adoption;

/// <summary>ARC9010: a file that the rules about files look through was not read, because it is too long or no text. Said once, by none of those rules.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc9010FileNotRead : DiagnosticAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor FileNotRead = new(
        "ARC9010",
        "A file was not looked through",
        "The file is {0}, and no rule looked through it: nobody knows whether it holds a secret",
        Rule.Adoption,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC9010"),
        customTags: Rule.AlwaysOn);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FileNotRead];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(Inspect);
    }

    private static void Inspect(AdditionalFileAnalysisContext context)
    {
        if (FileContent.Of(context) is { Facts.Kind: not FileKind.None, IsRead: false } content)
        {
            var place = Location.Create(context.AdditionalFile.Path, default, default);
            context.Report(Diagnostic.Create(FileNotRead, place, content.IsTooLong ? "longer than a million characters" : "no text"));
        }
    }
}
