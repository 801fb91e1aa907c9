using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Sources;

/// <summary>
/// What a genome knows of the requirements document that it was drafted from: the sidecar <c>*.sources.yaml</c> beside it (<c>spec/sources.md</c>). Nothing of it
/// reaches what is emitted.
/// </summary>
/// <param name="Document">The document's path, relative to the project, with <c>/</c>.</param>
/// <param name="Sha256">The SHA-256 of the document's text with line breaks as <c>\n</c>, in lower-case hexadecimal digits.</param>
/// <param name="Sentences">The document's sentences, in the order of the file.</param>
/// <param name="Elements">What of the genome comes from which of them, in the order of the file.</param>
/// <param name="Dismissed">The sentences of which nothing comes, and why, in the order of the file.</param>
public sealed record GenomeSources(
    string Document, string Sha256, EquatableArray<SourceSentence> Sentences, EquatableArray<SourcedElement> Elements, EquatableArray<DismissedSentence> Dismissed)
{
    /// <summary>The version of the format.</summary>
    public const string Version = "1.0";

    /// <summary>Screens that the document names, for a later version of the language.</summary>
    public EquatableArray<SourcedScreen> Screens { get; init; }

    /// <summary>Regimes that the document names, for a later version of the language.</summary>
    public EquatableArray<SourcedRegime> Compliance { get; init; }
}

/// <summary>A sentence of the document.</summary>
/// <param name="Id">Its number in the document: <c>S0012</c>.</param>
/// <param name="Line">The one-based line of the document on which it begins.</param>
/// <param name="Hash">The first digits of the SHA-256 of its text with white space folded: the same sentence in a later document.</param>
/// <param name="Text">Its text, without secrets.</param>
/// <param name="Span">Where the file says so.</param>
public sealed record SourceSentence(string Id, int Line, string Hash, string Text, GenomeSpan Span);

/// <summary>An element of the genome and the sentences that it comes from.</summary>
/// <param name="Path">The keys that lead to it, joined by dots, without the word <c>entities</c>: <c>Order.fields.total</c>, <c>roles.manager</c>.</param>
/// <param name="Sentences">The ids of the sentences.</param>
/// <param name="Span">Where the file says so.</param>
public sealed record SourcedElement(string Path, EquatableArray<string> Sentences, GenomeSpan Span);

/// <summary>A sentence of which nothing comes.</summary>
/// <param name="Id">The sentence.</param>
/// <param name="Reason">Why: <c>heading</c>, or a reviewer's words.</param>
/// <param name="Span">Where the file says so.</param>
public sealed record DismissedSentence(string Id, string Reason, GenomeSpan Span);

/// <summary>A screen that the document names.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Entity">What it shows, or nothing.</param>
/// <param name="Kind"><c>list</c>, <c>form</c>, <c>detail</c>, <c>dashboard</c> or <c>other</c>; nothing where it is not said.</param>
/// <param name="Sentences">The ids of the sentences that it comes from.</param>
public sealed record SourcedScreen(string Name, string Entity, string Kind, EquatableArray<string> Sentences);

/// <summary>A regime that the document names.</summary>
/// <param name="Name"><c>gdpr</c>, <c>hipaa</c>, <c>soc2</c>, <c>dora</c>, <c>eu-ai-act</c> or another word.</param>
/// <param name="Description">What the document asks for.</param>
/// <param name="Sentences">The ids of the sentences that it comes from.</param>
public sealed record SourcedRegime(string Name, string Description, EquatableArray<string> Sentences);

/// <summary>What reading a sources file gave.</summary>
/// <param name="Sources">What it says, or null where a part of it cannot be read.</param>
/// <param name="Diagnostics">What is wrong with it, in the order of lines and columns.</param>
public sealed record ReadSources(GenomeSources? Sources, EquatableArray<GenomeDiagnostic> Diagnostics);
