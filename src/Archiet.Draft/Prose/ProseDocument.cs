namespace Archiet.Draft.Prose;

/// <summary>A requirements document, read: numbered sentences, with what was taken out before anything else saw it.</summary>
/// <param name="Name">The document's path as the draft names it: relative to the project, with <c>/</c>.</param>
/// <param name="Sentences">Its sentences in their order.</param>
/// <param name="Redactions">The secrets that were replaced, without their values.</param>
/// <param name="Stripped">What is no prose and was left out: front matter, comments, figures.</param>
/// <param name="Hash">The SHA-256 of its text with line breaks as <c>\n</c>, in lower-case hexadecimal digits.</param>
public sealed record ProseDocument(
    string Name, EquatableArray<Sentence> Sentences, EquatableArray<Redaction> Redactions, EquatableArray<Stripped> Stripped, string Hash);

/// <summary>A secret that does not leave the machine.</summary>
/// <param name="Kind">What it looks like: <c>private key</c>, <c>provider token</c>.</param>
/// <param name="Line">The one-based line on which it begins.</param>
/// <param name="Placeholder">What stands in its place: the same for the same secret.</param>
public sealed record Redaction(string Kind, int Line, string Placeholder);

/// <summary>A part of the document that no sentence stands for.</summary>
/// <param name="What"><c>front matter</c>, <c>comment</c>, <c>figure</c>.</param>
/// <param name="Line">Its first line, one-based.</param>
/// <param name="Lines">How many lines.</param>
public sealed record Stripped(string What, int Line, int Lines);
