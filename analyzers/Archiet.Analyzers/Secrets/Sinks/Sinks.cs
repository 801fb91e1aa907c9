using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Secrets;

/// <summary>Follows a value outwards, through conditions, switches and fallbacks, to what takes it.</summary>
internal static class Sinks
{
    /// <summary>Where the value of an operation goes to, or null.</summary>
    /// <param name="value">The operation.</param>
    /// <param name="container">The member that it stands in, which a value that is returned goes to.</param>
    public static Sink? Of(IOperation value, ISymbol container)
    {
        for (var (at, parent) = (value, value.Parent); parent is not null; (at, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case IConversionOperation or IParenthesizedOperation or ISwitchExpressionOperation or IBlockOperation or IAnonymousFunctionOperation or IDelegateCreationOperation or IArrayInitializerOperation:
                case ISwitchExpressionArmOperation arm when arm.Value == at:
                case IConditionalOperation condition when condition.Condition != at:
                case IExpressionStatementOperation when at is ICoalesceAssignmentOperation:
                    continue;
                case ICoalesceOperation fallback when fallback.WhenNull == at:
                    if (Keys.NameOf(fallback.Value) is { } configured && SecretNames.Of(configured) is not SecretName.None)
                    {
                        return new Sink(configured, null);
                    }
                    continue;
                case IReturnOperation:
                    if (IsOfLambda(parent))
                    {
                        continue;
                    }
                    return Returned(container);
                default:
                    return Taken(at, parent, container);
            }
        }
        return null;
    }

    private static Sink? Taken(IOperation at, IOperation parent, ISymbol container) => parent switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => new Sink(declarator.Symbol.Name, declarator.Symbol),
        IFieldInitializerOperation { InitializedFields: [var field, ..] } => new Sink(field.Name, field),
        IPropertyInitializerOperation { InitializedProperties: [var property, ..] } => new Sink(property.Name, property),
        IParameterInitializerOperation { Parameter: var parameter } => new Sink(parameter.Name, parameter),
        ISimpleAssignmentOperation assignment when assignment.Value == at => Target(assignment.Target),
        ICoalesceAssignmentOperation assignment when assignment.Value == at => Target(assignment.Target),
        IArgumentOperation { Parameter: { } parameter } argument => OfArgument(argument, parameter, container),
        IArrayCreationOperation { Parent: IFieldInitializerOperation } => null,
        ITupleOperation tuple => OfTuple(tuple, at),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
            Target(comparison.LeftOperand == at ? comparison.RightOperand : comparison.LeftOperand),
        IConstantPatternOperation pattern => Compared(pattern),
        ISingleValueCaseClauseOperation { Parent.Parent: ISwitchOperation @switch } => Target(@switch.Value),
        _ => null,
    };

    /// <summary>What is written or compared: a member, a variable, or a place under a key.</summary>
    private static Sink? Target(IOperation target) => Unwrap(target) switch
    {
        IPropertyReferenceOperation { Arguments.Length: > 0 } indexer => Keys.NameOf(indexer) is { } key ? new Sink(key, null) : null,
        IMemberReferenceOperation member => new Sink(member.Member.Name, member.Member),
        ILocalReferenceOperation local => new Sink(local.Local.Name, local.Local),
        IParameterReferenceOperation parameter => new Sink(parameter.Parameter.Name, parameter.Parameter),
        IInvocationOperation call => Keys.NameOf(call) is { } key ? new Sink(key, null) : null,
        IConditionalAccessOperation access => Target(access.WhenNotNull),
        _ => null,
    };

    private static Sink? OfArgument(IArgumentOperation argument, IParameterSymbol parameter, ISymbol container)
    {
        if (SecretNames.Of(parameter.Name) is SecretName.None)
        {
            if (parameter.ContainingType is { Name: "DefaultValueAttribute" })
            {
                return new Sink(container.Name, container);
            }
            if (Comparisons.OtherSide(argument) is { } other)
            {
                return Target(other);
            }
            if (Keys.BesideValue(argument, parameter) is { } key)
            {
                return new Sink(key, parameter);
            }
        }
        return new Sink(parameter.Name, parameter);
    }

    /// <summary>A tuple's element has the name that it is given, or that of the type which the tuple becomes.</summary>
    private static Sink? OfTuple(ITupleOperation tuple, IOperation element)
    {
        var index = tuple.Elements.IndexOf(element);
        return index < 0 ? null : NameIn((tuple.Parent as IConversionOperation)?.Type, index) ?? NameIn(tuple.Type, index) ?? NameIn(tuple.NaturalType, index);
    }

    private static Sink? NameIn(ITypeSymbol? type, int index) =>
        type is INamedTypeSymbol { TupleElements: { IsDefault: false } names } && index < names.Length ? Named(names[index]) : null;

    private static Sink? Named(IFieldSymbol element) => element.IsExplicitlyNamedTupleElement ? new Sink(element.Name, element) : null;

    private static Sink? Compared(IOperation pattern)
    {
        for (var parent = pattern.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IBinaryPatternOperation or INegatedPatternOperation or IPatternCaseClauseOperation or ISwitchCaseOperation or ISwitchExpressionArmOperation:
                    continue;
                case IPropertySubpatternOperation property:
                    return Target(property.Member);
                case IIsPatternOperation test:
                    return Target(test.Value);
                case ISwitchExpressionOperation expression:
                    return Target(expression.Value);
                case ISwitchOperation statement:
                    return Target(statement.Value);
                default:
                    return null;
            }
        }
        return null;
    }

    private static Sink? Returned(ISymbol container) => container switch
    {
        IMethodSymbol { AssociatedSymbol: { } property } => new Sink(property.Name, property),
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method => new Sink(method.Name, method),
        IPropertySymbol property => new Sink(property.Name, property),
        _ => null,
    };

    private static bool IsOfLambda(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IBlockOperation)
        {
            parent = parent.Parent;
        }
        return parent is IAnonymousFunctionOperation;
    }

    /// <summary>An operation without the conversions around it.</summary>
    public static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
        {
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        }
        return operation;
    }
}
