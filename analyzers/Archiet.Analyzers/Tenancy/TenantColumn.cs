using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>Whether an expression names the tenant column of an entity: as a member, by a string, or through Entity Framework's entries.</summary>
internal static class TenantColumn
{
    private const string ChangeTracking = "Microsoft.EntityFrameworkCore.ChangeTracking";

    /// <summary>The owned entity whose tenant column an assignable expression is; null for every other expression.</summary>
    public static ITypeSymbol? EntityWritten(IOperation target, TenancySymbols symbols) => target switch
    {
        IMemberReferenceOperation { Instance.Type: { } entity } member when IsMember(member.Member.Name, entity, symbols) => entity,
        IPropertyReferenceOperation { Property.Name: "CurrentValue" or "OriginalValue", Instance: { } entry } => EntityOfProperty(entry, symbols),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: IPropertyReferenceOperation values, Arguments: [var name] } when IsTracking(values.Type) =>
            EntityNamed(values.Instance, name.Value, symbols),
        _ => null,
    };

    /// <summary>The owned entity whose tenant column an argument selects, as <c>row => row.TenantId</c> or <c>row => EF.Property&lt;Guid&gt;(row, "TenantId")</c>.</summary>
    public static ITypeSymbol? EntitySelected(IOperation selector, TenancySymbols symbols) => BodyOf(selector) switch
    {
        IMemberReferenceOperation { Instance.Type: { } entity } member when IsMember(member.Member.Name, entity, symbols) => entity,
        IInvocationOperation { TargetMethod: { Name: "Property", ContainingType.Name: "EF" }, Arguments: [var row, var name] } =>
            row.Value.WithoutConversions().Type is { } entity && name.Value.ConstantValue is { HasValue: true, Value: string text } && IsMember(text, entity, symbols) ? entity : null,
        _ => null,
    };

    /// <summary>The entity of an entry of the change tracker; null where its static type does not say.</summary>
    public static ITypeSymbol? EntityOfEntry(IOperation? entry) =>
        entry?.Type is INamedTypeSymbol { Name: "EntityEntry", TypeArguments: [var entity] } type && IsTracking(type) ? entity : null;

    /// <summary>Whether a type is one of Entity Framework's change tracking.</summary>
    public static bool IsTracking(ITypeSymbol? type) => type?.ContainingNamespace is { Name: "ChangeTracking" } space && space.ToDisplayString() == ChangeTracking;

    private static bool IsMember(string name, ITypeSymbol entity, TenancySymbols symbols) => symbols.IsOwned(entity) && name == symbols.TenantMemberOf(entity);

    private static ITypeSymbol? EntityOfProperty(IOperation entry, TenancySymbols symbols) =>
        IsTracking(entry.Type) && entry is IInvocationOperation { TargetMethod.Name: "Property" or "Member", Arguments: [var which], Instance: var owner }
            ? EntityNamed(owner, which.Value, symbols)
            : null;

    private static ITypeSymbol? EntityNamed(IOperation? entry, IOperation which, TenancySymbols symbols)
    {
        if (which.ConstantValue is { HasValue: true, Value: string name })
        {
            var entity = EntityOfEntry(entry) ?? EntityGiven(entry);
            return entity is not null && IsMember(name, entity, symbols) ? entity : null;
        }
        return EntitySelected(which, symbols);
    }

    /// <summary>The static type of what an untyped <c>Entry(object)</c> was asked for.</summary>
    private static ITypeSymbol? EntityGiven(IOperation? entry) =>
        entry is IInvocationOperation { TargetMethod.Name: "Entry", Arguments: [var row] } ? row.Value.WithoutConversions().Type : null;

    private static IOperation? BodyOf(IOperation selector) => selector.WithoutConversions() switch
    {
        IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } value }] } => value.WithoutConversions(),
        _ => null,
    };
}
