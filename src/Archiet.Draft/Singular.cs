namespace Archiet.Draft;

/// <summary>The singular of an English word in small letters, by endings and a short list of words that have their own.</summary>
internal static class Singular
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["aliases"] = "alias", ["analyses"] = "analysis", ["axes"] = "axis", ["caches"] = "cache", ["children"] = "child", ["cookies"] = "cookie",
        ["criteria"] = "criterion", ["diagnoses"] = "diagnosis", ["feet"] = "foot", ["halves"] = "half", ["indices"] = "index", ["knives"] = "knife",
        ["leaves"] = "leaf", ["lenses"] = "lens", ["lives"] = "life", ["matrices"] = "matrix", ["men"] = "man", ["mice"] = "mouse", ["movies"] = "movie",
        ["people"] = "person", ["shelves"] = "shelf", ["shoes"] = "shoe", ["teeth"] = "tooth", ["vertices"] = "vertex", ["wives"] = "wife", ["women"] = "woman",
    };

    /// <summary>Words that end as plurals do and are none, or are said of one thing in the plural.</summary>
    private static readonly HashSet<string> Same = new(StringComparer.Ordinal)
    {
        "alias", "always", "atlas", "bias", "canvas", "chaos", "cms", "corps", "dns", "gas", "goods", "gps", "has", "https", "ios", "its", "kubernetes", "kudos", "lens",
        "logistics", "metrics", "news", "operations", "pos", "premises", "saas", "sales", "series", "sms", "species", "times", "was", "works", "yes",
    };

    /// <summary>The singular; the word itself where it is none of English's plurals.</summary>
    public static string Of(string word)
    {
        if (Irregular.TryGetValue(word, out var known))
        {
            return known;
        }
        if (word.Length < 3 || !word.EndsWith('s') || EndsWithAny(word, "ss", "us", "is", "'s") || Same.Contains(word))
        {
            return word;
        }
        if (word.Length > 4 && EndsWithAny(word, "ies"))
        {
            return word[..^3] + "y";
        }
        var isStatuses = EndsWithAny(word, "uses") && !EndsWithAny(word, "auses", "ouses");
        return isStatuses || EndsWithAny(word, "xes", "ches", "shes", "sses", "zzes", "oes") ? word[..^2] : word[..^1];
    }

    private static bool EndsWithAny(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }
}
