using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>
/// ARC1003: a set that no tenant filter covers: the table behind a many-to-many, an entity without a tenant in a context of Archiet's, a marked entity in a context that gives
/// it no filter, SQL as the source of an entity.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc1003UnfilteredSource : DiagnosticAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor UnfilteredSource = new(
        "ARC1003",
        "No tenant filter covers the set",
        "{0}, so that whoever reads it reads the rows of every tenant: {1}, or say why with [CrossTenant(because: \"...\")]",
        Rule.Tenancy,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC1003"),
        customTags: [Rule.AlwaysOn, WellKnownDiagnosticTags.CompilationEnd]);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UnfilteredSource];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (TenancySymbols.Of(start.Compilation, start.Options) is { } symbols)
            {
                var sets = new Sets(start.Compilation, symbols);
                start.RegisterOperationAction(sets.See, OperationKind.Invocation);
                start.RegisterSymbolAction(sets.SeeProperty, SymbolKind.Property);
                start.RegisterCompilationEndAction(sets.Report);
            }
        });
    }

    private static Diagnostic Found(Location place, string fact, string remedy) => Diagnostic.Create(UnfilteredSource, place, fact, remedy);

    private sealed class Sets(Compilation compilation, TenancySymbols symbols)
    {
        private readonly ModelFacts model = new(compilation, symbols);
        private readonly ConcurrentQueue<(INamedTypeSymbol Entity, IPropertySymbol Set)> sets = new();

        public void See(OperationAnalysisContext context)
        {
            model.See(context);
            var call = (IInvocationOperation)context.Operation;
            if (call.TargetMethod is { Name: "Set", IsGenericMethod: true } && call.Instance is { } source && IsBag(call.TargetMethod.TypeArguments[0])
                && symbols.KindOf(source.Type) is ContextKind.Tenant or ContextKind.Unknown
                && QuerySource.Of(source, symbols) != ContextKind.Other
                && !Covers(context))
            {
                context.Report(Found(CallSite.Of(call.Syntax), "No type says whose rows the table of this set holds, and no filter is on that of a many-to-many", "go by the navigation"));
            }
            else if (call.TargetMethod.Name == "ToSqlQuery" && call.TargetMethod.IsOfEntityFramework() && IsTenants(QuerySource.Receiver(call)?.Type, context.ContainingSymbol) && !Covers(context))
            {
                context.Report(Found(CallSite.Of(call.Syntax), "The SQL of 'ToSqlQuery' can name a value of its own as the tenant", "map a table, or a view with the tenant's column"));
            }
        }

        public void SeeProperty(SymbolAnalysisContext context)
        {
            var property = (IPropertySymbol)context.Symbol;
            if (symbols.EntityOfSet(property.Type) is INamedTypeSymbol entity
                && symbols.KindOf(property.ContainingType) == ContextKind.Tenant
                && !CrossTenantScope.Covers(property, symbols.CrossTenant)
                && !CrossTenantScope.Covers(entity, symbols.CrossTenant))
            {
                sets.Enqueue((entity, property));
            }
        }

        public void Report(CompilationAnalysisContext context)
        {
            foreach (var (entity, set) in sets)
            {
                if (symbols.IsOurs(set.ContainingType) ? LacksTenant(entity) : LacksFilter(entity, set.ContainingType))
                {
                    context.Report(Found(set.Locations[0], FactOf(entity, set.ContainingType), RemedyOf(entity, set.ContainingType)));
                }
            }
            foreach (var (entity, place, type) in model.Added)
            {
                if (LacksTenant(entity)
                    && !CrossTenantScope.Covers(entity, symbols.CrossTenant)
                    && !CrossTenantScope.Covers(type, symbols.CrossTenant)
                    && !sets.Any(it => SymbolEqualityComparer.Default.Equals(it.Entity, entity)))
                {
                    context.Report(Found(place, FactOf(entity, type), RemedyOf(entity, type)));
                }
            }
        }

        /// <summary>In a context of Archiet's an entity is filtered where it has a tenant; what the genome emits always has.</summary>
        private bool LacksTenant(INamedTypeSymbol entity) =>
            !symbols.IsEmitted(entity) && !IsBag(entity) && entity.TypeKind == TypeKind.Class && !model.HasColumn(entity) && !model.IsFilteredInOurs(entity);

        private bool LacksFilter(INamedTypeSymbol entity, INamedTypeSymbol context) =>
            symbols.IsOwned(entity) && IsKnownThroughout(context) && !model.MayFilter(context, entity);

        /// <summary>Whether all that builds the model is in this compilation or in Entity Framework.</summary>
        private bool IsKnownThroughout(INamedTypeSymbol context)
        {
            for (var at = context.BaseType; at is not null && !SymbolEqualityComparer.Default.Equals(at, symbols.DbContext); at = at.BaseType)
            {
                if (!SymbolEqualityComparer.Default.Equals(at.ContainingAssembly, compilation.Assembly)
                    && !at.ContainingAssembly.Name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal))
                {
                    return false;
                }
            }
            return true;
        }

        private bool IsTenants(ITypeSymbol? builder, ISymbol member) => QueryFilterCall.EntityOf(builder) is { } entity
            && !CrossTenantScope.Covers(entity, symbols.CrossTenant)
            && (symbols.IsOwned(entity) || symbols.IsOurs(member.ContainingType));

        private bool Covers(OperationAnalysisContext context) => CrossTenantScope.Covers(context.Operation, context.ContainingSymbol, symbols.CrossTenant);

        private string FactOf(INamedTypeSymbol entity, INamedTypeSymbol context) => symbols.IsOurs(context)
            ? $"'{entity.Name}' has no tenant in the model of '{context.Name}'"
            : $"'{context.Name}' gives '{entity.Name}' no filter by its tenant";

        private string RemedyOf(INamedTypeSymbol entity, INamedTypeSymbol context) => symbols.IsOurs(context)
            ? "state it in the genome, or give it a Guid TenantId"
            : $"give it one with HasQueryFilter, by '{symbols.TenantMemberOf(entity)}'";

        /// <summary>The rows of a table without a class.</summary>
        private static bool IsBag(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Dictionary" or "IDictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, _] };
    }
}
