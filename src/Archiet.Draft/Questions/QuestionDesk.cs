using Archiet.Draft.Merging;

namespace Archiet.Draft.Questions;

/// <summary>Takes the questions of a merge, and says what their answers decide.</summary>
internal sealed class QuestionDesk(EvidenceLedger ledger, Answers answers)
{
    private readonly Dictionary<string, DraftQuestion> byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> inOwnWords = new(StringComparer.Ordinal);

    /// <summary>The questions: in the order of their first sentences, those without any at the end.</summary>
    public EquatableArray<DraftQuestion> Questions => byKey.Values
        .OrderBy(question => ledger.Position(question.Evidence)).ThenBy(static question => question.Key, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>Asks, and gives the number of the option that holds: the chosen one; the first while the question is open or its answer is none of them.</summary>
    public int Decide(Asked asked) => Math.Max(0, Chosen(asked));

    /// <summary>Asks, and gives the answer where it is none of the options, or null.</summary>
    public string? FreeText(Asked asked)
    {
        var answer = Chosen(asked) < 0 ? byKey[asked.Key].Answer : null;
        inOwnWords.Remove(asked.Key);
        return answer;
    }

    /// <summary>Answers in a person's own words that decide nothing: there are options, and they are none of them.</summary>
    public EquatableArray<string> Undecided => inOwnWords.Order(StringComparer.Ordinal).ToEquatableArray();

    private int Chosen(Asked asked)
    {
        var answer = answers.Find(asked.Key);
        if (byKey.TryGetValue(asked.Key, out var known))
        {
            byKey[asked.Key] = known with { Evidence = ledger.Union([known.Evidence, asked.Evidence]), Paths = known.Paths.Concat(asked.Paths).Distinct().ToEquatableArray() };
        }
        else
        {
            byKey.Add(asked.Key, new(asked.Code, asked.About, SafeText.Of(asked.Ask, 1200), asked.SafeOptions, asked.Evidence) { Key = asked.Key, Answer = answer, Paths = asked.Paths });
        }
        var chosen = answer is null ? -1 : asked.IndexOf(answer);
        if (answer is not null && chosen < 0 && asked.Options.Count > 0)
        {
            inOwnWords.Add(asked.Key);
        }
        return chosen;
    }
}

/// <summary>A question as a rule puts it.</summary>
/// <param name="Code">One of <see cref="QuestionCodes"/>.</param>
/// <param name="About">The path that it is about, or nothing.</param>
/// <param name="Distinct">What tells it from others of its code at the same path.</param>
/// <param name="Ask">The question.</param>
/// <param name="Options">Answers; the first is what the draft takes.</param>
internal sealed record Asked(string Code, string About, string Distinct, string Ask, EquatableArray<string> Options)
{
    /// <summary>The sentences that raise it.</summary>
    public EquatableArray<string> Evidence { get; init; }

    /// <summary>The elements that follow from it.</summary>
    public EquatableArray<string> Paths { get; init; }

    public string Key => QuestionKeys.Of(Code, About, Distinct);

    /// <summary>The options as a genome has them: each once.</summary>
    public EquatableArray<string> SafeOptions => Options.Select(static option => SafeText.Of(option)).Where(static option => option.Length > 0).Distinct(StringComparer.Ordinal).ToEquatableArray();

    /// <summary>The option that an answer is, upper and lower case counting as equal; below zero where it is none.</summary>
    public int IndexOf(string answer)
    {
        var text = SafeText.Of(answer);
        for (var i = 0; i < Options.Count; i++)
        {
            if (string.Equals(SafeText.Of(Options[i]), text, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }
        return -1;
    }
}
