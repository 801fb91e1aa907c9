using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Web;

/// <summary>
/// ARC5006: cryptography that is broken or too short. MD5 and SHA-1 are reported where they sign or derive a key, and not where they tell two files apart.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc5006WeakCryptography : DiagnosticAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor WeakCryptography = new(
        "ARC5006",
        "Weak cryptography",
        "{0}",
        Rule.Web,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC5006"));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [WeakCryptography];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (CryptographySymbols.Of(start.Compilation) is { } symbols)
            {
                start.RegisterOperationAction(
                    operation => Look(operation, symbols),
                    OperationKind.Invocation,
                    OperationKind.ObjectCreation,
                    OperationKind.FieldReference);
            }
        });
    }

    private static void Look(OperationAnalysisContext context, CryptographySymbols symbols)
    {
        var words = context.Operation switch
        {
            IInvocationOperation call => CryptographySymbols.WhatIsWeak(call),
            IObjectCreationOperation creation => CryptographySymbols.WhatIsWeak(creation),
            IFieldReferenceOperation field => symbols.WhatIsWeak(field),
            _ => null,
        };
        if (words is not null)
        {
            var syntax = context.Operation.Syntax;
            context.Report(Diagnostic.Create(WeakCryptography, context.Operation is IInvocationOperation ? CallSite.Of(syntax) : syntax.GetLocation(), words));
        }
    }
}
