using System.Text.RegularExpressions;

namespace Archiet.Schema.Tests;

/// <summary>Files that a page shows: the path in backticks, and the text as a block below it.</summary>
internal static partial class PageFiles
{
    public static List<HistoryFile> In(string page) => [.. Block().Matches(page).Select(static match => new HistoryFile(match.Groups["path"].Value, match.Groups["text"].Value))];

    public static SchemaHistory History(string page)
    {
        var files = In(page);
        Assert.That(files, Is.Not.Empty);
        return SchemaHistory.Of(
            files.Where(static file => file.Name.EndsWith(HistoryFile.SealedEnding, StringComparison.Ordinal)).Select(static file => SealedMigration.Read(file.Path, file.Text)),
            files.Find(static file => file.Name == HistoryFile.Head),
            files.Where(static file => file.Name.EndsWith(".sql", StringComparison.Ordinal)));
    }

    [GeneratedRegex("`(?<path>[^`\n]+)`\n\n```\n(?<text>.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Block();
}
