using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>
/// ARC1001: a query that switches the tenant filter off. Entity Framework drops the filter from the whole statement wherever the call stands in it,
/// so each call is judged by itself.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc1001TenantFilterOff : DiagnosticAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor TenantFilterOff = new(
        "ARC1001",
        "The tenant filter is switched off",
        "'IgnoreQueryFilters' {0} the tenant filter, so that the whole statement reads rows of every tenant: name only the filters it may ignore, "
            + "or say why on the member with [CrossTenant(because: \"...\")]",
        Rule.Tenancy,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC1001"),
        customTags: Rule.AlwaysOn);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [TenantFilterOff];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (TenancySymbols.Of(start.Compilation, start.Options) is { } symbols
                && start.Compilation.GetTypeByMetadataName("Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions") is { } extensions)
            {
                start.RegisterOperationAction(operation => Check(operation, symbols, extensions), OperationKind.Invocation, OperationKind.MethodReference);
            }
        });
    }

    private static void Check(OperationAnalysisContext context, TenancySymbols symbols, INamedTypeSymbol extensions)
    {
        var method = context.Operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IMethodReferenceOperation group => group.Method,
            _ => null,
        };
        if (method is not { Name: FilterKeys.TenantFilterMethod } || !SymbolEqualityComparer.Default.Equals(method.ContainingType, extensions))
        {
            return;
        }
        var (kind, marked) = QuerySource.Trace(SourceOf(context.Operation), symbols);
        var effect = EffectOf(context.Operation, marked);
        if (effect != FilterEffect.Kept
            && (kind != ContextKind.Other || StatementReads.Owned(context.Operation, symbols))
            && !CrossTenantScope.Covers(context.Operation, context.ContainingSymbol, symbols.CrossTenant))
        {
            var verb = effect == FilterEffect.Off ? "switches off" : "may switch off";
            context.Report(Diagnostic.Create(TenantFilterOff, CallSite.Of(context.Operation.Syntax), verb));
        }
    }

    /// <summary>Without names every filter goes; a method group's names come later, from wherever it is called.</summary>
    private static FilterEffect EffectOf(IOperation operation, bool marked) => operation switch
    {
        IInvocationOperation { TargetMethod.Parameters.Length: 1 } => FilterEffect.Off,
        IInvocationOperation call => new FilterKeys(marked).EffectOf(call.Arguments.First(argument => argument.Parameter?.Ordinal == 1).Value),
        _ => FilterEffect.Unknown,
    };

    private static IOperation? SourceOf(IOperation operation) =>
        operation is IInvocationOperation call ? QuerySource.Receiver(call) : ((IMethodReferenceOperation)operation).Instance;
}
