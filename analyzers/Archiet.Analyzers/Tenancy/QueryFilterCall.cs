using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>A call that gives an entity of a model a query filter, or takes one away.</summary>
/// <param name="Call">The call.</param>
/// <param name="Entity">The entity; null where only a run can tell: a loop over the model, a type parameter.</param>
/// <param name="Key">The filter's name; null of the one filter without a name.</param>
/// <param name="KeyKnown">False where the name is no constant.</param>
/// <param name="Filter">The filter, where it is written at the call.</param>
/// <param name="Removes">Whether the filter is null.</param>
internal sealed record QueryFilterCall(IInvocationOperation Call, ITypeSymbol? Entity, string? Key, bool KeyKnown, IAnonymousFunctionOperation? Filter, bool Removes)
{
    /// <summary>Reads a call; null when it is about something else.</summary>
    public static QueryFilterCall? Of(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("HasQueryFilter" or "SetQueryFilter") || !call.TargetMethod.IsOfEntityFramework())
        {
            return null;
        }
        var key = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String)?.Value;
        var filter = call.Arguments.FirstOrDefault(argument => argument.Parameter is { Type: INamedTypeSymbol { Name: "Expression" or "LambdaExpression" } })?.Value.WithoutConversions();
        return new QueryFilterCall(
            call,
            EntityOf(QuerySource.Receiver(call)?.Type),
            key?.ConstantValue.Value as string,
            key is null || key.ConstantValue.HasValue,
            filter as IAnonymousFunctionOperation,
            filter is { ConstantValue: { HasValue: true, Value: null } });
    }

    /// <summary>The entity that a builder is for; null where it is any.</summary>
    public static INamedTypeSymbol? EntityOf(ITypeSymbol? builder) =>
        builder is INamedTypeSymbol { Name: "EntityTypeBuilder", TypeArguments: [INamedTypeSymbol entity] } ? entity : null;

    /// <summary>Whether the filter names the tenant of an owned row, its own or that of a row it belongs to; one that is written elsewhere may.</summary>
    public bool MayReadTenant(TenancySymbols symbols) => !Removes && (Filter is null || TenantComparison.Reads(Filter.Body, symbols));
}
