using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Archiet.Precision.Corpus;

/// <summary>secretlint with its recommended preset, over one file a case.</summary>
/// <param name="folder">Where npm installed it.</param>
internal sealed class SecretlintDetector(string folder) : IDetector
{
    private const string Preset = """{ "rules": [{ "id": "@secretlint/secretlint-rule-preset-recommend" }] }""";

    /// <summary>Its answer goes to a file: what it writes to a pipe ends with its process, after 64 KB.</summary>
    private const string Answer = "found.json";

    /// <inheritdoc/>
    public string Name { get; } = "secretlint " + JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "node_modules", "secretlint", "package.json"))).RootElement.GetProperty("version").GetString();

    /// <inheritdoc/>
    public async Task<bool?[]> FindAsync(IReadOnlyList<Case> cases) =>
        [.. (await FindInAsync([.. cases.Select(item => ("Case.cs", item.Text))]).ConfigureAwait(false)).Select(found => (bool?)found)];

    /// <summary>For each file, whether it finds something. Each is written under its path, in a folder of its own.</summary>
    public async Task<bool[]> FindInAsync(IReadOnlyList<(string Path, string Text)> files)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, "cases" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        try
        {
            for (var i = 0; i < files.Count; i++)
            {
                var path = Path.Combine(place.FullName, string.Create(CultureInfo.InvariantCulture, $"Case{i}"), files[i].Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, files[i].Text).ConfigureAwait(false);
            }
            await File.WriteAllTextAsync(Path.Combine(place.FullName, ".secretlintrc.json"), Preset).ConfigureAwait(false);
            var found = new bool[files.Count];
            await RunAsync(place.FullName).ConfigureAwait(false);
            foreach (var file in JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(place.FullName, Answer)).ConfigureAwait(false)).RootElement.EnumerateArray())
            {
                if (file.GetProperty("messages").GetArrayLength() > 0)
                {
                    var inside = Path.GetRelativePath(place.FullName, file.GetProperty("filePath").GetString()!);
                    found[int.Parse(inside["Case".Length..inside.IndexOf(Path.DirectorySeparatorChar, StringComparison.Ordinal)], CultureInfo.InvariantCulture)] = true;
                }
            }
            return found;
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private async Task RunAsync(string place)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(folder, "node_modules", "secretlint", "bin", "secretlint.js"), "--format", "json", "--output", Answer, "--secretlintrc", ".secretlintrc.json", "Case*/**/*"])
        {
            WorkingDirectory = place,
        };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync().ConfigureAwait(false);
    }
}
