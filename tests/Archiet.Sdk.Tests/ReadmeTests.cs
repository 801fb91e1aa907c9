using System.Text.RegularExpressions;
using Archiet.Sdk.Tests.Harness;

namespace Archiet.Sdk.Tests;

/// <summary>What README and spec/csharp.md show is what somebody types on the first day: it builds word by word.</summary>
internal sealed partial class ReadmeTests
{
    [Test]
    public async Task The_project_the_program_and_the_genome_of_the_README_build()
    {
        var blocks = await BlocksAsync("README.md");
        var folder = Directory.CreateDirectory(Path.Combine(Packed.Outside.Folder, "readme")).FullName;
        await WriteAsync("Library.csproj", "xml");
        await WriteAsync("Program.cs", "csharp");
        await WriteAsync("library.genome.yaml", "yaml");

        (await Packed.BuildAsync(folder, "-warnaserror")).Checked();
        Assert.That(await File.ReadAllTextAsync(Path.Combine(folder, "openapi.json")), Does.Contain("/api/loans/{id}/give-back"));

        Task WriteAsync(string file, string language) =>
            File.WriteAllTextAsync(Path.Combine(folder, file), blocks.Single(block => block.Language == language).Text);
    }

    [Test]
    public async Task The_code_that_spec_csharp_shows_builds_beside_the_sample()
    {
        var folder = Packed.Outside.Copy(Path.Combine(TestSetting.Repository, "samples", "Clinic"), "csharp");
        var files = (await BlocksAsync("spec", "csharp.md")).Where(block => block.Language == "csharp").ToList();
        Assert.That(files, Has.Count.EqualTo(5));
        foreach (var (_, text) in files)
        {
            var name = text[3..text.IndexOf('\n', StringComparison.Ordinal)];
            await File.WriteAllTextAsync(Path.Combine(folder, name), text);
        }

        (await Packed.BuildAsync(folder, "-warnaserror")).Checked();
    }

    private static async Task<List<(string Language, string Text)>> BlocksAsync(params string[] path)
    {
        var page = await File.ReadAllTextAsync(Path.Combine([TestSetting.Repository, .. path]));
        return [.. Block().Matches(page).Select(block => (block.Groups["language"].Value, block.Groups["text"].Value))];
    }

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
