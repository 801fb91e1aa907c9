using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>
/// ARC1008: what a tenant's context read is put where all tenants look, under a key that the tenant is not in. Reported only where both are proven: that the value is a
/// tenant's, and that the key cannot have the tenant in it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc1008KeyWithoutTenant : DiagnosticAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor KeyWithoutTenant = new(
        "ARC1008",
        "A tenant's data under a key without the tenant",
        "{0} is shared by all tenants and holds rows of one, {1}, so that another tenant gets them: {2}",
        Rule.Tenancy,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC1008"),
        customTags: Rule.AlwaysOn);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [KeyWithoutTenant];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (TenancySymbols.Of(start.Compilation, start.Options) is { } symbols)
            {
                start.RegisterOperationAction(operation => Check(operation, SharedPlace.Of((IInvocationOperation)operation.Operation), symbols), OperationKind.Invocation);
                start.RegisterOperationAction(
                    operation => Check(operation, SharedPlace.Of((IAssignmentOperation)operation.Operation), symbols), OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment);
            }
        });
    }

    private static void Check(OperationAnalysisContext context, SharedPlace? shared, TenancySymbols symbols)
    {
        if (shared is not { } place
            || (place.Key is { } key && !KeyParts.LackTenant(key, place.Values, symbols))
            || !HoldTenantValue(place, symbols)
            || CrossTenantScope.Covers(context.Operation, context.ContainingSymbol, symbols.CrossTenant))
        {
            return;
        }
        var (fact, remedy) = place.Key is null
            ? ("without any key", "keep it for each tenant, or say why on the member with [CrossTenant(because: \"...\")]")
            : ("under a key that the tenant is not in", "put the context's Tenant into the key, or say why on the member with [CrossTenant(because: \"...\")]");
        context.Report(Diagnostic.Create(KeyWithoutTenant, PlaceOf(context.Operation, place.Key), place.What, fact, remedy));
    }

    /// <summary>Not in the method that asks: a closure there would be made at every call of the code that is looked at.</summary>
    private static bool HoldTenantValue(SharedPlace place, TenancySymbols symbols) => place.Values.Any(value => symbols.KindOf(value.Type) is null && TenantValue.Is(value, symbols));

    private static Location PlaceOf(IOperation operation, IOperation? key) =>
        key?.Syntax.GetLocation() ?? (operation is IAssignmentOperation assignment ? assignment.Target.Syntax.GetLocation() : CallSite.Of(operation.Syntax));
}
