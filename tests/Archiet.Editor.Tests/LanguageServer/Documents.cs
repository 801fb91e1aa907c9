namespace Archiet.Editor.Tests.LanguageServer;

/// <summary>Documents that stand where a user's would: beside others, with the schema at a relative path.</summary>
internal static class Documents
{
    private static readonly string Tree = Path.Combine(TestContext.CurrentContext.TestDirectory, "tree");

    private static int count;

    /// <summary>The samples' genome files.</summary>
    public static IEnumerable<string> Samples => Directory.EnumerateFiles(Path.Combine(Tree, "samples"), "*.genome.yaml", SearchOption.AllDirectories)
        .Select(static path => Path.GetRelativePath(Tree, path)).Order(StringComparer.Ordinal);

    /// <summary>The place of a file of the tree.</summary>
    public static string PathOf(string relative) => Path.Combine(Tree, relative);

    /// <summary>A document of its own, which names the schema as the samples do; a bar shows where the cursor is.</summary>
    public static (string Path, string Text, int Line, int Column) WithCursor(string body)
    {
        var text = "# yaml-language-server: $schema=../../spec/genome.schema.json\n" + body.ReplaceLineEndings("\n");
        var at = text.IndexOf('¦', StringComparison.Ordinal);
        var before = at < 0 ? "" : text[..at];
        return (
            PathOf($"samples/Tests/{Interlocked.Increment(ref count)}.genome.yaml"),
            text.Replace("¦", "", StringComparison.Ordinal),
            before.Count(static c => c == '\n'),
            before.Length - before.LastIndexOf('\n') - 1);
    }
}
