namespace Archiet.Precision.Scan;

/// <summary>The files besides C# that are handed to the analyzers.</summary>
internal static class TextFiles
{
    private static readonly string[] Extensions =
    [
        ".json", ".jsonc", ".yaml", ".yml", ".xml", ".config", ".csproj", ".props", ".targets", ".pubxml", ".env", ".ini", ".toml", ".properties", ".sql", ".sh", ".ps1",
        ".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".html", ".htm", ".cshtml", ".razor", ".vue", ".http", ".tf", ".tfvars",
    ];

    /// <summary>Whether a file is one of them, by its name.</summary>
    public static bool IsOne(string path)
    {
        var name = Path.GetFileName(path);
        return Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)
            || name.StartsWith(".env", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Dockerfile", StringComparison.OrdinalIgnoreCase);
    }
}
