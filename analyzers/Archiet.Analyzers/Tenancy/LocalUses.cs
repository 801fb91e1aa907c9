using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>All that a member does with one of its local variables. Walks the member's body, so it is asked only where a rule already has a suspect.</summary>
/// <param name="Values">What is assigned to it, the initialiser included.</param>
/// <param name="Reads">Every other mention of it.</param>
/// <param name="AllKnown">False when it gets a value in a way that is not followed: a loop, a pattern, a deconstruction, an out argument.</param>
internal sealed record LocalUses(ImmutableArray<IOperation> Values, ImmutableArray<ILocalReferenceOperation> Reads, bool AllKnown)
{
    public static LocalUses Of(ILocalReferenceOperation mention)
    {
        var values = ImmutableArray.CreateBuilder<IOperation>();
        var reads = ImmutableArray.CreateBuilder<ILocalReferenceOperation>();
        var allKnown = true;
        foreach (var operation in mention.Whole().Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Is(declarator.Symbol) && declarator.GetVariableInitializer() is { } initializer:
                    values.Add(initializer.Value);
                    break;
                case ILocalReferenceOperation reference when Is(reference.Local):
                    if (reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference)
                    {
                        values.Add(assignment.Value);
                    }
                    else
                    {
                        reads.Add(reference);
                        allKnown &= !reference.IsDeclaration && reference.Parent is not IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }
                            and not ICompoundAssignmentOperation and not ITupleOperation { Parent: IDeconstructionAssignmentOperation };
                    }
                    break;
            }
        }
        return new LocalUses(values.ToImmutable(), reads.ToImmutable(), allKnown && values.Count > 0);

        bool Is(ILocalSymbol local) => SymbolEqualityComparer.Default.Equals(local, mention.Local);
    }
}
