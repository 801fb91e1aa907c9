using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>What computed fields can be and can say.</summary>
internal static class ComputedFields
{
    /// <summary>
    /// Whether a computed field can be of a type: enums and plain scalars that have no constraint that would have to be held, and that expressions give.
    /// </summary>
    public static bool CanBe(ResolvedType type) => type.Named is null && type.Type.Kind is not
        (FieldKind.String or FieldKind.Email or FieldKind.Url or FieldKind.Json or FieldKind.Bytes or FieldKind.Value or FieldKind.Reference);

    /// <summary>The words of a computed field that make no sense for one, each with its place.</summary>
    public static IEnumerable<(string Key, SectionSpan Place)> RefusedWords(FieldSyntax field)
    {
        (string Key, SectionSpan? Place)[] words =
        [
            ("required", field.Required ? field.RequiredWord?.Span : null), ("default", field.Default?.Span), ("min", field.Min?.Span), ("max", field.Max?.Span),
            ("pattern", field.Pattern?.Span), ("unique", field.Unique ? field.UniqueWord?.Span : null), ("onDelete", field.OnDelete?.Span),
            ("onCreate", field.OnCreate?.Span), ("onUpdate", field.OnUpdate?.Span), ("writeOnce", field.WriteOnce?.Span), ("secret", field.Nature?.Secret?.Span),
        ];
        return words.Where(static word => word.Place is not null).Select(static word => (word.Key, word.Place!.Value));
    }
}
