namespace Archiet.Model;

/// <summary>A file of the folder of migrations.</summary>
/// <param name="Path">Where it is; the name behind the last slash counts.</param>
/// <param name="Text">What is in it.</param>
public sealed record HistoryFile(string Path, string Text)
{
    /// <summary>The ending of sealed migrations.</summary>
    public const string SealedEnding = ".schema";

    /// <summary>The name of the file that holds the id of the newest migration.</summary>
    public const string Head = "head";

    /// <summary>The first line of an SQL file of the user's that is run outside of a transaction.</summary>
    public const string OutsideOfTransaction = "-- no transaction";

    /// <summary>How the SQL files of the user's begin that belong to no sealed migration.</summary>
    private const string PendingPrefix = "pending.";

    /// <summary>The file's name without its folders.</summary>
    public string Name => NameOf(Path);

    /// <summary>SHA-256 of the text in lower-case hex, the same whatever line breaks the file was checked out with.</summary>
    public string Hash => HashOf(Text);

    /// <summary>Whether it is a file of the user's that belongs to no sealed migration.</summary>
    public bool IsPending => Name.StartsWith(PendingPrefix, StringComparison.Ordinal);

    /// <summary>Whether it is run in a transaction of its own.</summary>
    public bool InTransaction => !Text.Split('\n')[0].Trim().Equals(OutsideOfTransaction, StringComparison.Ordinal);

    internal static string NameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    internal static string HashOf(string text) => Naming.Sha256(text.IndexOf('\r') < 0 ? text : text.Replace("\r\n", "\n"));
}
