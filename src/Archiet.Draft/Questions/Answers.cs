namespace Archiet.Draft.Questions;

/// <summary>The answers that people wrote into an earlier draft, by the keys of questions.</summary>
public sealed class Answers
{
    private readonly Dictionary<string, string> byKey;

    private Answers(Dictionary<string, string> byKey) => this.byKey = byKey;

    /// <summary>No answers.</summary>
    public static Answers None { get; } = new([]);

    /// <summary>Answers by key.</summary>
    public static Answers Of(IEnumerable<KeyValuePair<string, string>> answers) => new(new(answers, StringComparer.Ordinal));

    /// <summary>The answer to a question, or null.</summary>
    public string? Find(string key) => byKey.GetValueOrDefault(key);
}
