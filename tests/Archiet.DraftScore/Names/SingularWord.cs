namespace Archiet.DraftScore.Names;

/// <summary>One of several. It need not be English, only the same for the same word in either number.</summary>
internal static class SingularWord
{
    private static readonly string[] LosesTwo = ["sses", "xes", "ches", "shes", "zes", "uses"];

    /// <summary>A word, in lower case, in the singular.</summary>
    public static string Of(string word)
    {
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
        {
            return word[..^3] + "y";
        }
        if (LosesTwo.Any(end => word.EndsWith(end, StringComparison.Ordinal)))
        {
            return word[..^2];
        }
        var isPlural = word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i');
        return isPlural ? word[..^1] : word;
    }
}
