namespace Archiet;

/// <summary>Names in SQL that is made at start, from what the genome declares: never from a request.</summary>
internal static class SqlName
{
    /// <summary>The name as a quoted identifier.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A text as a literal.</summary>
    public static string Literal(string text) => text.Contains('\\', StringComparison.Ordinal)
        ? throw new ArgumentException("A literal made at start has no backslash.", nameof(text))
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
