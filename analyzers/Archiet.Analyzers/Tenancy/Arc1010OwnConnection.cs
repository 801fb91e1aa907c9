using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>
/// ARC1010: a way of one's own to the database, past the context: a connection, a data source's command, a pool that keeps settings, a statement that sets by hand what row
/// security goes by. The origin is reported and not each use.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc1010OwnConnection : DiagnosticAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor OwnConnection = new(
        "ARC1010",
        "A way of one's own to the database",
        "{0}: go by the context, or say why on the member with [CrossTenant(because: \"...\")]",
        Rule.Tenancy,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC1010"),
        customTags: [Rule.AlwaysOn, WellKnownDiagnosticTags.CompilationEnd]);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [OwnConnection];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (TenancySymbols.Of(start.Compilation, start.Options) is { } symbols && start.Compilation.GetTypeByMetadataName("System.Data.Common.DbConnection") is { } connection)
            {
                var ways = new Ways(symbols, connection);
                start.RegisterOperationAction(ways.SeeMade, OperationKind.ObjectCreation);
                start.RegisterOperationAction(ways.SeeCall, OperationKind.Invocation);
                start.RegisterOperationAction(ways.SeeAssignment, OperationKind.SimpleAssignment);
                start.RegisterOperationAction(ways.SeeText, OperationKind.Literal);
                start.RegisterSymbolAction(ways.SeeType, SymbolKind.NamedType);
                start.RegisterCompilationEndAction(ways.Report);
            }
        });
    }

    private sealed class Ways(TenancySymbols symbols, INamedTypeSymbol connection)
    {
        private readonly ConcurrentQueue<Diagnostic> toOtherServers = new();
        private int hasMarkedContext;

        /// <summary>A context of others can be on any server; Archiet's is on PostgreSQL.</summary>
        public void SeeType(SymbolAnalysisContext context)
        {
            var type = (INamedTypeSymbol)context.Symbol;
            if (symbols.KindOf(type) == ContextKind.Tenant && !symbols.IsOurs(type))
            {
                Volatile.Write(ref hasMarkedContext, 1);
            }
        }

        public void SeeMade(OperationAnalysisContext context)
        {
            if (context.Operation.Type is { TypeKind: TypeKind.Class } type && type.DerivesFrom(connection) && !IsForContext(context.Operation) && !Covers(context))
            {
                var found = Diagnostic.Create(OwnConnection, CallSite.Of(context.Operation.Syntax), $"No tenant filter is on what this '{type.Name}' reads and writes");
                if (type.ContainingAssembly.Name != "Npgsql")
                {
                    toOtherServers.Enqueue(found);
                }
                else if (symbols.EntityContext is not null)
                {
                    context.Report(found);
                }
            }
        }

        public void SeeCall(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            var method = call.TargetMethod;
            if (symbols.EntityContext is null || !MayOpen(method.Name))
            {
                return;
            }
            var opens = method switch
            {
                { Name: "CreateCommand" or "CreateBatch" or "CreateConnection" or "OpenConnection" or "OpenConnectionAsync" } => IsNamed(call.Instance?.Type, "DbDataSource") || IsNamed(call.Instance?.Type, "DbProviderFactory"),
                { Name: "AddNpgsqlDataSource" or "AddMultiHostNpgsqlDataSource" } => true,
                _ => false,
            };
            if (opens && !IsForContext(call) && !Covers(context))
            {
                context.Report(Diagnostic.Create(OwnConnection, CallSite.Of(call.Syntax), $"No tenant filter is on what comes of this '{method.Name}'"));
            }
        }

        public void SeeAssignment(OperationAnalysisContext context)
        {
            var assignment = (ISimpleAssignmentOperation)context.Operation;
            if (assignment.Target is IPropertyReferenceOperation { Property: { Name: "NoResetOnClose", ContainingAssembly.Name: "Npgsql" } }
                && assignment.Value.ConstantValue is { HasValue: true, Value: true }
                && !Covers(context))
            {
                ReportNoReset(context, assignment.Syntax.GetLocation());
            }
        }

        public void SeeText(OperationAnalysisContext context)
        {
            if (context.Operation is not { Type.SpecialType: SpecialType.System_String, ConstantValue.Value: string { Length: > 7 } text } || !SettingText.MayMatter(text))
            {
                return;
            }
            if (SettingText.KeepsSettings(text))
            {
                if (!Covers(context))
                {
                    ReportNoReset(context, context.Operation.Syntax.GetLocation());
                }
            }
            else if (SettingText.Sets(text) is { } what && SettingText.IsSent(context.Operation) && !Covers(context))
            {
                context.Report(Diagnostic.Create(OwnConnection, context.Operation.Syntax.GetLocation(), $"This statement sets '{what}' by hand, and row security goes by it"));
            }
        }

        public void Report(CompilationAnalysisContext context)
        {
            if (Volatile.Read(ref hasMarkedContext) != 0)
            {
                foreach (var found in toOtherServers)
                {
                    context.Report(found);
                }
            }
        }

        private static void ReportNoReset(OperationAnalysisContext context, Location place) =>
            context.Report(Diagnostic.Create(OwnConnection, place, "A pool that resets nothing hands the tenant setting of one user to the next"));

        /// <summary>Whether a reason is given, or none is needed because the project has nothing to do with tenants.</summary>
        private bool Covers(OperationAnalysisContext context) =>
            CrossTenantScope.Covers(context.Operation, context.ContainingSymbol, symbols.CrossTenant) || !symbols.ConcernsTenants;

        private static bool MayOpen(string method) => method.StartsWith("Create", StringComparison.Ordinal) || method.StartsWith("OpenConnection", StringComparison.Ordinal)
            || method.EndsWith("NpgsqlDataSource", StringComparison.Ordinal);

        private static bool IsNamed(ITypeSymbol? type, string name)
        {
            for (var at = type; at is not null; at = at.BaseType)
            {
                if (at.Name == name && at.ContainingNamespace?.ToDisplayString() == "System.Data.Common")
                {
                    return true;
                }
            }
            return false;
        }

        /// <summary>Whether a connection is made for a context to use, as tests do with one in memory: handed to <c>UseSqlite(connection)</c> and its like.</summary>
        private static bool IsForContext(IOperation made)
        {
            var at = made;
            while (at.Parent is IConversionOperation or IAwaitOperation)
            {
                at = at.Parent;
            }
            return at.Parent switch
            {
                IArgumentOperation { Parent: IInvocationOperation call } => IsUse(call),
                IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => IsUsedForContext(declarator),
                _ => false,
            };
        }

        private static bool IsUsedForContext(IVariableDeclaratorOperation declarator)
        {
            return declarator.Whole().Descendants().Any(it => it is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, declarator.Symbol) && IsArgumentOfUse(local));
        }

        private static bool IsArgumentOfUse(IOperation at)
        {
            while (at.Parent is IConversionOperation)
            {
                at = at.Parent;
            }
            return at.Parent is IArgumentOperation { Parent: IInvocationOperation call } && IsUse(call);
        }

        private static bool IsUse(IInvocationOperation call) =>
            call.TargetMethod.Name.StartsWith("Use", StringComparison.Ordinal) && call.TargetMethod.ContainingAssembly.Name.Contains("EntityFrameworkCore");
    }
}
