using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>What is wrong with a tenant filter as it is written: a tenant that never changes, or a way around the comparison.</summary>
/// <param name="Place">The part of the filter.</param>
/// <param name="Fact">What follows from it.</param>
/// <param name="Remedy">What to write instead.</param>
internal sealed record FilterFlaw(IOperation Place, string Fact, string Remedy)
{
    private const string FromContext = "compare with a member of the context itself, which Entity Framework reads anew for each query";

    /// <summary>The flaws of a filter.</summary>
    public static IEnumerable<FilterFlaw> In(IAnonymousFunctionOperation filter, TenancySymbols symbols)
    {
        foreach (var comparison in TenantComparison.In(filter.Body, symbols))
        {
            if (Frozen(comparison.Value, symbols) is { } fact)
            {
                yield return new FilterFlaw(comparison.Value, fact, FromContext);
            }
            else if (IsNullable(comparison.Row) && IsNullable(comparison.Value))
            {
                yield return new FilterFlaw(
                    comparison.Expression, "finds the rows of no tenant where no tenant is in force", "make the tenant of the row, or that of the context, not nullable");
            }
            if (WayAround(comparison.Expression, filter) is { } way)
            {
                yield return new FilterFlaw(way, "lets every row through when this holds", "refuse to work without a tenant instead, and compare always");
            }
        }
    }

    /// <summary>A model is built once and kept: of what its filters capture, only the context's own members are read again.</summary>
    private static string? Frozen(IOperation value, TenancySymbols symbols)
    {
        const string First = "compares with the value at hand when the model is built, for every context after the first as well";
        return Held(value) switch
        {
            ILocalReferenceOperation { Local: { IsConst: false, Type: var type } } when IsValue(type) => First,
            IParameterReferenceOperation { Parameter: { Type: var type } parameter } when IsValue(type) && !IsOfContext(parameter, symbols) => First,
            IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false, Type: var type } } when IsValue(type) => "compares with a value that is the same for the whole process",
            IPropertyReferenceOperation { Property: { IsStatic: true, Type: var type } property } when IsValue(type) && property.IsAuto() => "compares with a value that is the same for the whole process",
            IFieldReferenceOperation { Instance: IInstanceReferenceOperation { Type: var owner }, Field.Type: var type } when IsValue(type) && symbols.KindOf(owner) is null => First,
            IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { Type: var owner }, Property: { Type: var type } property }
                when IsValue(type) && symbols.KindOf(owner) is null && property.IsAuto() => First,
            _ => null,
        };
    }

    /// <summary>The variable under conversions, <c>.Value</c> and <c>?? default</c>.</summary>
    private static IOperation Held(IOperation value)
    {
        while (true)
        {
            switch (value.WithoutConversions())
            {
                case IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } nullable }:
                    value = nullable;
                    break;
                case ICoalesceOperation coalesce:
                    value = coalesce.Value;
                    break;
                case IInvocationOperation { TargetMethod: { Name: "GetValueOrDefault", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } maybe }:
                    value = maybe;
                    break;
                case var held:
                    return held;
            }
        }
    }

    /// <summary>An object may look its value up at each query; a value cannot.</summary>
    private static bool IsValue(ITypeSymbol type) => type.IsValueType || type.SpecialType == SpecialType.System_String;

    /// <summary>A parameter of a context's primary constructor is a field of the context.</summary>
    private static bool IsOfContext(IParameterSymbol parameter, TenancySymbols symbols) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && symbols.KindOf(constructor.ContainingType) is not null;

    private static bool IsNullable(IOperation operand)
    {
        var held = operand.WithoutConversions();
        var (type, annotation) = held switch
        {
            IPropertyReferenceOperation property => (property.Property.Type, property.Property.NullableAnnotation),
            IFieldReferenceOperation field => (field.Field.Type, field.Field.NullableAnnotation),
            _ => (held.Type, NullableAnnotation.None),
        };
        return type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || (type is { IsReferenceType: true } && annotation == NullableAnnotation.Annotated);
    }

    /// <summary>The other side of an "or", or the true branch of a choice, that says nothing of the row.</summary>
    private static IOperation? WayAround(IOperation comparison, IAnonymousFunctionOperation filter)
    {
        var child = comparison;
        for (var at = comparison.Parent; at is not null && at != filter; child = at, at = at.Parent)
        {
            var other = at switch
            {
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } or => or.LeftOperand == child ? or.RightOperand : or.LeftOperand,
                IConditionalOperation choice when choice.WhenTrue == child && IsTrue(choice.WhenFalse) => choice.WhenFalse,
                IConditionalOperation choice when choice.WhenFalse == child && IsTrue(choice.WhenTrue) => choice.WhenTrue,
                _ => null,
            };
            if (other is not null && !MentionsRow(other, filter))
            {
                return other;
            }
        }
        return null;
    }

    private static bool IsTrue(IOperation? branch) => branch is { ConstantValue: { HasValue: true, Value: true } };

    private static bool MentionsRow(IOperation operation, IAnonymousFunctionOperation filter) => operation.DescendantsAndSelf().Any(
        it => it is IParameterReferenceOperation parameter && SymbolEqualityComparer.Default.Equals(parameter.Parameter.ContainingSymbol, filter.Symbol));
}
