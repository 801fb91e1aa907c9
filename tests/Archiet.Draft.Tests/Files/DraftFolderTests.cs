using System.Diagnostics;
using Archiet.Draft.Files;
using Archiet.Draft.Passes;

namespace Archiet.Draft.Tests.Files;

/// <summary>The files of a draft on disk: all or none, and each whole whatever happens to whoever writes.</summary>
internal sealed class DraftFolderTests
{
    private static readonly DraftFile[] Files = [new("orders.draft.sources.yaml", "sources\n"), new("orders.draft.genome.yaml", "genome\n")];

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("archiet-draft-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void What_is_the_same_is_not_touched()
    {
        var folder = new DraftFolder(_folder, "orders");
        Assert.That(folder.Write(Files, default), Is.EqualTo(Files.Select(static file => file.Name)));
        Assert.That(folder.Write([Files[0], Files[1] with { Text = "another\n" }], default), Is.EqualTo(new[] { "orders.draft.genome.yaml" }));
        Assert.That(Left(), Is.EqualTo(new[] { "another\n", "sources\n" }));
    }

    [Test]
    public async Task Whoever_cancels_leaves_it_as_it_was()
    {
        var folder = new DraftFolder(_folder, "orders");
        folder.Write(Files, default);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        Assert.Catch<OperationCanceledException>(() => folder.Write([.. Files.Select(static file => file with { Text = "new" })], stop.Token));
        Assert.That(Left(), Is.EqualTo(new[] { "genome\n", "sources\n" }));
    }

    [Test]
    public void A_file_that_cannot_be_written_leaves_the_others_as_they_were()
    {
        var folder = new DraftFolder(_folder, "orders");
        folder.Write(Files, default);
        Directory.CreateDirectory(Path.Combine(_folder, "orders.draft.report.md.unfinished"));

        var failed = Assert.Throws<DraftModelException>(() => folder.Write([.. Files.Select(static file => file with { Text = "new" }), new("orders.draft.report.md", "new")], default));
        Assert.That(failed!.Id, Is.EqualTo("ARC6045"));
        Assert.That(Left(), Is.EqualTo(new[] { "genome\n", "sources\n" }));
    }

    [Test]
    public void An_earlier_draft_that_is_no_UTF8_is_not_guessed_at()
    {
        File.WriteAllBytes(Path.Combine(_folder, "orders.draft.genome.yaml"), [0x61, 0xE9, 0x0A]);

        Assert.That(
            Assert.Throws<DraftModelException>(() => new DraftFolder(_folder, "orders").Read(new("prd.md", default, default, default, "")))!.Id, Is.EqualTo("ARC6013"));
    }

    [TestCase(new byte[] { 0x61, 0xE9, 0x0A })]
    [TestCase(new byte[] { })]
    [TestCase(new byte[] { 0x20, 0x0A })]
    [TestCase(new byte[] { 0xFF, 0xFE, 0x61, 0x00 })]
    public void A_document_that_cannot_be_read(byte[] bytes)
    {
        var path = Path.Combine(_folder, "prd.md");
        File.WriteAllBytes(path, bytes);

        Assert.That(Assert.Throws<DraftModelException>(() => ProseFile.Read(path, _folder))!.Id, Is.EqualTo("ARC6010"));
    }

    [Test]
    public void A_document_that_is_not_there() =>
        Assert.That(Assert.Throws<DraftModelException>(() => ProseFile.Read(Path.Combine(_folder, "prd.md"), _folder))!.Message, Does.StartWith("The document 'prd.md' could not be read"));

    [TestCase("docs/PRD Orders v2.md", "prd-orders-v2")]
    [TestCase("Bestellübersicht.txt", "bestellubersicht")]
    [TestCase("需求.md", "app")]
    [TestCase("../../etc/..md", "app")]
    public void A_draft_is_called_by_its_document(string path, string name) => Assert.That(ProseFile.DraftNameOf(path), Is.EqualTo(name));

    /// <summary>A process that writes two drafts in turn, without end, is killed at any moment.</summary>
    [Test]
    public async Task Whoever_is_killed_leaves_whole_files()
    {
        var random = new Random(7);
        for (var round = 0; round < 12; round++)
        {
            using var writer = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(EndlessWriter).Assembly.Location, EndlessWriter.Command, _folder]) { RedirectStandardOutput = true })!;
            await writer.StandardOutput.ReadLineAsync();
            await Task.Delay(random.Next(1, 20));
            writer.Kill();
            await writer.WaitForExitAsync();

            var files = Directory.GetFiles(_folder, "*.yaml");
            Assert.That(files.Select(Path.GetFileName), Is.EquivalentTo(EndlessWriter.First.Select(static file => file.Name)));
            Assert.That(files.Select(File.ReadAllText), Is.All.Matches<string>(static text => EndlessWriter.IsWhole(text)));
        }
        new DraftFolder(_folder, "orders").Write(Files, default);
        Assert.That(Directory.GetFiles(_folder, "*.unfinished"), Is.Empty, "what was not finished is removed");
    }

    private string[] Left() => [.. Directory.GetFiles(_folder).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
}
