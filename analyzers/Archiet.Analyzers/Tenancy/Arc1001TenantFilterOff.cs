using System.Collections.Concurrent;
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
        customTags: [Rule.AlwaysOn, WellKnownDiagnosticTags.CompilationEnd]);

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
                var queries = new Queries(symbols, extensions, Handovers.Collect(start, type => QuerySource.IsOfInterest(type, symbols)));
                start.RegisterOperationAction(queries.See, OperationKind.Invocation, OperationKind.MethodReference);
                start.RegisterCompilationEndAction(queries.Report);
            }
        });
    }

    private sealed class Queries(TenancySymbols symbols, INamedTypeSymbol extensions, Handovers handovers)
    {
        private readonly ConcurrentQueue<IOperation> handedOn = new();

        public void See(OperationAnalysisContext context)
        {
            var method = context.Operation switch
            {
                IInvocationOperation call => call.TargetMethod,
                IMethodReferenceOperation group => group.Method,
                _ => null,
            };
            if (method is not { Name: FilterKeys.TenantFilterMethod }
                || !SymbolEqualityComparer.Default.Equals(method.ContainingType, extensions)
                || CrossTenantScope.Covers(context.Operation, context.ContainingSymbol, symbols.CrossTenant))
            {
                return;
            }
            var trace = QuerySource.Trace(SourceOf(context.Operation), symbols);
            if (trace is { Kind: ContextKind.Unknown, IsHandedOn: true })
            {
                handedOn.Enqueue(context.Operation);
            }
            else if (FoundIn(context.Operation, trace) is { } found)
            {
                context.Report(found);
            }
        }

        /// <summary>What came from elsewhere in the compilation is judged when all of it was seen.</summary>
        public void Report(CompilationAnalysisContext context)
        {
            foreach (var query in handedOn)
            {
                if (FoundIn(query, QuerySource.Trace(SourceOf(query), symbols, handovers)) is { } found)
                {
                    context.Report(found);
                }
            }
        }

        private Diagnostic? FoundIn(IOperation query, QueryTrace trace)
        {
            var effect = EffectOf(query, trace.Marked);
            return effect != FilterEffect.Kept && (trace.Kind != ContextKind.Other || StatementReads.Owned(query, symbols))
                ? Diagnostic.Create(TenantFilterOff, CallSite.Of(query.Syntax), effect == FilterEffect.Off ? "switches off" : "may switch off")
                : null;
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
