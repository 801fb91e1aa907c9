using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>
/// ARC1002: SQL written by hand on a tenant-owned context, or the connection under it. No taint is followed: the channel itself is closed, because
/// even a composable statement can name a value of its own as the tenant column and so pass the filter.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc1002RawSql : DiagnosticAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor RawSql = new(
        "ARC1002",
        "Raw SQL on a tenant-owned context",
        "'{0}' sends SQL that no tenant filter is applied to: write the query in LINQ, or say why on the member with [CrossTenant(because: \"...\")]",
        Rule.Tenancy,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC1002"),
        customTags: [Rule.AlwaysOn, WellKnownDiagnosticTags.CompilationEnd]);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RawSql];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (TenancySymbols.Of(start.Compilation, start.Options) is { } symbols
                && start.Compilation.GetTypeByMetadataName("Microsoft.EntityFrameworkCore.RelationalQueryableExtensions") is { } onSets
                && start.Compilation.GetTypeByMetadataName("Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions") is { } onDatabase)
            {
                var channels = new Channels(symbols, onSets, onDatabase, Handovers.Collect(start, type => QuerySource.IsOfInterest(type, symbols)));
                start.RegisterOperationAction(channels.See, OperationKind.Invocation, OperationKind.MethodReference);
                start.RegisterCompilationEndAction(channels.Report);
            }
        });
    }

    private sealed class Channels(TenancySymbols symbols, INamedTypeSymbol onSets, INamedTypeSymbol onDatabase, Handovers handovers)
    {
        private readonly ConcurrentQueue<(IOperation Source, Diagnostic Found)> handedOn = new();

        public void See(OperationAnalysisContext context)
        {
            var (method, source) = context.Operation switch
            {
                IInvocationOperation call => (call.TargetMethod, QuerySource.Receiver(call)),
                IMethodReferenceOperation group => (group.Method, group.Instance),
                _ => default,
            };
            if (method is null
                || !(Is(method.ContainingType, onSets) ? OpensSqlOnSets(method.Name) : Is(method.ContainingType, onDatabase) && OpensSqlOnDatabase(method.Name))
                || CrossTenantScope.Covers(context.Operation, context.ContainingSymbol, symbols.CrossTenant))
            {
                return;
            }
            var trace = QuerySource.Trace(source, symbols);
            var found = Diagnostic.Create(RawSql, CallSite.Of(context.Operation.Syntax), method.Name);
            if (trace is { Kind: ContextKind.Unknown, IsHandedOn: true })
            {
                handedOn.Enqueue((source!, found));
            }
            else if (trace.Kind != ContextKind.Other)
            {
                context.Report(found);
            }
        }

        /// <summary>What came from elsewhere in the compilation is judged when all of it was seen.</summary>
        public void Report(CompilationAnalysisContext context)
        {
            foreach (var (source, found) in handedOn)
            {
                if (QuerySource.Trace(source, symbols, handovers).Kind != ContextKind.Other)
                {
                    context.Report(found);
                }
            }
        }
    }

    private static bool OpensSqlOnSets(string method) => method.StartsWith("FromSql", StringComparison.Ordinal);

    /// <summary>Setting the connection is no leak by itself; the one that the context uses is, once it is in the user's hands.</summary>
    private static bool OpensSqlOnDatabase(string method) => method == "GetDbConnection"
        || method.StartsWith("ExecuteSql", StringComparison.Ordinal)
        || method.StartsWith("SqlQuery", StringComparison.Ordinal);

    private static bool Is(INamedTypeSymbol type, INamedTypeSymbol other) => SymbolEqualityComparer.Default.Equals(type, other);
}
