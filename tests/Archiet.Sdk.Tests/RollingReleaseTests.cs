using System.Net;
using Archiet.Sdk.Tests.Harness;

namespace Archiet.Sdk.Tests;

/// <summary>
/// Two releases of an app as processes over one database: the older one goes on while the newer one migrates, and serves whole what it knew, also when it is started again.
/// </summary>
internal sealed class RollingReleaseTests
{
    private const string Release = "-p:Configuration=Release";
    private const string Price = "      price: { type: \"decimal(8,2)\", min: 0 }";
    private const string Colour = "      colour: { type: string, max: 20, required: true, min: 3";
    private const string Tag = "  Tag: { fields: { name: { type: string, max: 40, required: true }, article: { type: Article, required: true } }";
    private const string Grant = "      Article: [list, read, create, update, delete]";
    private const string TagGrant = "\n      Tag: [list, read, create, update, delete]";
    private static readonly string[] Run = ["run", "--no-build", "--no-launch-profile", "-c", "Release"];

    [Test]
    public async Task The_release_before_lists_gets_creates_patches_and_deletes_on_the_schema_of_the_next_one()
    {
        var old = Packed.Outside.Copy(Path.Combine(TestSetting.Repository, "tests", "Archiet.Sdk.Tests", "Scenarios", "Minimal"), "rolling-1");
        await ReleaseAsync(old, "start", (Price, $"{Price}\n{Colour} }}\n{Tag} }}"), (Grant, Grant + TagGrant));
        var next = Packed.Outside.Copy(old, "rolling-2");
        await ReleaseAsync(next, "lean", ($"{Colour} }}", $"{Colour}, retired: true }}\n      weight: {{ type: int, required: true, default: 1 }}"),
            ($"{Tag} }}", $"{Tag}, retired: true }}"), (TagGrant, ""));
        var last = Packed.Outside.Copy(next, "rolling-3");
        await ReleaseAsync(last, "gone", ($"{Colour}, retired: true }}\n", ""), ($"\n{Tag}, retired: true }}", ""),
            ("capabilities:", "approve:\n  drop Article.colour: Nobody looks at it.\n  drop Tag: Nobody hangs them on.\n\ncapabilities:"));
        var database = Packed.Outside.DatabaseFolder("rolling");

        await using var releases = new Releases(database);
        var before = releases.Start(old);
        await before.UntilAsync("/health/ready", static _ => true);
        var clerk = await ApiSession.OfAsync(before, database);
        var first = await clerk.CreateAsync("/api/articles", """{"name":"Lamp","price":10,"colour":"green"}""");

        var after = releases.Start(next);
        await after.UntilAsync("/health/ready", static _ => true);
        var newer = await ApiSession.OfAsync(after, database);
        var second = await newer.CreateAsync("/api/articles", """{"name":"Chair","weight":5}""");

        await ServesAsync(clerk, newer, first, second);

        var again = releases.Start(old);
        await again.UntilAsync("/health/ready", static answer => answer.Contains("\"ready\"", StringComparison.Ordinal));
        var third = await newer.CreateAsync("/api/articles", """{"name":"Table"}""");
        await ServesAsync(await ApiSession.OfAsync(again, database), newer, await clerk.CreateAsync("/api/articles", """{"name":"Shelf","colour":"blue"}"""), third);

        // The release after that takes the column away: the one between goes on, and the oldest is told what is the matter.
        var newest = releases.Start(last);
        await newest.UntilAsync("/health/ready", static _ => true);
        await newer.CreateAsync("/api/articles", """{"name":"Door"}""");
        var refused = await clerk.SendAsync(HttpMethod.Get, "/api/articles");
        Assert.That((refused.Status, refused.Text), Is.EqualTo((HttpStatusCode.ServiceUnavailable, refused.Text)));
        Assert.That(refused.Text, Does.Contain("schemaNewer"));
        Assert.That((await clerk.SendAsync(HttpMethod.Get, "/auth/session")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    /// <summary>All that the older release does, with a row of its own and one that the newer release made.</summary>
    private static async Task ServesAsync(ApiSession older, ApiSession newer, ApiRow own, ApiRow theirs)
    {
        var listed = (await older.SendAsync(HttpMethod.Get, "/api/articles")).Json.GetProperty("items").EnumerateArray().Select(static row => row.GetProperty("id").GetString());
        Assert.That(listed, Is.SupersetOf(new[] { own.Id, theirs.Id }));
        Assert.That((await older.SendAsync(HttpMethod.Get, "/api/articles/" + own.Id)).Json.GetProperty("colour").GetString(), Is.Not.Empty);
        var read = await older.SendAsync(HttpMethod.Get, "/api/articles/" + theirs.Id);
        Assert.That((read.Status, read.Text), Is.EqualTo((HttpStatusCode.OK, read.Text)));
        Assert.That(read.Text, Does.Not.Contain("weight"));

        var made = await older.CreateAsync("/api/articles", """{"name":"Bed","price":1.5,"colour":"red"}""");
        Assert.That((await newer.SendAsync(HttpMethod.Get, "/api/articles/" + made.Id)).Json.GetProperty("weight").GetInt32(), Is.EqualTo(1));
        Assert.That((await older.SendAsync(HttpMethod.Post, "/api/articles", """{"name":"Bed"}""")).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), "it still asks for what it needs");

        foreach (var row in new[] { own, theirs })
        {
            var changed = await older.SendAsync(HttpMethod.Patch, "/api/articles/" + row.Id, """{"price":12.25}""", row.Version);
            Assert.That((changed.Status, changed.Text), Is.EqualTo((HttpStatusCode.OK, changed.Text)));
            Assert.That(changed.Json.GetProperty("price").GetDecimal(), Is.EqualTo(12.25m));
            Assert.That((await newer.SendAsync(HttpMethod.Get, "/api/articles/" + row.Id)).Json.GetProperty("price").GetDecimal(), Is.EqualTo(12.25m));
        }
        await ServesTagsAsync(older, newer, theirs);
        Assert.That((await older.SendAsync(HttpMethod.Delete, "/api/articles/" + made.Id, version: made.Version)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await newer.SendAsync(HttpMethod.Get, "/api/articles/" + made.Id)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    /// <summary>The same of an entity that the newer release has retired, on a row that the newer one made.</summary>
    private static async Task ServesTagsAsync(ApiSession older, ApiSession newer, ApiRow article)
    {
        var made = await older.CreateAsync("/api/tags", $$"""{"name":"Sale","article":"{{article.Id}}"}""");
        var listed = (await older.SendAsync(HttpMethod.Get, "/api/tags")).Json.GetProperty("items").EnumerateArray().Select(static row => row.GetProperty("id").GetString());
        Assert.That(listed, Has.Member(made.Id));
        Assert.That((await newer.SendAsync(HttpMethod.Get, "/api/tags")).Status, Is.EqualTo(HttpStatusCode.NotFound), "the newer one knows of none");
        var changed = await older.SendAsync(HttpMethod.Patch, "/api/tags/" + made.Id, """{"name":"New"}""", made.Version);
        Assert.That((changed.Status, changed.Json.GetProperty("name").GetString()), Is.EqualTo((HttpStatusCode.OK, "New")));
        var read = await older.SendAsync(HttpMethod.Get, "/api/tags/" + made.Id);
        Assert.That((read.Json.GetProperty("name").GetString(), read.Json.GetProperty("article").GetString()), Is.EqualTo(("New", article.Id)));
        Assert.That((await older.SendAsync(HttpMethod.Delete, "/api/tags/" + made.Id, version: changed.Json.GetProperty("version").GetString())).Status, Is.EqualTo(HttpStatusCode.NoContent));
    }

    private static async Task ReleaseAsync(string folder, string migration, params (string Old, string New)[] edits)
    {
        var genome = Path.Combine(folder, "shop.genome.yaml");
        var text = await File.ReadAllTextAsync(genome);
        foreach (var (old, with) in edits)
        {
            Assert.That(text, Does.Contain(old));
            text = text.Replace(old, with, StringComparison.Ordinal);
        }
        await File.WriteAllTextAsync(genome, text);
        (await Packed.BuildAsync(folder, "-t:ArchietSealMigration", "-p:Name=" + migration)).Checked();
        (await Packed.BuildAsync(folder, Release)).Checked();
    }

    /// <summary>Apps that share a database: it ends with the last of them.</summary>
    private sealed class Releases(string database) : IAsyncDisposable
    {
        private readonly List<RunningApp> running = [];

        public RunningApp Start(string folder)
        {
            running.Add(RunningApp.Start(folder, database, Run));
            return running[^1];
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var app in running)
            {
                await app.EndAsync();
            }
            foreach (var app in running)
            {
                await app.DisposeAsync();
            }
        }
    }
}
