namespace Archiet.DraftScore.Names;

/// <summary>A name as scores compare it: its words in lower case and in the singular, without a module's prefix and articles.</summary>
internal sealed class FoldedName
{
    private static readonly string[] Articles = ["a", "an", "the"];

    private FoldedName(IReadOnlyList<string> words)
    {
        Words = words;
        Key = string.Join(' ', words);
    }

    /// <summary>Its words in their order.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Equal for names that are one.</summary>
    public string Key { get; }

    /// <summary>Folds a name.</summary>
    /// <param name="name">In any spelling: <c>crm_Opportunities</c>, <c>VATNumber</c>, <c>List view</c>.</param>
    /// <param name="prefixes">Words that stand before names for their module, in lower case.</param>
    public static FoldedName Of(string name, IReadOnlyCollection<string>? prefixes = null)
    {
        var words = WordSplitter.Split(name).Where(static word => !Articles.Contains(word)).Select(SingularWord.Of).ToList();
        if (words.Count > 1 && prefixes?.Contains(words[0]) == true)
        {
            words.RemoveAt(0);
        }
        return new(words);
    }

    /// <summary>The name without the words of its owner before it: <c>invoice amount</c> of an invoice is its <c>amount</c>.</summary>
    public FoldedName Within(FoldedName owner) =>
        Words.Count > owner.Words.Count && Words.Take(owner.Words.Count).SequenceEqual(owner.Words) ? new([.. Words.Skip(owner.Words.Count)]) : this;

    /// <summary>The words that both have, of the words that either has.</summary>
    public double Jaccard(FoldedName other)
    {
        var either = Words.Union(other.Words).Count();
        return either == 0 ? 0 : (double)Words.Intersect(other.Words).Count() / either;
    }

    /// <inheritdoc/>
    public override string ToString() => Key;
}
