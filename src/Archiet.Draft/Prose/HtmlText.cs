using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Archiet.Draft.Prose;

/// <summary>Tags and entities of HTML inside of a text. Only the tags of prose are tags: <c>&lt;OrderId&gt;</c> is a word.</summary>
internal static partial class HtmlText
{
    /// <summary>What stands between the items of a list that is written in tags.</summary>
    public const string ItemSeparator = " • ";

    private const int LongestTag = 2_000;

    private static readonly HashSet<string> Tags = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "article", "aside", "b", "blockquote", "br", "center", "cite", "code", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "font", "footer", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "i", "img", "input", "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "s", "samp", "section", "small", "span", "strike", "strong", "sub", "summary", "sup",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var",
    };

    private static readonly HashSet<string> Items = new(StringComparer.OrdinalIgnoreCase) { "li", "dt", "tr", "td" };

    /// <summary>A text without tags; each line break stays.</summary>
    public static string WithoutTags(string text)
    {
        var open = text.IndexOf('<', StringComparison.Ordinal);
        if (open < 0)
        {
            return text;
        }
        var result = new StringBuilder(text.Length);
        var from = 0;
        for (; open >= 0; open = text.IndexOf('<', Math.Max(open + 1, from)))
        {
            if (EndOfTag(text, open) is > 0 and var end)
            {
                var tag = text.AsSpan(open, end - open);
                result.Append(text, from, open - from).Append(Items.Contains(NameOf(tag)) && tag[1] != '/' ? ItemSeparator : " ").Append('\n', tag.Count('\n'));
                from = end;
            }
        }
        return result.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>A text with the characters that its entities stand for.</summary>
    public static string Decode(string text) => text.Contains('&', StringComparison.Ordinal) ? Entity().Replace(text, match => Printable(WebUtility.HtmlDecode(match.Value))) : text;

    private static string Printable(string text) => text.Length == 1 && (char.IsControl(text[0]) || char.IsWhiteSpace(text[0])) ? " " : text;

    /// <summary>Where the tag that begins at a place ends, or zero where none does.</summary>
    private static int EndOfTag(string text, int open)
    {
        var close = text.IndexOf('>', open, Math.Min(LongestTag, text.Length - open));
        return close > 0 && Tags.Contains(NameOf(text.AsSpan(open, close + 1 - open))) ? close + 1 : 0;
    }

    private static string NameOf(ReadOnlySpan<char> tag)
    {
        var name = tag[1..].TrimStart('/');
        var end = name.IndexOfAny(" \t\n/>");
        return end is > 0 and < 12 ? new string(name[..end]) : "";
    }

    [GeneratedRegex("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Entity();
}
