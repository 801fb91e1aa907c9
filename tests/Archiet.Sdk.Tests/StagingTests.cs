using Archiet.Sdk.Tests.Harness;

namespace Archiet.Sdk.Tests;

/// <summary>A Debug build that somebody starts over a server which is not theirs alone, with everything that it would need to migrate it.</summary>
internal sealed class StagingTests
{
    private const string Relations = "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'archiet')";
    private const string Columns = "SELECT string_agg(attname, ' ' ORDER BY attname) FROM pg_attribute WHERE attrelid = 'articles'::regclass AND attnum > 0";
    private static readonly string[] Run = ["run", "--no-build", "--no-launch-profile"];

    [Test]
    public async Task What_nobody_sealed_stays_out_of_it_unless_the_setting_lets_it_in()
    {
        var folder = Packed.Outside.Copy(Path.Combine(TestSetting.Repository, "tests", "Archiet.Sdk.Tests", "Scenarios", "Minimal"), "staging");
        var databases = Packed.Outside.DatabaseFolder("staging");
        using var server = await ShopServer.StartAsync();
        (await Packed.BuildAsync(folder)).Checked();

        await RefusedAsync(folder, server);
        Assert.That((await server.PsqlAsync("--command", Relations)).Checked().Trim(), Is.EqualTo("0"));

        (await Packed.BuildAsync(folder, "-t:ArchietSealMigration", "-p:Name=start")).Checked();
        (await Packed.BuildAsync(folder)).Checked();
        foreach (var migrator in new[] { true, false })
        {
            await using var app = RunningApp.Start(folder, databases, Staging(server, migrator), Run);
            await app.UntilAsync("/health/ready", static _ => true);
        }

        var genome = Path.Combine(folder, "shop.genome.yaml");
        await File.WriteAllTextAsync(genome, (await File.ReadAllTextAsync(genome)).Replace("      price:", "      colour: { type: string, max: 20 }\n      price:", StringComparison.Ordinal));
        (await Packed.BuildAsync(folder)).Checked();
        await RefusedAsync(folder, server);
        Assert.That((await server.PsqlAsync("--command", Columns)).Checked(), Does.Contain("price").And.Not.Contain("colour"));

        var allowed = Staging(server, migrator: true);
        allowed["Archiet__Migrations__AllowPending"] = "true";
        await using var throwAway = RunningApp.Start(folder, databases, allowed, Run);
        await throwAway.UntilAsync("/health/ready", static _ => true);
        Assert.That((await server.PsqlAsync("--command", Columns)).Checked(), Does.Contain("colour"));
    }

    private static async Task RefusedAsync(string folder, ShopServer server)
    {
        var refused = await Dotnet.RunAsync(folder, Run, Staging(server, migrator: true));

        Assert.That(refused.ExitCode, Is.EqualTo(1), refused.Output);
        Assert.That(
            refused.Output,
            Does.Contain("This build of Shop has changes of the schema that are not sealed").And.Contain("dotnet build -t:ArchietSealMigration").And.Contain("Archiet:Migrations:AllowPending")
                .And.Not.Contain("   at Archiet."));
    }

    private static Dictionary<string, string> Staging(ShopServer server, bool migrator)
    {
        var variables = server.Variables(migrator);
        variables["ASPNETCORE_ENVIRONMENT"] = "Staging";
        variables["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        return variables;
    }
}
