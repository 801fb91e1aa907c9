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
    public async Task<bool?[]> FindAsync(IReadOnlyList<Case> cases)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, "cases" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        try
        {
            for (var i = 0; i < cases.Count; i++)
            {
                await File.WriteAllTextAsync(Path.Combine(place.FullName, $"Case{i}.cs"), cases[i].Text).ConfigureAwait(false);
            }
            await File.WriteAllTextAsync(Path.Combine(place.FullName, ".secretlintrc.json"), Preset).ConfigureAwait(false);
            var found = new bool?[cases.Count];
            Array.Fill(found, false);
            await RunAsync(place.FullName).ConfigureAwait(false);
            foreach (var file in JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(place.FullName, Answer)).ConfigureAwait(false)).RootElement.EnumerateArray())
            {
                if (file.GetProperty("messages").GetArrayLength() > 0)
                {
                    found[int.Parse(Path.GetFileNameWithoutExtension(file.GetProperty("filePath").GetString()!)["Case".Length..], CultureInfo.InvariantCulture)] = true;
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
        var start = new ProcessStartInfo("node", [Path.Combine(folder, "node_modules", "secretlint", "bin", "secretlint.js"), "--format", "json", "--output", Answer, "--secretlintrc", ".secretlintrc.json", "*.cs"])
        {
            WorkingDirectory = place,
        };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync().ConfigureAwait(false);
    }
}
