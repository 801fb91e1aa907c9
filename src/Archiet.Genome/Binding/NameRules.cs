using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>The forms that names must have.</summary>
internal static class NameRules
{
    /// <summary>Checks a name that is a PascalCase word: <paramref name="kind"/> says of what, with its article.</summary>
    public static bool CheckPascalCase(FindingList findings, Word word, string kind) =>
        GenomeNames.IsPascalCase(word.Text)
            ? IsShort(findings, word)
            : Refuse(findings, word, $"a name for {kind} (PascalCase: letters and digits, the first a capital)", Pascal(word.Text));

    /// <summary>Checks a name that is a camelCase word.</summary>
    public static bool CheckCamelCase(FindingList findings, Word word, string kind) =>
        GenomeNames.IsCamelCase(word.Text)
            ? IsShort(findings, word)
            : Refuse(findings, word, $"a name for {kind} (camelCase: letters and digits, the first a small letter)", Camel(word.Text));

    /// <summary>Checks the name of an enum's member.</summary>
    public static bool CheckEnumMember(FindingList findings, Word word) =>
        GenomeNames.IsEnumMember(word.Text) ? IsShort(findings, word) : Refuse(findings, word, "a name for a member (a letter, then letters, digits and underscores)", null);

    /// <summary>An old name of a field; null where there is none or it has another form than such names had.</summary>
    public static Word? FormerField(FindingList findings, Word? was) => was is { } name && CheckCamelCase(findings, name, "a field") ? name : null;

    /// <summary>Checks the key of a seed row.</summary>
    public static bool CheckSeedKey(FindingList findings, Word word) =>
        GenomeNames.IsEnumMember(word.Text) ? IsShort(findings, word) : Refuse(findings, word, "a key for a seed row (a letter, then letters, digits and underscores)", null);

    /// <summary>Checks a dotted C# namespace.</summary>
    public static bool CheckNamespace(FindingList findings, Word word)
    {
        var isNamespace = word.Text.Split('.').All(static part => GenomeNames.IsPascalCase(part));
        if (!isNamespace)
        {
            findings.Add(GenomeDiagnostics.InvalidName, word.Span, word.Text, "a C# namespace (PascalCase words with dots between them)", ".");
        }
        return isNamespace;
    }

    /// <summary>Checks the name of a member of C#: its type and its own name, with as much of its namespace as it takes.</summary>
    public static bool CheckMember(FindingList findings, Word word) =>
        word.Text.Split('.').All(static part => GenomeNames.IsEnumMember(part))
            ? IsShort(findings, word)
            : Refuse(findings, word, "a member of C# (names of letters, digits and underscores, with dots between them)", null);

    private static bool Refuse(FindingList findings, Word word, string form, string? suggestion)
    {
        findings.Add(GenomeDiagnostics.InvalidName, word.Span, word.Text, form, suggestion is not null ? $"; did you mean '{suggestion}'?" : WithBrace(word.Text) ?? VisibleText.LookAlike(word.Text) ?? ".");
        return false;
    }

    /// <summary>The end of the sentence about a name that took the brace behind it along, as <c>total { type</c> and <c>total:{ type</c> do.</summary>
    private static string? WithBrace(string name) =>
        name.IndexOf('}') < 0 && name.IndexOf('{') is > 0 and var brace ? $"; between '{name.Substring(0, brace).TrimEnd(' ', ':')}' and the brace stand a colon and a space." : null;

    private static bool IsShort(FindingList findings, Word word)
    {
        if (word.Text.Length > GenomeNames.LongestName)
        {
            findings.Add(GenomeDiagnostics.NameTooLong, word.Span, word.Text);
            return false;
        }
        return true;
    }

    private static string? Pascal(string name) => Joined(name) is { } joined ? GenomeNames.Property(joined) : null;

    private static string? Camel(string name) => Joined(name) is { } joined ? char.ToLowerInvariant(joined[0]) + joined.Substring(1) : null;

    /// <summary>The words of a name put together: <c>date_of-birth</c> gives <c>dateOfBirth</c>; null where that gives no name.</summary>
    private static string? Joined(string name)
    {
        var words = name.Split(['_', '-', ' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        var joined = words.Length == 0 ? "" : words[0] + string.Concat(words.Skip(1).Select(GenomeNames.Property));
        return GenomeNames.IsPascalCase(joined) || GenomeNames.IsCamelCase(joined) ? joined : null;
    }
}
