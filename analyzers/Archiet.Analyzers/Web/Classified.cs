using Archiet.Analyzers.Tenancy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Web;

/// <summary>
/// Finds classified values in what an expression gives away: members that the genome classifies, or that carry the attribute by hand. A value is followed through texts that
/// are built of it, and through a variable; a function of the user's that takes it, or that makes something else of it, ends the trail, because it may be what hides it.
/// </summary>
internal sealed class Classified(INamedTypeSymbol attribute)
{
    private const int DeepestValue = 40;

    /// <summary>The classified member whose value an expression gives away, or null.</summary>
    /// <param name="value">The expression.</param>
    /// <param name="whole">Whether an object that holds such members gives them away too, as one that a logger takes apart does.</param>
    public ISymbol? In(IOperation? value, bool whole = false) => Find(value, whole, DeepestValue);

    private ISymbol? Find(IOperation? value, bool whole, int deepest)
    {
        if (value is null || deepest == 0)
        {
            return null;
        }
        switch (value)
        {
            case IPropertyReferenceOperation { Property: var property, Instance: var instance }:
                return IsClassified(property) ? property
                    : IsPartOfText(property) ? null
                    // A part of a value is the value's: patient.Address.City. And a nullable's value is its own.
                    : instance is IPropertyReferenceOperation { Property: var owner } && IsClassified(owner) && !IsCount(property) ? owner
                    : WholeOf(value.Type, whole);
            case ILocalReferenceOperation local:
                return ValueOf(local) is { } given ? Find(given, whole, deepest - 1) : WholeOf(value.Type, whole);
            case IConversionOperation conversion:
                return Find(conversion.Operand, whole, deepest - 1);
            case IConditionalAccessOperation access:
                return Find(access.WhenNotNull, whole, deepest - 1);
            case ICoalesceOperation choice:
                return Find(choice.Value, whole, deepest - 1) ?? Find(choice.WhenNull, whole, deepest - 1);
            case IConditionalOperation choice:
                return Find(choice.WhenTrue, whole, deepest - 1) ?? Find(choice.WhenFalse, whole, deepest - 1);
            case ISwitchExpressionOperation choice:
                return First(choice.Arms.Select(arm => arm.Value), whole, deepest);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                return Find(sum.LeftOperand, false, deepest - 1) ?? Find(sum.RightOperand, false, deepest - 1);
            case IInterpolatedStringOperation text:
                return First(text.Parts.OfType<IInterpolationOperation>().Select(part => part.Expression), false, deepest);
            case IInterpolatedStringHandlerCreationOperation handler:
                return Find(handler.Content, false, deepest - 1);
            case IArrayCreationOperation { Initializer: { } elements }:
                return First(elements.ElementValues, whole, deepest);
            case ICollectionExpressionOperation collection:
                return First(collection.Elements, whole, deepest);
            case ITupleOperation tuple:
                return First(tuple.Elements, whole, deepest);
            case IAnonymousObjectCreationOperation made:
                return First(made.Initializers.OfType<ISimpleAssignmentOperation>().Select(member => member.Value), whole, deepest);
            case IObjectCreationOperation made when IsOfPlatform(made.Type):
                return First(made.Arguments.Select(argument => argument.Value), whole, deepest);
            case IInvocationOperation call when PassesOn(call):
                return Find(call.Instance, false, deepest - 1) ?? First(call.Arguments.Select(argument => argument.Value), false, deepest);
            case IInstanceReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation:
                return WholeOf(value.Type, whole);
            default:
                return null;
        }
    }

    private ISymbol? First(IEnumerable<IOperation> values, bool whole, int deepest)
    {
        foreach (var value in values)
        {
            if (Find(value, whole, deepest - 1) is { } found)
            {
                return found;
            }
        }
        return null;
    }

    /// <summary>A record writes all its members out, whoever asks it for its text.</summary>
    private ISymbol? WholeOf(ITypeSymbol? type, bool whole)
    {
        if (type is INamedTypeSymbol named && (whole || named.IsRecord) && !IsOfPlatform(named))
        {
            for (var at = named; at is not null && !IsOfPlatform(at); at = at.BaseType)
            {
                foreach (var member in at.GetMembers())
                {
                    if (member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public } property && IsClassified(property))
                    {
                        return property;
                    }
                }
            }
        }
        return null;
    }

    private bool IsClassified(IPropertySymbol property)
    {
        foreach (var candidate in property.GetAttributes())
        {
            for (var at = candidate.AttributeClass; at is not null; at = at.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(at, attribute))
                {
                    return true;
                }
            }
        }
        return false;
    }

    /// <summary>What is told of a value without telling it.</summary>
    private static bool IsCount(IPropertySymbol property) => property.Name is "Length" or "Count" or "HasValue" or "IsEmpty";

    private static bool IsPartOfText(IPropertySymbol property) => IsCount(property) && IsOfPlatform(property.ContainingType);

    /// <summary>Texts are made of texts; a hash, a mask or a count is not one of these methods.</summary>
    private static bool PassesOn(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "ToString" or "GetValueOrDefault" } => true,
        { ContainingType.SpecialType: SpecialType.System_String } method => method.ReturnType.SpecialType == SpecialType.System_String,
        { ContainingType: { Name: "Uri" or "WebUtility" or "HttpUtility" or "UrlEncoder" or "TextEncoder" or "JsonSerializer" or "Convert" } type } method => method.ReturnType.SpecialType == SpecialType.System_String && IsOfPlatform(type),
        _ => false,
    };

    private static bool IsOfPlatform(ITypeSymbol? type) =>
        type?.ContainingAssembly?.Name is { } name && (name.StartsWith("System", StringComparison.Ordinal) || name.StartsWith("Microsoft", StringComparison.Ordinal) || name is "mscorlib" or "netstandard");

    /// <summary>What a variable was given where it is declared, if nothing else is ever assigned to it.</summary>
    private static IOperation? ValueOf(ILocalReferenceOperation local)
    {
        IOperation? value = null;
        foreach (var operation in local.Whole().Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Same(declarator.Symbol, local):
                    value = declarator.GetVariableInitializer()?.Value;
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Same(target.Local, local):
                    value ??= assignment.Value;
                    break;
            }
        }
        return value;
    }

    private static bool Same(ILocalSymbol symbol, ILocalReferenceOperation local) => SymbolEqualityComparer.Default.Equals(symbol, local.Local);
}
