namespace Archiet.Genome.Syntax;

/// <summary>What the words of a list say.</summary>
internal static class WordTexts
{
    /// <summary>The texts, in the order of the words.</summary>
    public static EquatableArray<string> Texts(this IReadOnlyList<Word> words) => new(ArrayOf(words));

    /// <summary>The texts, in ordinal order.</summary>
    public static EquatableArray<string> TextsInOrder(this IReadOnlyList<Word> words)
    {
        var texts = ArrayOf(words);
        Array.Sort(texts, StringComparer.Ordinal);
        return new(texts);
    }

    private static string[] ArrayOf(IReadOnlyList<Word> words)
    {
        if (words.Count == 0)
        {
            return [];
        }
        var texts = new string[words.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = words[i].Text;
        }
        return texts;
    }
}
