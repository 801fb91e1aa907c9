using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Analyzers.Tenancy;

/// <summary>ARC1009: a [CrossTenant] that does not say why. It lifts nothing; this rule tells the author so at the attribute.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc1009CrossTenantReason : DiagnosticAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor CrossTenantReason = new(
        "ARC1009",
        "[CrossTenant] gives no reason",
        "'CrossTenant' lifts nothing without a reason: say in 'because' why this code must see more than one tenant",
        Rule.Tenancy,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC1009"),
        customTags: Rule.AlwaysOn);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CrossTenantReason];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (TenancySymbols.Of(start.Compilation, start.Options) is { } symbols)
            {
                // A syntax action, because attributes of lambdas and local functions come to no symbol or operation action.
                start.RegisterSyntaxNodeAction(node => Check(node, symbols), SyntaxKind.Attribute);
            }
        });
    }

    private static void Check(SyntaxNodeAnalysisContext context, TenancySymbols symbols)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute is { ArgumentList.Arguments: [var because] }
            && AttributeName.Of(attribute) is "CrossTenant" or "CrossTenantAttribute"
            && context.SemanticModel.GetConstantValue(because.Expression, context.CancellationToken) is { HasValue: true, Value: var value }
            && string.IsNullOrWhiteSpace(value as string)
            && context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type is { } type
            && SymbolEqualityComparer.Default.Equals(type, symbols.CrossTenant))
        {
            context.Report(Diagnostic.Create(CrossTenantReason, because.Expression.GetLocation()));
        }
    }
}
