using Archiet.Sdk.Tests.Harness;

namespace Archiet.Sdk.Tests;

/// <summary>The target ArchietFormatGenome of the packed SDK: rewrites what is not laid out, touches nothing else, and says why it leaves a file alone.</summary>
internal sealed class FormatTests
{
    private const string Format = "-t:ArchietFormatGenome";
    private const string Check = "-p:ArchietFormatGenomeCheck=true";

    [Test]
    public async Task A_check_reports_the_file_and_the_target_lays_it_out()
    {
        var (folder, genome) = Copy("formatted");
        var laidOut = await File.ReadAllTextAsync(genome);
        var untidy = laidOut.Replace("  Article:\n", "  Article:   # What is sold.\n", StringComparison.Ordinal).Replace("{ type: string, ", "{type:   string,", StringComparison.Ordinal);
        await File.WriteAllTextAsync(genome, "\uFEFF" + untidy);

        var check = await Packed.BuildAsync(folder, Format, Check);
        Assert.That(check.ExitCode, Is.Not.Zero);
        Assert.That(check.Output, Does.Contain("shop.genome.yaml(1,1): error ARC8003:"));
        Assert.That(await File.ReadAllTextAsync(genome), Is.EqualTo(untidy), "a check changes nothing");

        Assert.That((await Packed.BuildAsync(folder, Format)).Checked(), Does.Contain("Formatted '"));
        Assert.That(await File.ReadAllBytesAsync(genome), Is.EqualTo(System.Text.Encoding.UTF8.GetBytes(laidOut.Replace("  Article:\n", "  Article: # What is sold.\n", StringComparison.Ordinal))));
        var written = File.GetLastWriteTimeUtc(genome);

        (await Packed.BuildAsync(folder, Format, Check)).Checked();
        Assert.That((await Packed.BuildAsync(folder, Format)).Checked(), Does.Not.Contain("Formatted '"));
        Assert.That(File.GetLastWriteTimeUtc(genome), Is.EqualTo(written), "a file that is laid out is not written");
        Assert.That(Path.Combine(folder, "bin"), Does.Not.Exist, "nothing was compiled");
    }

    [Test]
    public async Task A_file_with_an_error_stays_as_it_is()
    {
        var (folder, genome) = Copy("not-formatted");
        var more = Path.Combine(folder, "more.genome.yaml");
        await File.WriteAllTextAsync(more, "entities:\n  Shelf:\n    fields:\n      article:   { type: Artikle }\n");
        await File.WriteAllTextAsync(genome, (await File.ReadAllTextAsync(genome)).Replace("name: Shop", "name:   Shop", StringComparison.Ordinal));

        var result = await Packed.BuildAsync(folder, Format);

        Assert.That(result.ExitCode, Is.Not.Zero);
        Assert.That(result.Output, Does.Contain("more.genome.yaml(4,26,4,33): error ARC0051:"));
        Assert.That(await File.ReadAllTextAsync(more), Does.Contain("article:   {"), "the file with the error");
        Assert.That(await File.ReadAllTextAsync(genome), Does.Contain("name: Shop"), "the file without");
    }

    [Test]
    public async Task A_file_that_is_not_utf8_stays_as_it_is()
    {
        var (folder, genome) = Copy("not-utf8");
        byte[] bytes = [.. "# Caf"u8, 0xE9, (byte)'\n', .. await File.ReadAllBytesAsync(genome)];
        await File.WriteAllBytesAsync(genome, bytes);

        var result = await Packed.BuildAsync(folder, Format);

        Assert.That(result.Output, Does.Contain("error ARC8004:").And.Contain("it is not UTF-8"));
        Assert.That(await File.ReadAllBytesAsync(genome), Is.EqualTo(bytes));
    }

    private static (string Folder, string Genome) Copy(string name)
    {
        var folder = Packed.Outside.Copy(Path.Combine(TestSetting.Repository, "tests", "Archiet.Sdk.Tests", "Scenarios", "Minimal"), name);
        return (folder, Path.Combine(folder, "shop.genome.yaml"));
    }
}
