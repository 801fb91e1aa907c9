using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>Whether a collection of filter names, as written in the code, holds the tenant filter's.</summary>
/// <param name="anySpelling">Whether the context is not Archiet's: its tenant filter is then called after tenants, in whatever spelling.</param>
internal sealed class FilterKeys(bool anySpelling)
{
    /// <summary>EntityContext.TenantFilter. Entity Framework compares names by their characters, so this one spelling counts.</summary>
    private const string TenantFilter = "tenant";

    /// <summary>What a call with a list of names does to the tenant filter.</summary>
    public FilterEffect EffectOf(IOperation keys) => keys switch
    {
        IConversionOperation conversion => EffectOf(conversion.Operand),
        IArrayCreationOperation { Initializer: { } initializer } => Worst(initializer.ElementValues.Select(EffectOfName)),
        IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] } => FilterEffect.Kept,
        ICollectionExpressionOperation collection => Worst(collection.Elements.Select(EffectOfElement)),
        IObjectCreationOperation { Arguments.IsEmpty: true } list => Worst((list.Initializer?.Initializers ?? []).Select(EffectOfAdd)),
        IInvocationOperation { TargetMethod: { Name: nameof(Array.Empty), ContainingType.SpecialType: SpecialType.System_Array } } => FilterEffect.Kept,
        ILocalReferenceOperation local => EffectOfLocal(local),
        IFieldReferenceOperation field => EffectOfField(field),
        _ => FilterEffect.Unknown,
    };

    private FilterEffect EffectOfElement(IOperation element) =>
        element is ISpreadOperation spread ? EffectOf(spread.Operand) : EffectOfName(element);

    private FilterEffect EffectOfAdd(IOperation add) =>
        add is IInvocationOperation { Arguments: [var only] } ? EffectOfName(only.Value) : FilterEffect.Unknown;

    private FilterEffect EffectOfName(IOperation name) => name switch
    {
        { ConstantValue: { HasValue: true, Value: var value } } => IsTenantFilter(value as string) ? FilterEffect.Off : FilterEffect.Kept,
        IConversionOperation conversion => EffectOfName(conversion.Operand),
        ILocalReferenceOperation local when LocalUses.Of(local) is { AllKnown: true } uses => Worst(uses.Values.Select(EffectOfName)),
        _ => FilterEffect.Unknown,
    };

    private bool IsTenantFilter(string? name) =>
        anySpelling ? name?.IndexOf(TenantFilter, StringComparison.OrdinalIgnoreCase) >= 0 : name == TenantFilter;

    /// <summary>A variable holds what it was given, if nothing but IgnoreQueryFilters ever sees it: whoever else sees a list can add to it.</summary>
    private FilterEffect EffectOfLocal(ILocalReferenceOperation local) =>
        LocalUses.Of(local) is { AllKnown: true, Values: [var value], Reads: var reads } && reads.All(read => IsKeysArgument(read.Syntax))
            ? EffectOf(value)
            : FilterEffect.Unknown;

    /// <summary>A private read-only field of a type in one file holds its initialiser, on the same condition. (CA1861 asks for such fields.)</summary>
    private FilterEffect EffectOfField(IFieldReferenceOperation reference)
    {
        if (reference is not { Field: { IsReadOnly: true, DeclaredAccessibility: Accessibility.Private } field, SemanticModel: { } model }
            || field.DeclaringSyntaxReferences is not [var declaration]
            || field.ContainingType.DeclaringSyntaxReferences is not [var type]
            || declaration.SyntaxTree != model.SyntaxTree
            || declaration.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: var value })
        {
            return FilterEffect.Unknown;
        }
        var mentions = type.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == field.Name);
        return mentions.All(IsKeysArgument) && model.GetOperation(value) is { } keys ? EffectOf(keys) : FilterEffect.Unknown;
    }

    private static bool IsKeysArgument(SyntaxNode mention)
    {
        var expression = mention.Parent is MemberAccessExpressionSyntax access && access.Name == mention ? access : mention;
        return expression.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
            && CallSite.NameOf(call)?.Identifier.ValueText == TenantFilterMethod;
    }

    /// <summary>The method that takes the names.</summary>
    public const string TenantFilterMethod = "IgnoreQueryFilters";

    private static FilterEffect Worst(IEnumerable<FilterEffect> effects) =>
        effects.Aggregate(FilterEffect.Kept, (worst, effect) => effect > worst ? effect : worst);
}

/// <summary>What a call does to the tenant filter, from best to worst.</summary>
internal enum FilterEffect
{
    /// <summary>It stays on.</summary>
    Kept,

    /// <summary>Cannot be told from the code at hand.</summary>
    Unknown,

    /// <summary>It is switched off.</summary>
    Off,
}
