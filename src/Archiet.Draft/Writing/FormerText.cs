using Archiet.Draft.Questions;
using Archiet.Genome.Formatting;

namespace Archiet.Draft.Writing;

/// <summary>A genome that is there already: an earlier draft, or one that a person has reviewed.</summary>
internal sealed class FormerText
{
    /// <summary>Findings of reading: the text is no YAML that a genome could be.</summary>
    private const string LastOfReading = "ARC0016";

    private FormerText(LayoutCollection root) => Root = root;

    /// <summary>The file with everything in it, comments included.</summary>
    public LayoutCollection Root { get; }

    /// <summary>Whether it says that it is a draft.</summary>
    public bool IsDraft => Root.Entries.Exists(static entry => entry is { Key.Text: "status", Value: LayoutScalar { Text: "draft" } });

    /// <summary>The answers in it, by the keys of questions.</summary>
    public IEnumerable<KeyValuePair<string, string>> Answers => Find(Root, "questions") is not LayoutCollection questions
        ? []
        : questions.Entries.Where(static entry => entry.Key is not null && entry.Value is LayoutCollection)
            .Select(static entry => (Key: entry.Key!.Text, Answer: Find((LayoutCollection)entry.Value, "answer") as LayoutScalar))
            .Where(static pair => pair.Answer is { Text.Length: > 0 })
            .Select(static pair => KeyValuePair.Create(pair.Key, pair.Answer!.Text));

    /// <summary>Reads a text; null, and why, where it is no YAML.</summary>
    public static (FormerText? Text, string Why) Read(string path, string text)
    {
        var normal = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var fault = GenomeFrontEnd.Compile([new(path, normal)]).Diagnostics.FirstOrDefault(static found => string.CompareOrdinal(found.Descriptor.Id, LastOfReading) <= 0);
        return fault is null
            ? (new(LayoutReader.Read(normal)), "")
            : (null, FormattableString.Invariant($"line {fault.Span.Line}: {fault.Descriptor.Id}: {fault.Message}"));
    }

    /// <summary>The value of a key, or null.</summary>
    public static LayoutNode? Find(LayoutCollection mapping, string key) => mapping.Entries.Find(entry => entry.Key?.Text == key)?.Value;
}
