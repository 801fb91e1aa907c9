using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Secrets;

/// <summary>A rule about where texts go to. A variable or a field that is written once stands for its text there.</summary>
public abstract class SinkAnalyzer : TextAnalyzer
{
    private const int Shortest = 4;
    private const int Longest = 4_096;

    private protected sealed override ImmutableArray<OperationKind> MoreKinds => [OperationKind.LocalReference, OperationKind.FieldReference];

    internal sealed override bool MayHold(string text) => text.Length is >= Shortest and <= Longest;

    /// <summary>A text by itself says nothing: it must go somewhere.</summary>
    internal sealed override Secret? Find(string text) => null;

    /// <summary>The secret that a text is where it goes to, or null.</summary>
    /// <param name="sink">Where it goes to.</param>
    /// <param name="text">The text.</param>
    /// <param name="isSpelled">Whether it is written as an array of bytes or characters.</param>
    private protected abstract Secret? Judge(Sink sink, string text, bool isSpelled);

    /// <summary>What other rules find in a text wherever it stands, they report.</summary>
    private protected sealed override Secret? Find(string text, IOperation operation, ISymbol container) =>
        Sinks.Of(operation, container) is { } sink && Judge(sink, text, operation is IArrayCreationOperation or ICollectionExpressionOperation) is { } secret && !SecretTexts.IsFoundAnywhere(text)
            ? secret
            : null;

    /// <summary>A name that says itself that it holds a secret is reported where it is declared.</summary>
    private protected sealed override Diagnostic? InspectOther(IOperation operation, ISymbol container)
    {
        var name = operation switch
        {
            ILocalReferenceOperation { Type.SpecialType: SpecialType.System_String } local => local.Local.Name,
            IFieldReferenceOperation { Type.SpecialType: SpecialType.System_String, Field: { IsReadOnly: true } or { IsConst: true } } field => field.Field.Name,
            _ => null,
        };
        return name is not null
            && !operation.IsImplicit
            && Sinks.Of(operation, container) is { } sink
            && IsOfInterest(sink)
            && SecretNames.Of(name) is SecretName.None
            && (operation.ConstantValue is { HasValue: true, Value: string constant } ? constant : WrittenOnce.Of(operation)) is { } text
            && MayHold(text)
            && Judge(sink, text, isSpelled: false) is { } secret
            && !SecretTexts.IsFoundAnywhere(text)
            ? Finding(operation.Syntax.GetLocation(), text, secret)
            : null;
    }

    /// <summary>Whether a place takes secrets; asked before a reference is followed.</summary>
    private protected abstract bool IsOfInterest(Sink sink);
}
