using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>What the code of a compilation does to models: which entities it adds, which get a filter or a tenant column, and whether anybody else has a hand in it.</summary>
internal sealed class ModelFacts(Compilation compilation, TenancySymbols symbols)
{
    private readonly ConcurrentDictionary<ISymbol, byte> filtered = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, byte> withColumn = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentQueue<(INamedTypeSymbol Entity, Location Place, INamedTypeSymbol Context)> added = new();
    private int anyEntity;

    /// <summary>The entities that a context of Archiet's is given by hand, and where.</summary>
    public IEnumerable<(INamedTypeSymbol Entity, Location Place, INamedTypeSymbol Context)> Added => added;

    /// <summary>Whether code filters entities that only a run can tell, or hands the model to somebody whose code is not here.</summary>
    public bool FiltersAny => Volatile.Read(ref anyEntity) != 0;

    /// <summary>Takes a call into account.</summary>
    public void See(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (QueryFilterCall.Of(call) is { } filter)
        {
            if (filter.Entity is { } entity && filter.MayReadTenant(symbols))
            {
                filtered.TryAdd(entity, 0);
            }
            else if (filter.Entity is null && !filter.Removes)
            {
                Volatile.Write(ref anyEntity, 1);
            }
        }
        else if (call.TargetMethod.IsOfEntityFramework())
        {
            SeeModel(call, context.ContainingSymbol.ContainingType);
        }
        else if (!SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingAssembly, compilation.Assembly) && TakesModel(call))
        {
            Volatile.Write(ref anyEntity, 1);
        }
    }

    /// <summary>Whether an entity, or one that it derives from, has a filter that may name its tenant.</summary>
    public bool IsFiltered(ITypeSymbol entity) => IsIn(filtered, entity);

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
