using System.Globalization;

namespace Archiet.Precision.FileCorpus;

/// <summary>One of the ways in which the same value comes to be written differently in a file.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Apply">The file's path and text, from what it was; null where its format has no such way.</param>
internal sealed record FileRewrite(string Name, Func<FileCase, Grammar, (string Path, string Text)?> Apply)
{
    private const int Many = 200;

    /// <summary>All ten.</summary>
    public static IReadOnlyList<FileRewrite> All { get; } =
    [
        new("a byte order mark", (file, _) => (file.Path, '\uFEFF' + file.Text)),
        new("line ends of Windows", (file, _) => (file.Path, file.Text.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n")),
        new("in a folder of deployment", (file, _) => ("deploy/production/" + file.Path, file.Text)),
        new("in a file of another name", (file, grammar) => grammar.Renamed(file.Path) is { } path ? (path, file.Text) : null),
        new("behind a comment with quotes", (file, grammar) => (file.Path, grammar.Comment("it's \"here\"") + "\n" + file.Text)),
        new("behind two hundred others", (file, grammar) => (file.Path, grammar.Behind(string.Concat(Enumerable.Range(0, Many).Select(grammar.Neutral)), file.Text))),
        new("two levels deeper", (file, grammar) => grammar.Deeper(file.Text) is { } text ? (file.Path, text) : null),
        new("with other blanks", (file, grammar) => (file.Path, grammar.Spaced(file.Text))),
        // A comment has no escapes: there such a token is another text.
        new("with escapes", (file, grammar) => !file.Name.EndsWith("comment", StringComparison.Ordinal) && Escaped(file.Text, grammar) is { } text ? (file.Path, text) : null),
        new("beside the same again, empty", (file, grammar) => (file.Path, grammar.Behind(grammar.Neutral(1).Replace("text 1", "", StringComparison.Ordinal), file.Text) + "\n" + grammar.Comment("the end"))),
    ];

    private static string? Escaped(string text, Grammar grammar)
    {
        var secret = FileCases.Secrets.FirstOrDefault(known => text.Contains(known, StringComparison.Ordinal));
        return secret is null || grammar.Escape is not { } escape || (grammar.EscapesInQuotes && !text.Contains($"\"{secret}\"", StringComparison.Ordinal)) ? null
            : text.Replace(secret, string.Concat(secret.Select((letter, i) => i < 6 ? string.Format(CultureInfo.InvariantCulture, escape, (int)letter) : letter.ToString())), StringComparison.Ordinal);
    }
}
