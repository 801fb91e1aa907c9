using System.Diagnostics;
using System.Globalization;
using Archiet.Conformance.Apps;
using Archiet.Conformance.Checks;
using Archiet.Conformance.Worlds;
using Archiet.Draft.Server;
using Archiet.Draft.Tests.Wire.Kit;
using Archiet.Sdk.Tests.Harness;

namespace Archiet.Sdk.Tests;

/// <summary>From a requirements document to an app with the packed SDK, as a person goes: draft, build that fails, answers, draft, review, build that runs.</summary>
internal sealed class DraftTests
{
    private const string Bakery = """
        # Bakery orders

        A bakery is a tenant of the system.

        ## Order

        An order is placed by a customer.

        | Field | Type | Required | Description |
        |---|---|---|---|
        | number | integer | yes | The number of the order |
        | due date | date | yes | When it is fetched |
        | total | decimal | no | What it costs |

        ## Customer

        | Field | Type | Required | Description |
        |---|---|---|---|
        | name | string | yes | What we call them |
        | email | email | no | Where we write to |

        ## Stories

        - As a clerk, I want to create orders so that bakers know what to bake.
        - As a clerk, I want to create customers.
        - As a baker, I want to see all orders.
        - As an owner, I want to delete orders.
        """;

    [Test]
    public async Task A_document_becomes_an_app_when_its_questions_are_answered()
    {
        var project = new DraftProject("bakery", Bakery);
        (await project.DraftAsync("-p:Drafter=rules")).Checked();
        Assert.That(project.DraftFiles, Is.EqualTo((string[])["prd.draft.base.yaml", "prd.draft.genome.yaml", "prd.draft.report.md", "prd.draft.sources.yaml"]));

        var refused = await Packed.BuildAsync(project.Folder);
        Assert.Multiple(() =>
        {
            Assert.That(refused.ExitCode, Is.Not.Zero);
            Assert.That(refused.Output, Does.Contain($"prd.draft.genome.yaml({LineOf(project, "status: draft")},").And.Contain(": error ARC6002: "));
            Assert.That(refused.Output, Does.Match(@"prd\.draft\.genome\.yaml\(\d+,\d+[^)]*\): error ARC6001: .*docs/prd\.md:\d+ S\d{4}"), "a question names its sentence");
            Assert.That(refused.Output, Does.Not.Match(@"error (?!ARC600[12]:)\w+:"), "and nothing else is wrong");
        });

        for (var round = 0; project.AnswerQuestions() > 0; round++)
        {
            Assert.That(round, Is.LessThan(4), project.Drafted);
            (await project.DraftAsync("-p:Drafter=rules")).Checked();
        }
        project.Accept();
        var reviewed = project.Read("prd.genome.yaml");
        (await Packed.BuildAsync(project.Folder)).Checked();
        await TourAsync(Path.Combine(project.Folder, "bin", "Debug", "net10.0", "Minimal.dll"));

        await File.AppendAllTextAsync(Path.Combine(project.Folder, "docs", "prd.md"), "\n- As an owner, I want to delete customers.\n");
        (await project.DraftAsync("-p:Drafter=rules")).Checked();
        Assert.That(project.Read("prd.genome.yaml"), Is.EqualTo(reviewed), "what a person reviewed is theirs");
        Assert.That(project.DraftFiles, Does.Contain("prd.draft.genome.yaml"));
        (await Packed.BuildAsync(project.Folder)).Checked();
    }

