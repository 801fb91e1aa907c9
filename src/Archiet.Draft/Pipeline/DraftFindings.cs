using Archiet.Draft.Prose;

namespace Archiet.Draft.Pipeline;

/// <summary>The findings of drafting itself; each id has a page under <c>spec/diagnostics</c>.</summary>
internal static class DraftFindings
{
    /// <summary>A document that says nothing.</summary>
    public static DraftFinding NoSentence(string document) => new("ARC6010", IsError: true, $"'{document}' has no sentence that a draft could come from; name a document in Markdown or plain text.", document, 1);

    /// <summary>A genome that is no draft stands where the draft would.</summary>
    public static DraftFinding NoDraft(string file) => new(
        "ARC6011", IsError: true, $"'{file}' is no draft any more: it lacks 'status: draft', and nothing is written over it. Rename it to a genome of your own, or give the draft another name.", file);

    /// <summary>What the model said, and the sections that are not in the draft for it.</summary>
    public static EquatableArray<DraftFinding> Uncovered(UncoveredException uncovered) => EquatableArray.Of(
        new DraftFinding(uncovered.Cause.Id, IsError: true, uncovered.Cause.Message),
        new DraftFinding("ARC6012", IsError: true, $"Nothing is written, because these sections were not read: {Listed(uncovered.Sections)}. Remove the cause, and draft again: what was answered is in the cache."));

    /// <summary>Parts of the document that no request can hold.</summary>
    public static EquatableArray<DraftFinding> TooLong(DraftInput input, EquatableArray<UncoveredPart> parts) => parts.Select(part => new DraftFinding(
        "ARC6012", IsError: true,
        FormattableString.Invariant(
            $"Nothing is written, because a part of {(part.Heading.Length > 0 ? $"'{part.Heading}'" : "the document")} is longer than a request may be: {part.Tokens} tokens of at most {input.ChunkTokens}. Cut the table, list item or block of code into shorter ones."),
        input.Document.Name, part.Line)).ToEquatableArray();

    /// <summary>A file of an earlier draft that cannot be read.</summary>
    public static DraftFinding Unreadable(string file, string why) => new(
        "ARC6013", IsError: true, $"'{file}' cannot be read, and the draft needs its answers: {why} Correct it, or remove the file.", file);

    /// <summary>What a person edited and what the new draft says do not go together.</summary>
    public static DraftFinding Apart(string file, string why) => new(
        "ARC6014", IsError: false, $"What was edited in '{file}' and what the new draft says do not fit together, so the file stays as it is, and the report lists the differences: {why}", file);

    private static string Listed(IReadOnlyList<string> sections) => string.Join(", ", sections.Select(static section => $"'{section}'"));
}
