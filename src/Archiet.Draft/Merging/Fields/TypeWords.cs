using System.Globalization;
using Archiet.Draft.Merging.Names;
using Archiet.Draft.Questions;
using Archiet.Genome.Language;

namespace Archiet.Draft.Merging.Fields;

/// <summary>Types of fields: as drafts name them, and as names of fields suggest them.</summary>
internal static class TypeWords
{
    /// <summary>An amount of money, where nothing says how many digits.</summary>
    public const string Money = "decimal(12,2)";

    private const int MostDigits = 28;

    /// <summary>The type that a word means, as the genome spells it; null where the word says nothing.</summary>
    public static string? Read(string word)
    {
        var folded = word.Trim().ToLowerInvariant();
        if (folded.StartsWith("decimal", StringComparison.Ordinal))
        {
            return ReadDecimal(folded);
        }
        return folded switch
        {
            "integer" or "number of" or "count" => "int",
            "boolean" or "flag" => "bool",
            "datetime" or "date-time" or "moment" => "timestamp",
            "money" or "currency" or "amount" or "float" or "double" or "numeric" => Money,
            "guid" => "uuid",
            "e-mail" => "email",
            "uri" => "url",
            "phone" => "string",
            _ => LanguageWords.ScalarTypes.Contains(folded) ? folded : null,
        };
    }

    /// <summary>What a field's name suggests.</summary>
    public static string Guess(string name)
    {
        var words = NameWords.Split(name);
        if (words.Count == 0)
        {
            return "string";
        }
        return words[^1] switch
        {
            "at" or "timestamp" or "datetime" => "timestamp",
            "date" or "birthday" or "deadline" or "dob" or "on" => "date",
            "time" => "timestamp",
            "email" or "mail" => "email",
            "url" or "link" or "website" or "uri" => "url",
            "count" or "quantity" or "minutes" or "hours" or "days" or "stock" or "age" or "position" or "rank" or "order" => "int",
            "description" or "note" or "notes" or "comment" or "comments" or "text" or "body" or "content" or "message" or "details" or "reason" or "summary" => "text",
            "percent" or "percentage" or "rate" or "probability" or "score" or "weight" => "decimal(9,4)",
            "json" or "metadata" or "settings" or "config" or "configuration" => "json",
            _ when words[0] is "is" or "has" or "can" or "should" or "allow" or "enabled" or "active" => "bool",
            _ when words[0] is "date" => "date",
            _ when FieldWords.IsMoney(name) => Money,
            _ => "string",
        };
    }

    private static string ReadDecimal(string word)
    {
        var digits = word["decimal".Length..].Trim('(', ')', ' ').Split(',', StringSplitOptions.TrimEntries);
        var isRead = digits.Length == 2 && int.TryParse(digits[0], NumberStyles.None, CultureInfo.InvariantCulture, out var precision)
            && int.TryParse(digits[1], NumberStyles.None, CultureInfo.InvariantCulture, out var scale) && precision is >= 1 and <= MostDigits && scale <= precision;
        return isRead ? $"decimal({digits[0].TrimStart('0')},{int.Parse(digits[1], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)})" : Money;
    }
}
