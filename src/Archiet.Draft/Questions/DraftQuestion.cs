namespace Archiet.Draft.Questions;

/// <summary>A question that a person answers before the genome builds.</summary>
/// <param name="Code">What it is about: one of <see cref="QuestionCodes"/>.</param>
/// <param name="About">The path in the genome (<c>Order.customer</c>), or nothing where it is about the whole.</param>
/// <param name="Ask">The question, as one or more whole sentences.</param>
/// <param name="Options">Answers to choose from; the first is what the draft would take. None: the answer is free text.</param>
/// <param name="Evidence">The ids of the sentences that it comes from; empty for one that no sentence raised.</param>
public sealed record DraftQuestion(string Code, string About, string Ask, EquatableArray<string> Options, EquatableArray<string> Evidence)
{
    /// <summary>
    /// Its key in the genome: the code in small letters and eight hexadecimal digits of the SHA-256 of code, path and what tells it from others at the same path.
    /// Not of its words, so that a question asked better keeps its answer.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The answer, where a person gave one.</summary>
    public string? Answer { get; init; }

    /// <summary>Paths of elements that nothing but this question accounts for: they follow from its answer, or from its first option while it is open.</summary>
    public EquatableArray<string> Paths { get; init; }
}
