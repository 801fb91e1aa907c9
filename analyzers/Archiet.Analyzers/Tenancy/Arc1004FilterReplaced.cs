using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>
/// ARC1004: a model that takes the tenant filter away or weakens it: a filter of the same name, none, one without a name beside it, one on a derived type; a tenant that
/// the model keeps from when it was built; a way around the comparison.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc1004FilterReplaced : DiagnosticAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor FilterReplaced = new(
        "ARC1004",
        "The model takes the tenant filter away",
        "This filter {0}: {1}",
        Rule.Tenancy,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC1004"),
        customTags: [Rule.AlwaysOn, WellKnownDiagnosticTags.CompilationEnd]);

    private const string NameIt = "give it a name of its own, HasQueryFilter(\"name\", ...)";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FilterReplaced];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (TenancySymbols.Of(start.Compilation, start.Options) is { } symbols)
            {
                var model = new Model(symbols);
                start.RegisterOperationAction(model.See, OperationKind.Invocation);
                start.RegisterCompilationEndAction(model.Report);
            }
        });
    }

    /// <summary>The filters of a compilation. Those of one entity can contradict each other from anywhere, so they are judged at the end.</summary>
    private sealed class Model(TenancySymbols symbols)
    {
        private readonly ConcurrentQueue<(QueryFilterCall Filter, ITypeSymbol Context)> marked = new();

        public void See(OperationAnalysisContext context)
        {
            if (QueryFilterCall.Of((IInvocationOperation)context.Operation) is not { } filter
                || CrossTenantScope.Covers(filter.Call, context.ContainingSymbol, symbols.CrossTenant)
                || (filter.Entity is not null && CrossTenantScope.Covers(filter.Entity, symbols.CrossTenant)))
            {
                return;
            }
            if (IsOfOurs(filter, context.ContainingSymbol.ContainingType))
            {
                if (FlawOfOurs(filter) is var (fact, remedy))
                {
                    context.Report(Found(CallSite.Of(filter.Call.Syntax), fact, remedy));
                }
            }
            else if (filter.Entity is not null && symbols.IsOwned(filter.Entity))
            {
                marked.Enqueue((filter, context.ContainingSymbol.ContainingType));
                if (FlawOfMarked(filter, context.ContainingSymbol.ContainingType) is var (fact, remedy))
                {
                    context.Report(Found(CallSite.Of(filter.Call.Syntax), fact, remedy));
                }
            }
            if (filter.Filter is { } lambda)
            {
                foreach (var flaw in FilterFlaw.In(lambda, symbols))
                {
                    context.Report(Found(flaw.Place.Syntax.GetLocation(), flaw.Fact, flaw.Remedy));
                }
            }
        }

        public void Report(CompilationAnalysisContext context)
        {
            foreach (var entity in marked.GroupBy(it => it.Filter.Entity, SymbolEqualityComparer.Default))
            {
                var filters = entity.ToArray();
                foreach (var (filter, type) in filters.Where(it => it.Filter is { Key: null, KeyKnown: true, Removes: false }))
                {
                    if (filters.Any(other => other.Filter.Key is not null && InOneModel(other.Context, type)))
                    {
                        context.Report(Found(CallSite.Of(filter.Call.Syntax), "has no name beside one that has, which Entity Framework refuses at the start", NameIt));
                    }
                }
                foreach (var (filter, type) in filters.Where(it => it.Filter is { KeyKnown: true, Removes: false } && !it.Filter.MayReadTenant(symbols)))
                {
                    if (filters.Any(other => other.Filter.KeyKnown && other.Filter.Key == filter.Key && other.Filter.MayReadTenant(symbols) && InOneModel(other.Context, type)))
                    {
                        context.Report(Found(CallSite.Of(filter.Call.Syntax), $"and the tenant filter of '{filter.Entity!.Name}' have the same name, so that the later one replaces the other", NameIt));
                    }
                }
            }
        }

        /// <summary>Whether the model is that of one of Archiet's contexts, which adds the tenant filter itself.</summary>
        private bool IsOfOurs(QueryFilterCall filter, INamedTypeSymbol around) =>
            (filter.Entity is not null && symbols.IsEmitted(filter.Entity)) || symbols.IsOurs(around);

        private static (string Fact, string Remedy)? FlawOfOurs(QueryFilterCall filter) => filter switch
        {
            { Key: "tenant", Removes: true } => ("takes the tenant filter away", "leave it out"),
            { Key: "tenant" } => ("has the name of the tenant filter, so that one of them replaces the other", NameIt),
            { Key: null, KeyKnown: true } => ("has no name beside the tenant filter, which Entity Framework refuses at the start", NameIt),
            _ => null,
        };

        private (string Fact, string Remedy)? FlawOfMarked(QueryFilterCall filter, INamedTypeSymbol around)
        {
            if (filter.Removes)
            {
                return ("is null and takes the tenant filter away", "leave it out");
            }
            return HasSetOfBase(filter.Entity!, around)
                ? ($"stands on '{filter.Entity!.Name}', which derives from another entity, and Entity Framework refuses it at the start", "put it on the root of the hierarchy")
                : null;
        }

        private bool HasSetOfBase(ITypeSymbol entity, INamedTypeSymbol context)
        {
            for (var at = entity.BaseType; at is not null; at = at.BaseType)
            {
                if (context.GetMembers().Any(member => member is IPropertySymbol property && SymbolEqualityComparer.Default.Equals(symbols.EntityOfSet(property.Type), at)))
                {
                    return true;
                }
            }
            return false;
        }

        /// <summary>Two contexts have two models; a configuration of its own can be part of any.</summary>
        private bool InOneModel(ITypeSymbol one, ITypeSymbol other) =>
            symbols.KindOf(one) is null || symbols.KindOf(other) is null || one.DerivesFrom(other) || other.DerivesFrom(one);

        private static Diagnostic Found(Location place, string fact, string remedy) => Diagnostic.Create(FilterReplaced, place, fact, remedy);
    }
}
