using Archiet.Draft.Writing;
using Archiet.Genome.Diagnostics;

namespace Archiet.Draft.Pipeline;

/// <summary>Leads from what the front end finds to the elements of a draft that can be repaired or left out.</summary>
internal static class Refusals
{
    /// <summary>Words of a field that can go while the field stays.</summary>
    private static readonly HashSet<string> FieldWords = new(
        ["required", "unique", "max", "default", "onDelete", "onCreate", "onUpdate", "personal", "sensitive", "phi", "financial", "secret"], StringComparer.Ordinal);

    /// <summary>For each path that has to go, why.</summary>
    /// <param name="draft">The text and what is wrong with it.</param>
    public static Dictionary<string, string> Of(CheckedText draft)
    {
        var refused = new Dictionary<string, string>(StringComparer.Ordinal);
        var index = new GenomeIndex(draft.Decided);
        foreach (var fault in draft.Faults)
        {
            refused.TryAdd(Element(index.PathAt(fault.Span.Line, fault.Span.Column), fault), $"{fault.Descriptor.Id}: {fault.Message}");
        }
        return refused;
    }

    /// <summary>The element that a place is part of, and that a draft can do without.</summary>
    internal static string Element(string path, GenomeDiagnostic fault)
    {
        var parts = path.Split('.');
        var depth = parts switch
        {
            ["roles", ..] => 2,
            ["enums", _, "members", ..] => 4,
            ["enums", ..] => 3,
            ["capabilities", _, "allow", ..] => 4,
            ["capabilities", ..] => 2,
            [_, "fields", _, var word, ..] when FieldWords.Contains(word) => 4,
            [_, "fields", ..] => 3,
            [_, "rules", ..] => 3,
            [_, "lifecycle", "transitions", _, ..] => 4,
            [_, "lifecycle", ..] => 2,
            _ => 1,
        };
        var element = string.Join('.', parts.Take(depth));
        return fault.Descriptor.Id switch
        {
            // What a required reference or a row before its tenant asks for is not the reference.
            "ARC0080" or "ARC0249" when parts is [_, "fields", _, ..] => string.Join('.', parts.Take(3)) + ".required",
            "ARC0250" => element + ".where",
            _ => element,
        };
    }
}
