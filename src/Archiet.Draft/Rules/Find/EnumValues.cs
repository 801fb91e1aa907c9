using System.Buffers;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>Values that a sentence lists: between brackets, in quotes, or behind a colon, joined by commas, slashes, bars or <c>or</c>.</summary>
internal static class EnumValues
{
    private const int MostWords = 3;
    private const int Fewest = 2;

    private static readonly SearchValues<char> NoLetters = SearchValues.Create("():=<>{}*+%");

    private static readonly HashSet<string> NoValues = new(
        ["required", "optional", "unique", "nullable", "indexed", "default", "string", "number", "e.g.", "etc", "etc.", "integer", "text", "date", "boolean", "auto-generated", "read-only", "immutable", "calculated", "json"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The values in a description.</summary>
    /// <param name="text">The description.</param>
    /// <param name="isStated">Whether it is known that values are listed, so that they need no brackets.</param>
    public static EquatableArray<string> Of(string text, bool isStated)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = open >= 0 ? text.IndexOf(')', open) : -1;
        if (close > open && isStated && Split(text[(open + 1)..close]) is { Count: >= Fewest } inside)
        {
            return inside;
        }
        if (!isStated)
        {
            return Split(QuotedOnly(text));
        }
        var bare = open >= 0 && close > open ? text[..open] : text;
        var (label, rest) = Outline.SplitLabel(bare);
        return Split(label.Length > 0 ? rest : bare);
    }

    /// <summary>The values of a list, or none where a part of it is no value.</summary>
    public static EquatableArray<string> Split(string list)
    {
        var parts = list.Replace(" or ", ",", StringComparison.OrdinalIgnoreCase).Replace(" and ", ",", StringComparison.OrdinalIgnoreCase).Replace("→", ",", StringComparison.Ordinal)
            .Split([',', '/', '|', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Trim('"', '\'', '“', '”', '`', '.', ' ', '[', ']'))
            .Where(part => part.Length > 0)
            .ToList();
        return parts.Count >= Fewest && parts.TrueForAll(IsValue) ? parts.Distinct(StringComparer.OrdinalIgnoreCase).ToEquatableArray() : EquatableArray<string>.Empty;
    }

    /// <summary>Values in quotes are values wherever they stand, if nothing else does.</summary>
    private static string QuotedOnly(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length >= Fewest && parts.All(part => part.Length > 2 && part[0] is '"' or '“' or '\'' && part[^1] is '"' or '”' or '\'') ? text : "";
    }

    /// <summary>Whether a word begins a clause and no value; <c>in repair</c> and <c>on hold</c> are values.</summary>
    private static bool BeginsClause(string word) => WordLists.Determiners.Contains(word) || (WordLists.Ends.Contains(word) && word is not ("in" or "on" or "under" or "out" or "off" or "up" or "not"));

    private static bool IsValue(string part) =>
        part.Length <= 40 && char.IsLetter(part[0]) && part.Split(' ').Length <= MostWords && !NoValues.Contains(part) && !(part.Contains(' ', StringComparison.Ordinal) && BeginsClause(part[..part.IndexOf(' ', StringComparison.Ordinal)].ToLowerInvariant())) && !part.AsSpan().ContainsAny(NoLetters);
}
