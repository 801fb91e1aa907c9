using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>A comparison of a row's tenant with another value, as tenant filters have it.</summary>
/// <param name="Expression">The comparison.</param>
/// <param name="Row">The row's tenant.</param>
/// <param name="Value">What it is compared with.</param>
internal readonly record struct TenantComparison(IOperation Expression, IOperation Row, IOperation Value)
{
    /// <summary>Every comparison in a filter.</summary>
    public static IEnumerable<TenantComparison> In(IOperation body, TenancySymbols symbols)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            var (left, right) = operation switch
            {
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equals => (equals.LeftOperand, equals.RightOperand),
                IInvocationOperation { TargetMethod.Name: nameof(Equals), Instance: { } one, Arguments: [var other] } => (one, other.Value),
                IInvocationOperation { TargetMethod: { Name: nameof(Equals), IsStatic: true }, Arguments: [var one, var other, ..] } => (one.Value, other.Value),
                _ => default,
            };
            if (left is null || right is null)
            {
                continue;
            }
            if (IsTenant(left, symbols))
            {
                yield return new TenantComparison(operation, left, right);
            }
            else if (IsTenant(right, symbols))
            {
                yield return new TenantComparison(operation, right, left);
            }
        }
    }

    /// <summary>Whether a filter names the tenant of an owned row at all.</summary>
    public static bool Reads(IOperation body, TenancySymbols symbols)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (IsTenant(operation, symbols))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsTenant(IOperation operation, TenancySymbols symbols) => operation.WithoutConversions() switch
    {
        IMemberReferenceOperation { Instance.Type: { } entity } member => symbols.IsOwned(entity) && member.Member.Name == symbols.TenantMemberOf(entity),
        IInvocationOperation { TargetMethod: { Name: "Property", ContainingType.Name: "EF" }, Arguments: [var row, var name] } =>
            row.Value.WithoutConversions().Type is { } entity && symbols.IsOwned(entity) && name.Value.ConstantValue.Value as string == symbols.TenantMemberOf(entity),
        _ => false,
    };
}
