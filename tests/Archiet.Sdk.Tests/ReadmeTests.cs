using System.Text.RegularExpressions;
using Archiet.Sdk.Tests.Harness;

namespace Archiet.Sdk.Tests;

/// <summary>What the README shows is what somebody types on the first day: its project, its program and its genome, word by word.</summary>
internal sealed partial class ReadmeTests
{
    [Test]
    public async Task The_project_the_program_and_the_genome_of_the_README_build()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(TestSetting.Repository, "README.md"));
        var folder = Directory.CreateDirectory(Path.Combine(Packed.Outside.Folder, "readme")).FullName;
        await WriteAsync("Library.csproj", "xml");
        await WriteAsync("Program.cs", "csharp");
        await WriteAsync("library.genome.yaml", "yaml");

        (await Packed.BuildAsync(folder, "-warnaserror")).Checked();
        Assert.That(await File.ReadAllTextAsync(Path.Combine(folder, "openapi.json")), Does.Contain("/api/loans/{id}/give-back"));

        Task WriteAsync(string file, string language) =>
            File.WriteAllTextAsync(Path.Combine(folder, file), Block().Matches(readme).Single(block => block.Groups["language"].Value == language).Groups["text"].Value);
    }

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
