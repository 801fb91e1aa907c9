using Archiet.Sdk.Tests.Harness;

namespace Archiet.Sdk.Tests;

/// <summary>What a further build touches: nothing when nothing changed, and the document only when it says something else.</summary>
internal sealed class IncrementalBuildTests
{
    private const string Emit = "-p:EmitCompilerGeneratedFiles=true";

    [Test]
    public async Task A_second_build_rewrites_no_file()
    {
        var folder = await BuiltAsync("unchanged");
        var before = TimesOf(folder);
        (await Packed.BuildAsync(folder, Emit)).Checked();
        Assert.That(TimesOf(folder), Is.EqualTo(before));
    }

    [Test]
    public async Task The_document_follows_the_meaning_of_the_genome()
    {
        var folder = await BuiltAsync("edited");
        var (genome, document) = (Path.Combine(folder, "shop.genome.yaml"), Path.Combine(folder, "openapi.json"));
        var text = await File.ReadAllTextAsync(genome);
        var first = await File.ReadAllTextAsync(document);
        var written = File.GetLastWriteTimeUtc(document);

        await File.WriteAllTextAsync(genome, "# A comment.\n" + text);
        (await Packed.BuildAsync(folder, Emit)).Checked();
        Assert.That(File.GetLastWriteTimeUtc(document), Is.EqualTo(written), "a comment changes nothing");

        await File.WriteAllTextAsync(genome, text.Replace("      price:", "      size: { type: int }\n      price:", StringComparison.Ordinal));
        (await Packed.BuildAsync(folder, Emit)).Checked();
        Assert.That(await File.ReadAllTextAsync(document), Does.Contain("\"size\"").And.Not.EqualTo(first), "a new field is in the document");

        await File.WriteAllTextAsync(genome, text);
        File.Delete(document);
        (await Packed.BuildAsync(folder, Emit)).Checked();
        Assert.That(await File.ReadAllTextAsync(document), Is.EqualTo(first), "the same genome gives the same document");
    }

    private static async Task<string> BuiltAsync(string name)
    {
        var folder = Packed.Outside.Copy(Packed.Scenarios.Folder("Minimal"), name);
        (await Packed.BuildAsync(folder, Emit)).Checked();
        return folder;
    }

    private static Dictionary<string, DateTime> TimesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), File.GetLastWriteTimeUtc);
}
