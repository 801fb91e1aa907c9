using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>The code that may write a tenant column: what saves rows, the constructor of a marked entity, seeds, and copies of a tenant that is in force already.</summary>
internal sealed class TenantWriters(Compilation compilation, TenancySymbols symbols)
{
    private readonly INamedTypeSymbol? interceptor = compilation.GetTypeByMetadataName("Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor");

    public TenancySymbols Symbols => symbols;

    /// <summary>Whether a write is in its place.</summary>
    public bool May(OperationAnalysisContext context, IOperation target, IOperation? value, ITypeSymbol entity) =>
        (!symbols.IsEmitted(entity) && (IsSaving(context.ContainingSymbol) || IsOwnConstructor(context, target) || IsSeed(target) || (value is not null && IsTenantsOwn(value)) || MayByAnother(target, entity)))
        || Covers(context);

    /// <summary>Whether the code around says why it writes for other tenants.</summary>
    public bool Covers(OperationAnalysisContext context) => CrossTenantScope.Covers(context.Operation, context.ContainingSymbol, symbols.CrossTenant);

    /// <summary>Other frameworks have new rows told their tenant; a row that a query found has one, which nobody may change.</summary>
    private bool MayByAnother(IOperation target, ITypeSymbol entity) => symbols.IsOnlyConfigured(entity)
        && target is IMemberReferenceOperation { Instance: { } row } && symbols.IsOwned(row.Type)
        && !Origins.Of(row, handovers: null).Any(origin => origin.Value is IInvocationOperation or IMemberReferenceOperation && QuerySource.Of(origin.Value, symbols) == ContextKind.Tenant);

    /// <summary>A context, or an interceptor of one: where rows are stamped.</summary>
    private bool IsSaving(ISymbol member) => member.ContainingType is { } type
        && (type.DerivesFrom(symbols.DbContext) || (interceptor is not null && type.AllInterfaces.Contains(interceptor, SymbolEqualityComparer.Default)));

    private static bool IsOwnConstructor(OperationAnalysisContext context, IOperation target) =>
        context.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
        && target is IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } };

    private static bool IsSeed(IOperation target)
    {
        for (var at = target.Parent; at is not null; at = at.Parent)
        {
            if (at is IInvocationOperation { TargetMethod.Name: "HasData" } call && call.TargetMethod.IsOfEntityFramework())
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The tenant of a row that was read, or a member of a context: both are of the tenant in force.</summary>
    private bool IsTenantsOwn(IOperation value) => value.WithoutConversions() switch
    {
        IMemberReferenceOperation { Instance: { } from } member =>
            symbols.KindOf(from.Type) is not null || (symbols.IsOwned(from.Type) && member.Member.Name == symbols.TenantMemberOf(from.Type)),
        IInvocationOperation { Instance: { } from } => symbols.KindOf(from.Type) is not null,
        _ => false,
    };
}
