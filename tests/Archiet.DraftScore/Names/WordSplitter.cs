namespace Archiet.DraftScore.Names;

/// <summary>Takes names apart.</summary>
internal static class WordSplitter
{
    /// <summary>
    /// The words of a name in lower case: between them stands what is no letter or digit, or a capital follows a small letter or a digit, or is the last of several that a small
    /// letter follows. A number belongs to the word before it: <c>SOC 2</c> is <c>soc2</c>.
    /// </summary>
    public static List<string> Split(string name)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= name.Length; i++)
        {
            var isPart = i < name.Length && char.IsLetterOrDigit(name[i]);
            if (start >= 0 && (!isPart || BeginsWord(name, i)))
            {
                Add(words, name[start..i].ToLowerInvariant());
                start = -1;
            }
            start = isPart && start < 0 ? i : start;
        }
        return words;
    }

    private static bool BeginsWord(string name, int at) =>
        char.IsUpper(name[at]) && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1])));

    private static void Add(List<string> words, string word)
    {
        if (words.Count > 0 && word.All(char.IsDigit))
        {
            words[^1] += word;
        }
        else
        {
            words.Add(word);
        }
    }
}
