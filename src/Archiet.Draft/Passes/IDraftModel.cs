using Archiet.Draft.Items;
using Archiet.Draft.Prose;

namespace Archiet.Draft.Passes;

/// <summary>Who reads a document for a draft: a language model, or rules. It answers with data; nobody executes or follows what it says.</summary>
public interface IDraftModel
{
    /// <summary>What is written into the report and the cache's keys: dialect, host and model, or <c>rules</c> with its version.</summary>
    string Name { get; }

    /// <summary>Whether it reads a whole document at once, however long that is: it sends nothing, and what it sees in one place depends on the others.</summary>
    bool ReadsWhole => false;

    /// <summary>Answers one request.</summary>
    /// <exception cref="DraftModelException">It could not, and why.</exception>
    Task<PassAnswer> AnswerAsync(PassRequest request, CancellationToken cancellation);
}

/// <summary>One request.</summary>
/// <param name="Pass">What is asked for.</param>
/// <param name="Sentences">The chunk: whole sections, redacted.</param>
/// <param name="Entities">The entities that are known, in their order: the glossary.</param>
/// <param name="Roles">The roles that are known.</param>
public sealed record PassRequest(DraftPass Pass, EquatableArray<Sentence> Sentences, EquatableArray<string> Entities, EquatableArray<string> Roles)
{
    /// <summary>What is to be repaired: the items that were refused; empty in any other pass.</summary>
    public EquatableArray<DraftItem> Refused { get; init; } = EquatableArray<DraftItem>.Empty;

    /// <summary>Why: a line for each error, as <c>pointer: id: message</c>.</summary>
    public EquatableArray<string> Errors { get; init; } = EquatableArray<string>.Empty;
}

/// <summary>One answer.</summary>
/// <param name="Items">What was found, in the order of the answer.</param>
/// <param name="Usage">What it cost.</param>
public sealed record PassAnswer(EquatableArray<DraftItem> Items, PassUsage Usage)
{
    /// <summary>What was not taken as it was said (an item without a name, a sentence that was not sent), a line each, for the report.</summary>
    public EquatableArray<string> Notes { get; init; } = EquatableArray<string>.Empty;
}

/// <summary>What an answer cost: zero where the server did not say, or where nobody was asked.</summary>
/// <param name="Model">The id of the model as the server returned it, or nothing.</param>
/// <param name="Attempts">How many requests were sent; zero for an answer of the cache or of rules.</param>
/// <param name="InputTokens">Tokens sent.</param>
/// <param name="CachedTokens">Those of them that the server had already.</param>
/// <param name="OutputTokens">Tokens received.</param>
public sealed record PassUsage(string Model, int Attempts, int InputTokens, int CachedTokens, int OutputTokens)
{
    /// <summary>Nothing.</summary>
    public static PassUsage None { get; } = new("", 0, 0, 0, 0);

    /// <summary>Whether the answer came from the cache.</summary>
    public bool IsCached { get; init; }

    /// <summary>The first eight hexadecimal digits of the SHA-256 of instructions and schema: which questions were put; nothing for rules.</summary>
    public string PromptHash { get; init; } = "";
}
