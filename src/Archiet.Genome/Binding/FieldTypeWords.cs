using Archiet.Genome.Language;

namespace Archiet.Genome.Binding;

/// <summary>Types in the words of the genome.</summary>
internal static class FieldTypeWords
{
    /// <summary>The name of a type, or the word for its kind.</summary>
    public static string Of(FieldType type) => type.Name ?? LanguageWords.ScalarTypes[(int)type.Kind];
}
