using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>Follows a value, or the elements of a collection, back to the expressions that it may come from.</summary>
/// <param name="handovers">Where values are handed on; null to stay within the member.</param>
internal sealed class Origins(Handovers? handovers)
{
    private readonly HashSet<ISymbol> followed = new(SymbolEqualityComparer.Default);
    private readonly List<Origin> found = [];

    /// <summary>Where a value comes from. A trail that leaves the code at hand ends in what it was last.</summary>
    public static IReadOnlyList<Origin> Of(IOperation value, Handovers? handovers)
    {
        var origins = new Origins(handovers);
        origins.Follow(value, null);
        return origins.found;
    }

    private void Follow(IOperation? value, IOperation? given)
    {
        switch (value?.WithoutConversions())
        {
            case null:
                break;
            case IAwaitOperation awaited:
                Follow(awaited.Operation, given);
                break;
            case IConditionalOperation choice:
                Follow(choice.WhenTrue, given);
                Follow(choice.WhenFalse, given);
                break;
            case ICoalesceOperation choice:
                Follow(choice.Value, given);
                Follow(choice.WhenNull, given);
                break;
            case ISwitchExpressionOperation choice:
                FollowAll(choice.Arms.Select(arm => arm.Value), given);
                break;
            case ISimpleAssignmentOperation assignment:
                Follow(assignment.Value, given);
                break;
            case IConditionalAccessOperation access:
                Follow(access.WhenNotNull, given);
                break;
            case IArrayCreationOperation { Initializer: { } elements }:
                FollowAll(elements.ElementValues, given);
                break;
            case ICollectionExpressionOperation collection:
                FollowAll(collection.Elements.Select(element => element is ISpreadOperation spread ? spread.Operand : element), given);
                break;
            case IObjectCreationOperation { Initializer: { } initializer } list when initializer.Initializers.All(it => it is IInvocationOperation):
                FollowAll(initializer.Initializers.SelectMany(it => ((IInvocationOperation)it).Arguments).Select(argument => argument.Value), given);
                found.Add(new Origin(list, given));
                break;
            case ILocalReferenceOperation local:
                FollowLocal(local, given);
                break;
            case IParameterReferenceOperation parameter:
                FollowParameter(parameter, given);
                break;
            case IInvocationOperation call:
                FollowCall(call, given);
                break;
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member when handovers is not null && followed.Add(member.Member):
                found.Add(new Origin(member, given));
                FollowAll(handovers.ValuesOf(member.Member), given);
                break;
            case var end:
                found.Add(new Origin(end, given));
                break;
        }
    }

    private void FollowAll(IEnumerable<IOperation> values, IOperation? given)
    {
        foreach (var value in values)
        {
            Follow(value, given);
        }
    }

    private void FollowLocal(ILocalReferenceOperation local, IOperation? given)
    {
        if (!followed.Add(local.Local))
        {
            return;
        }
        var uses = LocalUses.Of(local);
        if (uses.Reads.Any(IsAdded))
        {
            return;
        }
        FollowAll(uses.Values, given);
        if (LoopAround(local) is { } loop)
        {
            Follow(loop.Collection, given);
        }
        else if (!uses.AllKnown)
        {
            found.Add(new Origin(local, given));
        }
    }

    /// <summary>A row that was added to a set, or to a collection of another row, is known to the context.</summary>
    private static bool IsAdded(ILocalReferenceOperation read)
    {
        IOperation at = read;
        while (at.Parent is IConversionOperation or ICollectionExpressionOperation or IArrayInitializerOperation or IArrayCreationOperation)
        {
            at = at.Parent;
        }
        return at.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: var name } } && name.StartsWith("Add", StringComparison.Ordinal);
    }

    private static IForEachLoopOperation? LoopAround(ILocalReferenceOperation local)
    {
        for (var at = local.Parent; at is not null; at = at.Parent)
        {
            if (at is IForEachLoopOperation loop && loop.Locals.Contains(local.Local, SymbolEqualityComparer.Default))
            {
                return loop;
            }
        }
        return null;
    }

    private void FollowParameter(IParameterReferenceOperation reference, IOperation? given)
    {
        var parameter = reference.Parameter;
        if (!followed.Add(parameter))
        {
            return;
        }
        found.Add(new Origin(reference, given));
        if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction })
        {
            Follow(QueryAround(reference), given);
        }
        else if (handovers is not null)
        {
            foreach (var value in handovers.ValuesOf(parameter))
            {
                Follow(value, value);
            }
        }
    }

    /// <summary>A call of the project's own gives back what it returns; LINQ gives back what it is called on, or what its selector makes.</summary>
    private void FollowCall(IInvocationOperation call, IOperation? given)
    {
        found.Add(new Origin(call, given));
        if (call.TargetMethod.ContainingType is { Name: "Enumerable" or "Queryable" or "List" or "Array" or "ImmutableArray" or "ParallelEnumerable" })
        {
            if (call.TargetMethod.Name is "Select" or "ConvertAll" or "SelectMany"
                && call.TargetMethod.ContainingType.Name != "Queryable"
                && call.Arguments.LastOrDefault()?.Value.WithoutConversions() is IAnonymousFunctionOperation selector)
            {
                FollowAll(selector.Body.Descendants().OfType<IReturnOperation>().Where(it => Handovers.FunctionAround(it) is { } around && SymbolEqualityComparer.Default.Equals(around, selector.Symbol))
                    .Select(it => it.ReturnedValue!), given);
            }
            else
            {
                Follow(QuerySource.Receiver(call), given);
            }
        }
        else if (handovers is not null && followed.Add(call.TargetMethod))
        {
            FollowAll(handovers.ValuesOf(call.TargetMethod), given);
        }
    }

    /// <summary>What a lambda's method is called on: inside <c>rows.ForEach(row => …)</c>, <c>row</c> is one of <c>rows</c>.</summary>
    private static IOperation? QueryAround(IParameterReferenceOperation parameter)
    {
        for (var at = parameter.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, parameter.Parameter.ContainingSymbol))
            {
                while (at is not null and not IArgumentOperation)
                {
                    at = at.Parent;
                }
                return at?.Parent is IInvocationOperation call ? QuerySource.Receiver(call) : null;
            }
        }
        return null;
    }
}

/// <summary>The end of a trail.</summary>
/// <param name="Value">The expression.</param>
/// <param name="Given">Where it was handed to the code that the trail began in; null where it is of that code.</param>
internal readonly record struct Origin(IOperation Value, IOperation? Given);
