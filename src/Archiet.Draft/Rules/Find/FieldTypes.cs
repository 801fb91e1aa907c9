using System.Text.RegularExpressions;
using Archiet.Draft.Rules.Language;

namespace Archiet.Draft.Rules.Find;

/// <summary>Types of fields: from words that name one, or from what the name of a field cannot but mean.</summary>
internal static partial class FieldTypes
{
    /// <summary>What says nothing of a type.</summary>
    public const string Unknown = "unknown";

    private static readonly Dictionary<string, string> Named = Map(
        ("string", "string varchar nvarchar char character characters varchar2 str shorttext slug phone"),
        ("text", "text longtext clob markdown richtext textarea multiline html memo"),
        ("int", "int integer int32 smallint tinyint number whole serial counter"),
        ("long", "bigint int64 long bigserial"),
        ("decimal", "decimal numeric money float double real percentage percent amount euro euros eur usd gbp chf dollar dollars cents"),
        ("bool", "bool boolean bit flag checkbox toggle yes/no true/false"),
        ("date", "date"),
        ("time", "time"),
        ("timestamp", "datetime timestamp timestamptz datetime2 instant datetimeoffset"),
        ("duration", "duration interval timespan"),
        ("uuid", "uuid guid objectid cuid"),
        ("email", "email e-mail"),
        ("url", "url uri link website"),
        ("json", "json jsonb object blob array dictionary map"),
        ("bytes", "bytes binary bytea varbinary"),
        ("enum", "enum enumeration select dropdown choice picklist"));

    private static readonly Dictionary<string, string> ByLastWord = Map(
        ("date", "date birthday dob"),
        ("timestamp", "at timestamp datetime"),
        ("email", "email"),
        ("url", "url website link uri"),
        ("decimal", "amount price total cost budget balance salary fee subtotal discount tax rate revenue"),
        ("int", "count quantity qty age"),
        ("string", "name title number code phone slug reference sku street city zip postcode surname firstname lastname subject"),
        ("text", "description notes note comment comments summary body message reason remarks"));

    /// <summary>The type that a description names first, or <see cref="Unknown"/>.</summary>
    public static string Of(string description)
    {
        foreach (var token in Token.Of(description).Take(8))
        {
            if (Named.TryGetValue(token.Lower, out var type))
            {
                return type;
            }
        }
        return Unknown;
    }

    /// <summary>Whether a text is nothing but the name of a type.</summary>
    public static bool IsName(string text) => Named.ContainsKey(text.Trim().ToLowerInvariant());

    /// <summary>The type that a name says by its last word, or <see cref="Unknown"/>.</summary>
    public static string OfName(string name)
    {
        var words = Term.SplitWords(name).ConvertAll(word => word.ToLowerInvariant());
        return words.Count == 0 ? Unknown
            : words.Count > 1 && words[0] is "is" or "has" or "can" or "allow" ? "bool"
            : words[0] == "date" && words.Count > 1 ? "date"
            : words.Contains("email") && words[^1] is "email" or "address" ? "email"
            : words[^1] == "at" && words.Count == 1 ? Unknown
            : ByLastWord.GetValueOrDefault(words[^1], Unknown);
    }

    /// <summary>The longest text or the largest number that a description allows, or nothing.</summary>
    public static string MaxOf(string description)
    {
        var match = Max().Match(description);
        return !match.Success ? "" : match.Groups.Cast<Group>().Skip(1).First(group => group.Success).Value;
    }

    private static Dictionary<string, string> Map(params (string Type, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Type))).ToDictionary(row => row.word, row => row.Type, StringComparer.Ordinal);

    [GeneratedRegex(@"\b(?:max(?:imum|\.)?(?: length)?(?: of)?[ :=]+([0-9]+)|up to ([0-9]+) char|at most ([0-9]+) char|[0-9]+ ?(?:-|–|to) ?([0-9]+) char|n?(?:var)?char(?:acter varying)?\(([0-9]+)\))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Max();
}
