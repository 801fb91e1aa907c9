using System.Text.RegularExpressions;
using Archiet.Sdk.Tests.Harness;
using Archiet.Sql;

namespace Archiet.Sdk.Tests;

/// <summary>The targets of the schema's history in the packed SDK: what a team types from the first table to two branches that meet.</summary>
internal sealed partial class MigrationTests
{
    private const string Seal = "-t:ArchietSealMigration";
    private const string Release = "-c:Release";

    [Test]
    public async Task What_is_pending_is_sealed_before_a_release_is_built()
    {
        var shop = new Shop("sealed");
        var refused = await Packed.BuildAsync(shop.Folder, Release);
        Assert.That(refused.ExitCode, Is.Not.Zero);
        Assert.That(refused.Output, Does.Contain("error ARC0427:").And.Contain("-t:ArchietSealMigration"));

        Assert.That((await shop.SealAsync("start")).Checked(), Does.Contain("Sealed '"));
        Assert.That(shop.Sealed.Single(), Does.Match(@"^\d{14}_start\.schema$"));
        Assert.That(shop.Head, Is.EqualTo(Path.GetFileNameWithoutExtension(shop.Sealed.Single()) + "\n"));
        (await Packed.BuildAsync(shop.Folder, Release)).Checked();

        Assert.That((await shop.SealAsync("again")).Checked(), Does.Contain("Nothing to seal"));
        Assert.That(shop.Sealed, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_renamed_field_is_a_question_until_the_genome_answers_it()
    {
        var shop = new Shop("renamed");
        (await shop.SealAsync("start")).Checked();
        shop.Edit("      name: { type: string, max: 120, required: true }", "      title: { type: string, max: 120, required: true }");

        var asked = await shop.SealAsync("title");
        Assert.That(asked.ExitCode, Is.Not.Zero);
        Assert.That(asked.Output, Does.Match(@"shop\.genome\.yaml\(\d+,\d+.*error ARC0424: .*was: name"));
        Assert.That(shop.Sealed, Has.Count.EqualTo(1), "nothing was written");

        shop.Edit("title: { type: string,", "title: { was: name, type: string,");
        (await shop.SealAsync("title")).Checked();
        Assert.That(shop.Text(shop.Sealed[1]), Does.Contain("> column Article.name -> Article.title\n"));
        (await Packed.BuildAsync(shop.Folder, Release)).Checked();
    }

    [Test]
    public async Task A_dropped_field_is_an_error_until_it_is_approved_with_a_reason()
    {
        var shop = new Shop("dropped");
        (await shop.SealAsync("start")).Checked();
        shop.Edit("      price: { type: \"decimal(8,2)\", min: 0 }\n", "");

        Assert.That((await Packed.BuildAsync(shop.Folder)).Output, Does.Match(@"shop\.genome\.yaml\(\d+,\d+.*error ARC0420: .*drop Article\.price"));

        shop.Append("approve:\n  drop Article.price: Prices live in another system.\n");
        (await shop.SealAsync("no_price")).Checked();
        Assert.That(shop.Text(shop.Sealed[1]), Does.Contain("approve drop Article.price: Prices live in another system.\n").And.Contain("- column Article.price price numeric(8,2) null\n"));
        Assert.That((await Packed.BuildAsync(shop.Folder, Release)).Checked(), Does.Contain("warning ARC0426:"), "the approval has done its work");
    }

    [Test]
    public async Task What_the_database_is_called_by_keeps_its_name()
    {
        var shop = new Shop("named");
        shop.Append("seed:\n  Article:\n    bag: { name: Bag }\n");
        (await shop.SealAsync("start")).Checked();

        shop.Edit("  name: Shop\n", "  name: Store\n");
        shop.Edit("  namespace: Shop\n", "  namespace: Store\n");
        Assert.That((await Packed.BuildAsync(shop.Folder)).Output, Does.Match(@"shop\.genome\.yaml\(\d+,\d+.*error ARC0428: .*'shop_owner'.*'store_owner'"));

        shop.Edit("  name: Store\n", "  name: Shop\n");
        shop.Edit("  namespace: Store\n", "  namespace: Shop\n");
        shop.Edit("  Article:\n    description:", "  Ware:\n    was: Article\n    description:");
        shop.Edit("      Article: [list", "      Ware: [list");
        shop.Edit("  Article:\n    bag:", "  Ware:\n    bag:");
        var asked = await shop.SealAsync("wares");
        Assert.That(asked.Output, Does.Match(@"shop\.genome\.yaml\(\d+,\d+.*error ARC0429: .*'Article'"));
        Assert.That((asked.ExitCode, shop.Sealed.Count), Is.Not.EqualTo((0, 2)));
    }

    [Test]
    public async Task An_edited_file_fails_at_its_line()
    {
        var shop = new Shop("edited");
        (await shop.SealAsync("start")).Checked();
        var file = Path.Combine(shop.Migrations, shop.Sealed.Single());
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("numeric(8,2)", "numeric(9,2)", StringComparison.Ordinal));

        var built = await Packed.BuildAsync(shop.Folder);

        Assert.That(built.ExitCode, Is.Not.Zero);
        Assert.That(HistoryErrors(built.Output), Is.EqualTo([Path.GetFileName(file)]));
        Assert.That((await shop.SealAsync("more")).ExitCode, Is.Not.Zero, "nothing is sealed behind a broken history");
    }

    [Test]
    public async Task Two_branches_meet_in_an_error_and_a_rebase_puts_one_behind_the_other()
    {
        var shop = new Shop("branches");
        (await shop.SealAsync("start")).Checked();
        shop.Edit("      price:", "      colour: { type: string, max: 20 }\n      price:");
        (await shop.SealAsync("colour")).Checked();
        var colour = (Name: shop.Sealed[1], Text: shop.Text(shop.Sealed[1]));

        // The other branch never saw it.
        File.Delete(Path.Combine(shop.Migrations, colour.Name));
        await File.WriteAllTextAsync(Path.Combine(shop.Migrations, "head"), Path.GetFileNameWithoutExtension(shop.Sealed[0]) + "\n");
        shop.Edit("      colour: { type: string, max: 20 }\n", "      weight: { type: int }\n");
        await File.WriteAllTextAsync(Path.Combine(shop.Migrations, "pending.weight.sql"), "UPDATE articles SET weight = 1 WHERE weight IS NULL;\n");
        (await shop.SealAsync("weight")).Checked();
        Assert.That(shop.Files, Has.None.StartWith("pending.").And.Some.EndsWith("_weight.1.sql"));

        await File.WriteAllTextAsync(Path.Combine(shop.Migrations, colour.Name), colour.Text);
        shop.Edit("      weight:", "      colour: { type: string, max: 20 }\n      weight:");
        var fork = await Packed.BuildAsync(shop.Folder);
        Assert.That(fork.ExitCode, Is.Not.Zero);
        Assert.That(fork.Output, Does.Contain("-t:ArchietRebaseMigration").And.Contain("_colour").And.Contain("_weight"));

        (await Packed.BuildAsync(shop.Folder, "-t:ArchietRebaseMigration")).Checked();

        (await Packed.BuildAsync(shop.Folder, Release)).Checked();
        Assert.That(shop.Sealed.Select(static name => name[15..]), Is.EqualTo(["start.schema", "colour.schema", "weight.schema"]));
        Assert.That(shop.Text(shop.Sealed[1]), Is.EqualTo(colour.Text), "what is shared stays as it is");
        Assert.That(shop.Files, Has.Some.EqualTo(Path.GetFileNameWithoutExtension(shop.Sealed[2]) + ".1.sql"));
    }

    [Test]
    public async Task A_script_is_written_for_each_migration_and_psql_makes_of_them_what_the_app_needs()
    {
        var shop = new Shop("scripts");
        (await shop.SealAsync("start")).Checked();
        shop.Edit("      price:", "      colour: { type: string, max: 20 }\n      price:");
        (await shop.SealAsync("colour")).Checked();

        (await Packed.BuildAsync(shop.Folder, "-t:ArchietMigrationScript")).Checked();

        var scripts = Directory.EnumerateFiles(Path.Combine(shop.Migrations, "sql")).Order(StringComparer.Ordinal).ToList();
        Assert.That(scripts.Select(Path.GetFileName), Is.EqualTo(shop.Sealed.Select(static name => Path.ChangeExtension(name, ".sql")).Prepend("00000000000000_archiet.sql")));
        Assert.That(await File.ReadAllTextAsync(scripts[2]), Does.Contain("ON_ERROR_STOP").And.Contain("\"colour\""));
        var cluster = Path.Combine(shop.Folder, "cluster");
        (await Packed.BuildAsync(shop.Folder, "-t:ArchietMigrationScript", "-p:ArchietDistribute=citus", "-p:ArchietScriptFolder=" + cluster)).Checked();
        Assert.That(await File.ReadAllTextAsync(Path.Combine(cluster, Path.GetFileName(scripts[1]))), Does.Contain("create_distributed_table('public.\"articles\"', 'tenant_id'"));
        var unknown = await Packed.BuildAsync(shop.Folder, "-t:ArchietMigrationScript", "-p:ArchietDistribute=shards");
        Assert.That(unknown.ExitCode, Is.Not.Zero);
        Assert.That(unknown.Output, Does.Contain("ARC8009"));
        (await Packed.BuildAsync(shop.Folder, Release)).Checked();

        using var server = await ShopServer.StartAsync();
        string[] all = [.. scripts.SelectMany(static script => new[] { "--file", script })];
        (await server.PsqlAsync(all)).Checked();
        const string noted = "SELECT (SELECT count(*) FROM archiet.runtime), (SELECT string_agg(id, ' ' ORDER BY id) FROM archiet.history)";
        var once = (await server.PsqlAsync("--command", "SET ROLE shop_owner", "--command", noted)).Checked();
        Assert.That(once, Does.Contain(string.Join(' ', shop.Sealed.Select(Path.GetFileNameWithoutExtension))));

        // Again, while somebody else migrates for another two seconds.
        var other = server.PsqlAsync("--command", $"SELECT pg_advisory_lock({MigrationLock.Key})", "--command", "SELECT pg_sleep(2)");
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.That((await server.PsqlAsync(all)).Checked().Split("was applied before."), Has.Length.EqualTo(3));
        Assert.That(other.IsCompleted, Is.True, "the scripts waited for the lock");
        Assert.That((await server.PsqlAsync("--command", "SET ROLE shop_owner", "--command", noted)).Checked(), Is.EqualTo(once));

        await using var app = RunningApp.Start(
            shop.Folder, Packed.Outside.DatabaseFolder("scripts"), server.Variables(migrator: false), ["run", "--no-build", "--no-launch-profile", Release]);
        await app.UntilAsync("/health/ready", static answer => !answer.Contains("readOnly", StringComparison.Ordinal));
        await app.UntilAsync("/openapi.json", static answer => answer.Contains("\"colour\"", StringComparison.Ordinal));
    }

    private static string[] HistoryErrors(string output) =>
        [.. HistoryError.Matches(output).Select(static match => match.Groups["file"].Value).Distinct()];

    [GeneratedRegex(@"(?<file>[\w.]+\.schema)\(\d+,\d+[^)]*\): error ARC04\d\d:")]
    private static partial Regex HistoryError { get; }

    /// <summary>A project of its own, and what is in its folder of migrations.</summary>
    private sealed class Shop
    {
        public Shop(string name) => Folder = Packed.Outside.Copy(Path.Combine(TestSetting.Repository, "tests", "Archiet.Sdk.Tests", "Scenarios", "Minimal"), "history-" + name);

        public string Folder { get; }

        public string Migrations => Path.Combine(Folder, "migrations");

        /// <summary>Every file's name, in ordinal order.</summary>
        public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Migrations).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

        /// <summary>The names of the sealed migrations, in ordinal order.</summary>
        public IReadOnlyList<string> Sealed => [.. Files.Where(static name => name.EndsWith(".schema", StringComparison.Ordinal))];

        public string Head => Text("head");

        private string Genome => Path.Combine(Folder, "shop.genome.yaml");

        public string Text(string name) => File.ReadAllText(Path.Combine(Migrations, name));

        public Task<CommandResult> SealAsync(string name) => Packed.BuildAsync(Folder, Seal, "-p:Name=" + name);

        public void Edit(string old, string with)
        {
            var text = File.ReadAllText(Genome);
            Assert.That(text, Does.Contain(old));
            File.WriteAllText(Genome, text.Replace(old, with, StringComparison.Ordinal));
        }

        public void Append(string more) => File.AppendAllText(Genome, more);
    }
}
