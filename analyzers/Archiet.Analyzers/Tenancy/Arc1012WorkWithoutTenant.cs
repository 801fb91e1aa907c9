using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>
/// ARC1012: work beside a request that nobody gave a tenant: a context from a scope that no request entered, which refuses every query, or the request's own context in
/// work that goes on when the request has ended.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc1012WorkWithoutTenant : DiagnosticAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor WorkWithoutTenant = new(
        "ARC1012",
        "Work without a tenant of its own",
        "'{0}' {1}: name the tenant, and take a context for it from ITenantContextFactory",
        Rule.Tenancy,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC1012"),
        customTags: Rule.AlwaysOn);

    private const string NoRequest = "comes from a scope that no request entered, so that no tenant is in force and every query is refused";
    private const string Goes = "is used in work that nobody waits for, so that it goes on when the request and its tenant have ended";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [WorkWithoutTenant];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (TenancySymbols.Of(start.Compilation, start.Options) is { } symbols)
            {
                start.RegisterOperationAction(operation => CheckCall(operation, symbols), OperationKind.Invocation);
                start.RegisterOperationAction(operation => CheckWork(operation, symbols), OperationKind.ObjectCreation, OperationKind.EventAssignment);
            }
        });
    }

    private static void CheckCall(OperationAnalysisContext context, TenancySymbols symbols)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is "GetRequiredService" or "GetService")
        {
            CheckResolved(context, call, symbols);
        }
        else if (call.TargetMethod.Name is "Run" or "StartNew" or "QueueUserWorkItem" or "UnsafeQueueUserWorkItem")
        {
            CheckWork(context, symbols);
        }
        else if (ForgottenWork.GivesTask(call.TargetMethod) && ForgottenWork.IsDropped(call) && ContextOf(call, symbols) is { } used)
        {
            Report(context, CallSite.Of(call.Syntax), used, Goes, symbols);
        }
    }

    /// <summary>A context of ours knows its tenant from the request of its scope; one that was made by hand is of none. (Others may set their tenant in the scope.)</summary>
    private static void CheckResolved(OperationAnalysisContext context, IInvocationOperation call, TenancySymbols symbols)
    {
        var service = call.TargetMethod.TypeArguments is [var only] ? only
            : call.Arguments.Select(argument => argument.Value).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand;
        if (service is { TypeKind: TypeKind.Class } && symbols.IsOurs(service) && IsOutsideRequests(QuerySource.Receiver(call), context.ContainingSymbol))
        {
            Report(context, CallSite.Of(call.Syntax), service, NoRequest, symbols);
        }
    }

    private static bool IsOutsideRequests(IOperation? provider, ISymbol member) => provider?.WithoutConversions() switch
    {
        IPropertyReferenceOperation { Property: { Name: "ServiceProvider", ContainingType.Name: "IServiceScope" or "AsyncServiceScope" } } => true,
        IPropertyReferenceOperation { Property: { Name: "Services", ContainingType.Name: "WebApplication" or "IHost" } } => true,
        ILocalReferenceOperation local => LocalUses.Of(local) is { AllKnown: true } uses && uses.Values.All(value => IsOutsideRequests(value, member)),
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } or IFieldReferenceOperation { Instance: IInstanceReferenceOperation } =>
            provider?.Type?.Name == nameof(IServiceProvider) && member.ContainingType is { } type && type.AllInterfaces.Any(candidate => candidate is { Name: "IHostedService", ContainingNamespace.Name: "Hosting" }),
        _ => false,
    };

    private static void CheckWork(OperationAnalysisContext context, TenancySymbols symbols)
    {
        foreach (var function in ForgottenWork.Of(context.Operation))
        {
            if (ForgottenWork.ContextUsed(function, symbols) is { } used)
            {
                Report(context, PlaceOf(context.Operation), used, Goes, symbols);
                return;
            }
        }
    }

    private static ITypeSymbol? ContextOf(IInvocationOperation call, TenancySymbols symbols)
    {
        foreach (var argument in call.Arguments)
        {
            if (symbols.KindOf(argument.Value.WithoutConversions().Type) == ContextKind.Tenant)
            {
                return argument.Value.WithoutConversions().Type;
            }
        }
        return symbols.KindOf(call.Instance?.Type) == ContextKind.Tenant ? call.Instance!.Type : ForgottenWork.ContextUsed(call, symbols);
    }

    private static void Report(OperationAnalysisContext context, Location place, ITypeSymbol type, string fact, TenancySymbols symbols)
    {
        if (!CrossTenantScope.Covers(context.Operation, context.ContainingSymbol, symbols.CrossTenant))
        {
            context.Report(Diagnostic.Create(WorkWithoutTenant, place, type.Name, fact));
        }
    }

    private static Location PlaceOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => CallSite.Of(call.Syntax),
        IEventAssignmentOperation assignment => assignment.EventReference.Syntax.GetLocation(),
        _ => operation.Syntax.GetLocation(),
    };
}
