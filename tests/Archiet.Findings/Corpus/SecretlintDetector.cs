using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Archiet.Precision.Corpus;

/// <summary>secretlint with its recommended preset, over one file a case.</summary>
/// <param name="folder">Where npm installed it.</param>
internal sealed class SecretlintDetector(string folder) : IDetector
{
    private const string Preset = """{ "rules": [{ "id": "@secretlint/secretlint-rule-preset-recommend" }] }""";

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
            foreach (var file in JsonDocument.Parse(await RunAsync(place.FullName).ConfigureAwait(false)).RootElement.EnumerateArray())
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

    private async Task<string> RunAsync(string place)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(folder, "node_modules", "secretlint", "bin", "secretlint.js"), "--format", "json", "--secretlintrc", ".secretlintrc.json", "*.cs"])
        {
            WorkingDirectory = place,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        return output;
    }
}
