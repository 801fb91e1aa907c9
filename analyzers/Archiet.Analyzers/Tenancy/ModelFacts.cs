using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>What the code of a compilation does to models: which entities it adds, which get a filter or a tenant column, and whether anybody else has a hand in it.</summary>
internal sealed class ModelFacts(Compilation compilation, TenancySymbols symbols)
{
    private readonly ConcurrentQueue<(INamedTypeSymbol? Entity, INamedTypeSymbol? Context)> filtered = new();
    private readonly ConcurrentDictionary<ISymbol, byte> withColumn = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentQueue<(INamedTypeSymbol Entity, Location Place, INamedTypeSymbol Context)> added = new();
    /// <summary>The entities that a context of Archiet's is given by hand, and where.</summary>
    public IEnumerable<(INamedTypeSymbol Entity, Location Place, INamedTypeSymbol Context)> Added => added;

    /// <summary>Takes a call into account.</summary>
    public void See(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (QueryFilterCall.Of(call) is { } filter)
        {
            if (filter.Entity is null ? !filter.Removes : filter.MayReadTenant(symbols))
            {
                filtered.Enqueue((filter.Entity as INamedTypeSymbol, ContextAround(context)));
            }
        }
        else if (call.TargetMethod.IsOfEntityFramework())
        {
            SeeModel(call, context.ContainingSymbol.ContainingType);
        }
        else if (!SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingAssembly, compilation.Assembly) && TakesModel(call))
        {
            filtered.Enqueue((null, ContextAround(context)));
        }
    }

    /// <summary>
    /// Whether the model of a context may filter an entity, or one that it derives from, by its tenant: by code of the context or of no context, for this entity or for some
    /// that only a run can tell, or by somebody who is handed the model and whose code is not here.
    /// </summary>
    public bool MayFilter(INamedTypeSymbol context, ITypeSymbol entity) => filtered.Any(it =>
        (it.Context is null || it.Context.DerivesFrom(context) || context.DerivesFrom(it.Context))
        && (it.Entity is null || entity.DerivesFrom(it.Entity) || entity.AllInterfaces.Contains(it.Entity, SymbolEqualityComparer.Default)));

    /// <summary>Whether code of one of Archiet's contexts, or of no context, filters an entity by the tenant of a row that it belongs to.</summary>
    public bool IsFilteredInOurs(ITypeSymbol entity) => filtered.Any(it => it.Entity is not null && entity.DerivesFrom(it.Entity) && (it.Context is null || symbols.IsOurs(it.Context)));

    private INamedTypeSymbol? ContextAround(OperationAnalysisContext context) =>
        context.ContainingSymbol.ContainingType is { } type && type.DerivesFrom(symbols.DbContext) ? type : null;

    /// <summary>Whether an entity has the tenant column: as a member, or as a shadow property that the model states.</summary>
    public bool HasColumn(ITypeSymbol entity)
    {
        for (var at = entity; at is not null; at = at.BaseType)
        {
            if (at.GetMembers(TenantMarkers.DefaultMember).Any(member => member is IPropertySymbol or IFieldSymbol))
            {
                return true;
            }
        }
        return IsIn(withColumn, entity);
    }

    private void SeeModel(IInvocationOperation call, INamedTypeSymbol? around)
    {
        switch (call.TargetMethod.Name)
        {
            case "Entity" when call.TargetMethod is { ContainingType.Name: "ModelBuilder", TypeArguments: [INamedTypeSymbol entity] } && symbols.IsOurs(around):
                added.Enqueue((entity, CallSite.Of(call.Syntax), around!));
                break;
            case "ApplyConfiguration" when call.TargetMethod.TypeArguments is [INamedTypeSymbol entity] && symbols.IsOurs(around):
                added.Enqueue((entity, CallSite.Of(call.Syntax), around!));
                break;
            case "Property" when call is { Instance: { } builder }
                && QueryFilterCall.EntityOf(builder.Type) is { } entity
                && call.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: TenantMarkers.DefaultMember }):
                withColumn.TryAdd(entity, 0);
                break;
        }
    }

    private static bool TakesModel(IInvocationOperation call)
    {
        foreach (var parameter in call.TargetMethod.Parameters)
        {
            if (parameter.Type is { Name: "ModelBuilder" or "EntityTypeBuilder" or "IMutableModel" or "IMutableEntityType" or "IConventionModelBuilder" } type && type.IsOfEntityFramework())
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsIn(ConcurrentDictionary<ISymbol, byte> entities, ITypeSymbol entity)
    {
        for (var at = entity; at is not null; at = at.BaseType)
        {
            if (entities.ContainsKey(at))
            {
                return true;
            }
        }
        return entity.AllInterfaces.Any(entities.ContainsKey);
    }
}
