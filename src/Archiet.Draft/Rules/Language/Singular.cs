namespace Archiet.Draft.Rules.Language;

/// <summary>The singular of an English word.</summary>
internal static class Singular
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["people"] = "person", ["children"] = "child", ["men"] = "man", ["women"] = "woman", ["feet"] = "foot", ["criteria"] = "criterion", ["indices"] = "index", ["matrices"] = "matrix",
        ["vertices"] = "vertex", ["analyses"] = "analysis", ["diagnoses"] = "diagnosis", ["statuses"] = "status", ["addresses"] = "address", ["movies"] = "movie", ["cookies"] = "cookie",
        ["leaves"] = "leaf", ["shelves"] = "shelf", ["halves"] = "half", ["lives"] = "life", ["media"] = "media", ["caches"] = "cache", ["axes"] = "axis",
    };

    /// <summary>Words that end as plurals do and are none.</summary>
    private static readonly HashSet<string> Fixed = new(StringComparer.Ordinal)
    {
        "sales", "news", "series", "species", "status", "address", "business", "process", "access", "progress", "class", "analysis", "basis", "bonus", "campus", "canvas", "census", "chorus", "corps",
        "diagnosis", "express", "focus", "gas", "gps", "https", "lens", "logistics", "mass", "metrics", "pass", "premises", "press", "success", "this", "times", "virus", "always", "is", "has", "was", "its", "as",
        "us", "bus", "plus", "less", "thus", "various", "previous", "unless", "across", "kubernetes", "saas", "sms", "dns", "cms", "os", "ios", "pos", "apparatus", "operations", "goods", "works", "sepsis",
    };

    /// <summary>Of a word in small letters.</summary>
    public static string Of(string word)
    {
        if (Irregular.TryGetValue(word, out var known))
        {
            return known;
        }
        if (word.Length < 3 || word[^1] != 's' || Fixed.Contains(word) || word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("'s", StringComparison.Ordinal))
        {
            return word;
        }
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
        {
            return word[..^3] + "y";
        }
        return EndsWithAny(word, "sses", "shes", "ches", "xes", "zzes") ? word[..^2]
            : word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal) ? word
            : word[..^1];
    }

    private static bool EndsWithAny(string word, params ReadOnlySpan<string> ends)
    {
        foreach (var end in ends)
        {
            if (word.EndsWith(end, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }
}
