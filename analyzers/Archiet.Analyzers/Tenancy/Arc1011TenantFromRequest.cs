using System.Collections.Immutable;
using Archiet.Analyzers.Web;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>ARC1011: the tenant in force is one that the request names, so that whoever sends it chooses whose rows they get.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc1011TenantFromRequest : DiagnosticAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor TenantFromRequest = new(
        "ARC1011",
        "The request chooses its tenant",
        "'{0}' puts a tenant in force that the request names, so that whoever sends it chooses whose rows they get: take the context of the request's services, whose tenant is the "
            + "session's, or say why on the member with [CrossTenant(because: \"...\")]",
        Rule.Tenancy,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC1011"),
        customTags: Rule.AlwaysOn);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [TenantFromRequest];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (TenancySymbols.Of(start.Compilation, start.Options) is { } symbols && EndpointSymbols.Of(start.Compilation) is { } endpoints)
            {
                start.RegisterOperationAction(operation => CheckFactory(operation, symbols, endpoints), OperationKind.Invocation);
                start.RegisterOperationAction(operation => CheckMember(operation, symbols, endpoints), OperationKind.SimpleAssignment);
            }
        });
    }

    private static void CheckFactory(OperationAnalysisContext context, TenancySymbols symbols, EndpointSymbols endpoints)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is { Name: "Create", ContainingType: { Name: "ITenantContextFactory", ContainingNamespace.Name: "Archiet" } }
            && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value is { } tenant)
        {
            Check(context, call.TargetMethod.Name, tenant, symbols, endpoints);
        }
    }

    /// <summary>A context of others has its tenant in a member, which its filter reads.</summary>
    private static void CheckMember(OperationAnalysisContext context, TenancySymbols symbols, EndpointSymbols endpoints)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IMemberReferenceOperation { Instance: { } instance, Member: { } member }
            && member.Name.IndexOf("tenant", StringComparison.OrdinalIgnoreCase) >= 0
            && symbols.KindOf(instance.Type) == ContextKind.Tenant)
        {
            Check(context, member.Name, assignment.Value, symbols, endpoints);
        }
    }

    private static void Check(OperationAnalysisContext context, string what, IOperation tenant, TenancySymbols symbols, EndpointSymbols endpoints)
    {
        if (RequestValue.Is(tenant, endpoints)
            && !IsCompared(tenant, symbols)
            && !CrossTenantScope.Covers(context.Operation, context.ContainingSymbol, symbols.CrossTenant))
        {
            context.Report(Diagnostic.Create(TenantFromRequest, tenant.Syntax.GetLocation(), what));
        }
    }

    /// <summary>A value that the same code compares with the tenant of the caller is no choice any more.</summary>
    private static bool IsCompared(IOperation tenant, TenancySymbols symbols)
    {
        if (SymbolOf(tenant) is not { } given)
        {
            return false;
        }
        return tenant.Whole().Descendants().OfType<IBinaryOperation>().Any(comparison =>
            comparison.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
            && ((IsSame(comparison.LeftOperand) && IsInForce(comparison.RightOperand, symbols)) || (IsSame(comparison.RightOperand) && IsInForce(comparison.LeftOperand, symbols))));

        bool IsSame(IOperation operand) => SymbolEqualityComparer.Default.Equals(SymbolOf(operand), given);
    }

    private static ISymbol? SymbolOf(IOperation value) => value.WithoutConversions() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };

    private static bool IsInForce(IOperation value, TenancySymbols symbols) =>
        value.WithoutConversions() is IPropertyReferenceOperation { Property: { Name: "Tenant", ContainingType: { } type } }
        && (symbols.IsOurs(type) || type is { Name: "Caller", ContainingNamespace.Name: "Archiet" });
}
