using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>
/// ARC1007: a tenant-owned context that outlives the work it was made for: pooled, a singleton, in a static member, captured by a service that lives as long as the app;
/// and one of Archiet's contexts made by hand, which has no tenant at all.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc1007ContextLifetime : DiagnosticAnalyzer
{
    /// <summary>The property of a finding that the same registration without a pool would be right.</summary>
    public const string PoolOfOthers = "PoolOfOthers";

    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor ContextLifetime = new(
        "ARC1007",
        "A context outlives its tenant",
        "'{0}' belongs to one tenant, and {1}: {2}",
        Rule.Tenancy,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC1007"),
        customTags: [Rule.AlwaysOn, WellKnownDiagnosticTags.CompilationEnd]);

    private static readonly ImmutableDictionary<string, string?> Pool = ImmutableDictionary<string, string?>.Empty.Add(PoolOfOthers, null);

    private const string TakeIt = "take it from the services of a request, or from a factory for each piece of work";
    private const string ByArchiet = "AddArchiet registers it; take it from the services of a request, or from ITenantContextFactory with a tenant";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ContextLifetime];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (TenancySymbols.Of(start.Compilation, start.Options) is { } symbols)
            {
                var lease = new PooledFactories(symbols);
                start.RegisterSymbolAction(symbol => CheckStatic(symbol, symbols), SymbolKind.Field, SymbolKind.Property);
                start.RegisterOperationAction(operation => CheckMade(operation, symbols), OperationKind.ObjectCreation);
                start.RegisterOperationAction(operation => CheckRegistered(operation, symbols, lease), OperationKind.Invocation);
                start.RegisterOperationAction(lease.See, OperationKind.SimpleAssignment);
                start.RegisterCompilationEndAction(lease.Report);
            }
        });
    }

    private static void CheckStatic(SymbolAnalysisContext context, TenancySymbols symbols)
    {
        var type = context.Symbol is IFieldSymbol field ? field.Type : ((IPropertySymbol)context.Symbol).Type;
        if (context.Symbol is { IsStatic: true, IsImplicitlyDeclared: false }
            && (context.Symbol is IFieldSymbol || ((IPropertySymbol)context.Symbol).IsAuto())
            && ContextIn(type, symbols) is { } kept
            && !CrossTenantScope.Covers(context.Symbol, symbols.CrossTenant))
        {
            context.Report(Diagnostic.Create(ContextLifetime, context.Symbol.Locations[0], kept.Name, "a static member hands the same one to every tenant", TakeIt));
        }
    }

    /// <summary>A context, or a lazy one, or a box of the framework's around it. What is made anew for each flow of a request is not shared.</summary>
    private static ITypeSymbol? ContextIn(ITypeSymbol type, TenancySymbols symbols) => type switch
    {
        _ when symbols.KindOf(type) == ContextKind.Tenant => type,
        INamedTypeSymbol { Name: "Lazy" or "ThreadLocal" or "WeakReference" or "StrongBox", TypeArguments: [var inner, ..] } => ContextIn(inner, symbols),
        _ => null,
    };

    private static void CheckMade(OperationAnalysisContext context, TenancySymbols symbols)
    {
        if (context.Operation.Type is { TypeKind: TypeKind.Class } type && symbols.IsOurs(type) && !CrossTenantScope.Covers(context.Operation, context.ContainingSymbol, symbols.CrossTenant))
        {
            Report(context, context.Operation.Syntax, type, "one made by hand has none in force and refuses every query", ByArchiet);
        }
    }

    /// <summary>Not in the method that asks: a closure there would be made at every call of the code that is looked at.</summary>
    private static ITypeSymbol? TenantContextOf(IInvocationOperation call, TenancySymbols symbols) =>
        ContextRegistrations.Types(call).FirstOrDefault(type => symbols.KindOf(type) == ContextKind.Tenant);

    private static void CheckRegistered(OperationAnalysisContext context, TenancySymbols symbols, PooledFactories lease)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!ContextRegistrations.IsRegistration(call.TargetMethod) || CrossTenantScope.Covers(call, context.ContainingSymbol, symbols.CrossTenant))
        {
            return;
        }
        var method = call.TargetMethod.Name;
        var registered = TenantContextOf(call, symbols);
        if (registered is not null && call.TargetMethod.IsOfEntityFramework() && symbols.IsOurs(registered) && method.Contains("DbContext"))
        {
            Report(context, call.Syntax, registered, "one that Entity Framework makes has none in force and refuses every query", ByArchiet);
        }
        else if (registered is not null && method == "AddDbContextPool")
        {
            context.Report(Diagnostic.Create(ContextLifetime, CallSite.Of(call.Syntax), Pool, registered.Name, PooledFactories.Fact, "register it with AddDbContext"));
        }
        else if (registered is not null && method == "AddPooledDbContextFactory")
        {
            lease.Pooled(registered, CallSite.Of(call.Syntax));
        }
        else if (registered is not null && ContextRegistrations.IsForLife(call))
        {
            Report(context, call.Syntax, registered, "a singleton is the same one for every tenant", TakeIt);
        }
        else if (ContextRegistrations.IsForLife(call) && (ContextRegistrations.ContextResolved(call, symbols) ?? ContextRegistrations.ContextTaken(call, symbols)) is { } taken)
        {
            Report(context, call.Syntax, taken, "this keeps the first one for as long as the app runs", TakeIt);
        }
    }

    private static void Report(OperationAnalysisContext context, SyntaxNode place, ITypeSymbol type, string fact, string remedy) =>
        context.Report(Diagnostic.Create(ContextLifetime, CallSite.Of(place), type.Name, fact, remedy));

    /// <summary>A pooled factory is right where whoever leases a context sets its tenant: some code of the project assigns to a member of it.</summary>
    private sealed class PooledFactories(TenancySymbols symbols)
    {
        public const string Fact = "a pool hands it to one tenant after the other with what it knows of the first";

        private readonly ConcurrentQueue<(ITypeSymbol Context, Location Place)> pooled = new();
        private readonly ConcurrentDictionary<ITypeSymbol, byte> set = new(SymbolEqualityComparer.Default);

        public void Pooled(ITypeSymbol context, Location place) => pooled.Enqueue((context, place));

        public void See(OperationAnalysisContext context)
        {
            if (((ISimpleAssignmentOperation)context.Operation).Target is IMemberReferenceOperation { Instance: { Type: { TypeKind: TypeKind.Class } type } instance } member
                && instance is not IInstanceReferenceOperation
                && symbols.KindOf(type) == ContextKind.Tenant
                && !member.Member.IsOfEntityFramework())
            {
                set.TryAdd(type, 0);
            }
        }

        public void Report(CompilationAnalysisContext context)
        {
            foreach (var (type, place) in pooled)
            {
                if (!set.ContainsKey(type))
                {
                    context.Report(Diagnostic.Create(
                        ContextLifetime,
                        place,
                        Pool,
                        type.Name,
                        Fact,
                        "set its tenant where it is leased, or register a factory that does not pool, AddDbContextFactory"));
                }
            }
        }
    }
}