    [TestCase("openai")]
    [TestCase("anthropic")]
    public async Task A_model_drafts_and_no_secret_is_anywhere(string kind)
    {
        const string Key = "the-key-of-this-test-4f1d77ab";
        string[] planted = ["sk-proj-Q8vZr2Kd71LmNp0aTyXw", "Tr0ub4dor&3-horse", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlLW9mLXRoaXM"];
        var secrets = $"""

            The gateway's key is {planted[0]}. It logs in with Host=db1;Username=app;Password={planted[1]} and sends {planted[2]}.
            """;
        var project = new DraftProject("model-" + kind, GoodAnswers.Document + secrets);
        await using var server = await DraftServer.StartAsync(static request => ServerAnswer.Of(GoodAnswers.For(request)), new() { Key = Key, Secrets = planted });
        var environment = new Dictionary<string, string> { ["LLM_KEY_OF_TEST"] = Key };
        string[] settings = [$"-p:ArchietLlmKind={kind}", $"-p:ArchietLlmUrl={server.Address}{(kind == "openai" ? "v1" : "")}", "-p:ArchietLlmModel=test-model", "-p:ArchietLlmKeyVariable=LLM_KEY_OF_TEST"];

        var drafted = await project.DraftAsync(environment, [.. settings, "-bl:draft.binlog", "-v:detailed"]);
        drafted.Checked();
        (await project.DraftAsync(environment, [.. settings, "-p:ArchietDraftDryRun=true", "-p:ArchietLlmTemperature=0.5", "-bl:dry.binlog"])).Checked();

        Assert.Multiple(() =>
        {
            Assert.That(server.Faults, Is.Empty);
            Assert.That(server.Requests, Is.Not.Empty);
            Assert.That(drafted.Output, Does.Contain("1. Vocabulary: Orders").And.Contain("Wrote '"), "one line a pass");
            Assert.That(project.Drafted, Does.Contain("Order:").And.Contain("status: draft"));
            Assert.That(Directory.GetFiles(Path.Combine(project.Folder, "prd.draft.cache")), Is.Not.Empty);
            Assert.That(Directory.GetFiles(Path.Combine(project.Folder, "obj", "Debug", "net10.0", "archiet.draft", "requests")), Is.Not.Empty);
            Assert.That(Leaks.Of([.. planted, Key], project.Folder, drafted.Output, Path.Combine("docs", "prd.md")), Is.Empty);
        });
        Assert.That(Leaks.Of(["Vocabulary"], project.Folder, "", ""), Has.Some.EndsWith("draft.binlog"), "the search does find what is there");

        (await project.DraftAsync([.. settings, "-p:ArchietDraftOffline=true"])).Checked();
    }

    [Test]
    public async Task What_a_failing_server_repeats_is_nowhere_either()
    {
        const string Key = "the-key-of-this-test-4f1d77ab";
        var project = new DraftProject("echo", Bakery);
        await using var server = await DraftServer.StartAsync(static request => ServerAnswer.Error(400, string.Join('\n', request.Headers) + request.Body), new() { Key = Key });
        var refused = await project.DraftAsync(
            new Dictionary<string, string> { ["LLM_KEY_OF_TEST"] = Key }, $"-p:ArchietLlmUrl={server.Address}v1", "-p:ArchietLlmModel=m", "-p:ArchietLlmKeyVariable=LLM_KEY_OF_TEST", "-bl:echo.binlog");

        Assert.That(refused.ExitCode, Is.Not.Zero);
        Assert.That(refused.Output, Does.Match(@"prd\.md ?: error ARC603\d: "));
        Assert.That(Leaks.Of([Key], project.Folder, refused.Output, ""), Is.Empty);
        Assert.That(project.DraftFiles, Is.Empty);
    }

    [Test]
    public async Task A_key_in_a_property_stops_before_anything_is_sent()
    {
        var project = new DraftProject("key", Bakery);
        await using var server = await DraftServer.StartAsync(static request => ServerAnswer.Of(Cassettes.Nothing(request)));
        var refused = await project.DraftAsync($"-p:ArchietLlmUrl={server.Address}v1", "-p:ArchietLlmModel=m", "-p:MyKey=sk-proj-Q8vZr2Kd71LmNp0aTyXw");

        Assert.That(refused.Output, Does.Contain("error ARC6020: The property 'MyKey' looks like a key").And.Not.Contain("Q8vZr2Kd71"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Control_C_ends_it_and_nothing_is_written()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Signals are Unix's.");
        }
        var project = new DraftProject("interrupted", Bakery);
        await using var server = await DraftServer.StartAsync(static _ => ServerAnswer.StallInBody);
        using var build = await StalledAsync(project, server);
        if (IgnoresInterrupts(build.Id))
        {
            build.Kill(entireProcessTree: true);
            Assert.Ignore("Whoever started these tests in the background lets no interrupt through to their children.");
        }
        using (var signal = Process.Start("kill", ["-INT", build.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await signal.WaitForExitAsync();
        }

        Assert.That(await LastWordsAsync(build), Does.Contain("Cancelled; no file of the draft was changed."));
        Assert.That(build.ExitCode, Is.Not.Zero);
        Assert.That(project.DraftFiles, Is.Empty);
    }

    /// <summary>The task has a process of its own, which would go on asking and write a draft that nobody waits for.</summary>
    [Test]
    public async Task A_build_that_is_killed_takes_its_drafter_along()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("Only Linux tells a process of its parent's end.");
        }
        var project = new DraftProject("killed", Bakery);
        await using var server = await DraftServer.StartAsync(static _ => ServerAnswer.StallInBody);
        using var build = await StalledAsync(project, server);
        build.Kill();

        await LastWordsAsync(build);
        Assert.That(project.DraftFiles, Is.Empty);
    }

    [TestCase("", "ARC6010")]
    [TestCase("-p:Drafter=oracle", "ARC6021")]
    [TestCase("-p:Drafter=model", "ARC6021")]
    public async Task What_is_not_said_is_asked_for(string setting, string id)
    {
        var project = new DraftProject("unsaid" + setting.Split('=')[^1], Bakery);
        var refused = await Dotnet.RunAsync(project.Folder, ["build", "-v:minimal", "-t:ArchietDraftGenome", .. Packed.Compiler.Arguments, .. setting.Length > 0 ? new[] { setting, "-p:Prd=docs/prd.md" } : []]);

        Assert.That(refused.Output, Does.Contain($"error {id}: "));
    }

    [Test]
    public async Task A_genome_is_asked_about_and_takes_the_questions_where_it_is_laid_out()
    {
        var folder = Packed.Outside.Copy(Path.Combine(TestSetting.Repository, "tests", "Archiet.Sdk.Tests", "Scenarios", "Minimal"), "asked");
        var genome = Path.Combine(folder, "shop.genome.yaml");
        string[] ask = ["build", "-v:minimal", "-t:ArchietAskGenome", .. Packed.Compiler.Arguments];
        var before = await File.ReadAllTextAsync(genome);
        var asked = (await Dotnet.RunAsync(folder, ask)).Checked();
        Assert.That(asked, Does.Match(@"shop\.genome\.yaml\(\d+,\d+(,\d+,\d+)?\): message ARC6050: [A-Z]+: "));
        Assert.That(await File.ReadAllTextAsync(genome), Is.EqualTo(before));

        (await Dotnet.RunAsync(folder, ["build", "-v:minimal", "-t:ArchietFormatGenome", .. Packed.Compiler.Arguments])).Checked();
        (await Dotnet.RunAsync(folder, [.. ask, "-p:ArchietAskWrite=true"])).Checked();
        Assert.That(await File.ReadAllTextAsync(genome), Does.Contain("\nquestions:\n"));
        Assert.That((await Dotnet.RunAsync(folder, ask)).Checked(), Does.Contain("0 questions that the genome does not ask itself").And.Not.Contain("ARC6050"));
        Assert.That((await Packed.BuildAsync(folder)).Output, Does.Contain("error ARC6001: "), "written questions stop the build");
    }

    [Test]
    public async Task A_build_needs_no_drafter()
    {
        var drafter = Path.Combine(Packed.Outside.Folder, "packages", "archiet.sdk", TestSetting.Version, "draft");
        Directory.Move(drafter, drafter + ".away");
        try
        {
            var folder = Packed.Outside.Copy(Path.Combine(TestSetting.Repository, "tests", "Archiet.Sdk.Tests", "Scenarios", "Minimal"), "undrafted");
            (await Packed.BuildAsync(folder)).Checked();
        }
        finally
        {
            Directory.Move(drafter + ".away", drafter);
        }
    }

    /// <summary>A build that waits for a model.</summary>
    private static async Task<Process> StalledAsync(DraftProject project, DraftServer server)
    {
        var build = Dotnet.Start(
            project.Folder, ["build", "-v:minimal", "-t:ArchietDraftGenome", "-p:Prd=docs/prd.md", $"-p:ArchietLlmUrl={server.Address}v1", "-p:ArchietLlmModel=m", .. Packed.Compiler.Arguments]);
        build.StandardInput.Close();
        await server.StallAsync();
        return build;
    }

    /// <summary>What a build says until nobody who writes to its output is left.</summary>
    private static async Task<string> LastWordsAsync(Process build)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var words = await build.StandardOutput.ReadToEndAsync(patience.Token);
        await build.WaitForExitAsync(patience.Token);
        return words;
    }

    private static async Task TourAsync(string dll)
    {
        await using var app = await AppProcess.StartAsync(dll);
        using var world = await World.EnterAsync(app.Address, await DevelopmentAccounts.ReadAsync(app.Folder));
        var report = new CheckReport(static _ => { });
        foreach (var group in CheckGroup.All)
        {
            await group.RunAsync(world, report);
        }
        Assert.That(report.Results.Where(static check => !check.Passed).Select(static check => $"{check.Group}: {check.Name}: {string.Join("; ", check.Faults)}"), Is.Empty);
        Assert.That(report.Results, Is.Not.Empty);
    }

    /// <summary>A shell that starts something in the background has it ignore SIGINT, and so do its children.</summary>
    private static bool IgnoresInterrupts(int process)
    {
        const ulong Interrupt = 1 << 1;
        var ignored = File.Exists($"/proc/{process}/status") ? File.ReadLines($"/proc/{process}/status").FirstOrDefault(static line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) : null;
        return ignored is not null && (ulong.Parse(ignored["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
    }

    private static int LineOf(DraftProject project, string line) => Array.IndexOf(project.Drafted.Split('\n'), line) + 1;
}
