using System.Runtime.Versioning;
using System.Text.Json;

namespace Archiet.Runtime.Tests.Database;

/// <summary>The private cluster with processes that come, go and are killed.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PrivateClusterTests
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private string folder = "";

    [SetUp]
    public void MakeFolder()
    {
        folder = Directory.CreateTempSubdirectory("archiet-club-").FullName;
        // Root's server runs as another user, who has to get through.
        File.SetUnixFileMode(folder, Mine | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    [TearDown]
    public async Task RemoveFolder()
    {
        Assert.That(await IsStoppedAsync(folder), Is.True, "The cluster still runs.");
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task The_first_start_makes_people_who_can_log_in_and_the_next_one_keeps_them()
    {
        var accounts = "";
        for (var start = 0; start < 2; start++)
        {
            using var club = await ClubProcess.Start(folder).ReadyAsync();
            var file = Path.Combine(folder, "accounts.json");
            var text = await File.ReadAllTextAsync(file);
            Assert.That(accounts.Length == 0 || accounts == text);
            Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
            accounts = text;
            var tenants = JsonElement.Parse(text).GetProperty("tenants").EnumerateArray().ToList();
            Assert.That(tenants.Select(tenant => tenant.GetProperty("name").GetString()), Is.EqualTo(new[] { "Rovers", "Rovers 2" }));
            foreach (var tenant in tenants)
            {
                foreach (var account in tenant.GetProperty("accounts").EnumerateArray())
                {
                    var session = await club.LoginAsync(account.GetProperty("email").GetString()!, account.GetProperty("password").GetString()!);
                    Assert.That(session?.GetProperty("tenant").GetGuid(), Is.EqualTo(tenant.GetProperty("id").GetGuid()));
                    Assert.That(session?.GetProperty("member").ValueKind, Is.EqualTo(JsonValueKind.String));
                    Assert.That(session?.GetProperty("roles").GetRawText(), Is.EqualTo(account.GetProperty("roles").GetRawText().Replace(" ", "", StringComparison.Ordinal)));
                }
                Assert.That(tenant.GetProperty("accounts").GetArrayLength(), Is.EqualTo(2));
            }
            Assert.That(club.Output, Does.Contain($"Its accounts are in {file}").And.Contain("/auth/login -H 'X-Archiet: 1'"));
            await club.StopAsync();
            Assert.That(await IsStoppedAsync(folder, TimeSpan.Zero), Is.True, "The app stops its cluster before it ends.");
        }
    }

    [Test]
    public async Task A_folder_that_cannot_be_made_is_a_refusal_with_the_setting_that_names_another()
    {
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "");
        var user = await ServerUser.FindAsync(CancellationToken.None);
        var refusal = Assert.ThrowsAsync<ArchietStartupException>(() => new DevelopmentFolder(Path.Combine(file, "shop")).CreateAsync(user, CancellationToken.None));
        Assert.That(refusal?.Message, Does.Contain(file).And.Contain("Archiet:Development:Folder").And.Contain("Archiet__Development__Folder"));
    }

    [Test]
    public async Task A_killed_app_leaves_no_cluster_behind_and_the_next_start_works()
    {
        using (var club = await ClubProcess.Start(folder).ReadyAsync())
        {
            await club.KillAsync();
        }
        Assert.That(await IsStoppedAsync(folder), Is.True);
        using var again = await ClubProcess.Start(folder).ReadyAsync();
        await again.StopAsync();
    }

    [Test]
    public async Task The_last_of_several_processes_stops_the_cluster()
    {
        using var first = await ClubProcess.Start(folder).ReadyAsync();
        using var second = await ClubProcess.Start(folder).ReadyAsync();
        using var third = await ClubProcess.Start(folder).ReadyAsync();

        await first.StopAsync();
        await second.ReadyAsync();
        await second.KillAsync();
        await Task.Delay(TimeSpan.FromSeconds(4));
        await third.ReadyAsync();
        await third.StopAsync();

        Assert.That(await IsStoppedAsync(folder, TimeSpan.Zero), Is.True);
    }

    [Test]
    public async Task Four_processes_that_start_at_once_on_nothing_share_one_cluster()
    {
        var clubs = Enumerable.Range(0, 4).Select(_ => ClubProcess.Start(folder)).ToList();

        await Task.WhenAll(clubs.Select(club => club.ReadyAsync()));

        Assert.That(clubs.Count(club => club.Output.Contains("Making a private PostgreSQL", StringComparison.Ordinal)), Is.EqualTo(1));
        await Task.WhenAll(clubs.Select(club => club.StopAsync()));
        clubs.ForEach(club => club.Dispose());
    }

    [Test]
    public async Task A_process_that_starts_while_the_last_one_ends_gets_a_cluster()
    {
        var club = await ClubProcess.Start(folder).ReadyAsync();
        for (var round = 0; round < 3; round++)
        {
            var next = ClubProcess.Start(folder);
            await Task.Delay(150 * round);
            await (round % 2 == 0 ? club.KillAsync() : club.StopAsync());
            club.Dispose();
            club = await next.ReadyAsync();
        }
        await club.StopAsync();
        club.Dispose();
    }

    [Test]
    public async Task Another_schema_makes_the_database_anew_and_the_log_says_so()
    {
        using (var club = await ClubProcess.Start(folder).ReadyAsync())
        {
            await club.StopAsync();
        }
        var before = await File.ReadAllTextAsync(Path.Combine(folder, "accounts.json"));

        using var edited = await ClubProcess.Start(folder, "Development", "--edited=1").ReadyAsync();

        Assert.That(edited.Output, Does.Contain("is made anew"));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(folder, "accounts.json")), Is.Not.EqualTo(before));
        await edited.StopAsync();
    }

    [Test]
    public async Task Pending_changes_that_changed_are_undone_and_the_people_stay()
    {
        using (var club = await ClubProcess.Start(folder, "Development", "--history=start,pendingCity").ReadyAsync())
        {
            await club.StopAsync();
        }
        var before = await File.ReadAllTextAsync(Path.Combine(folder, "accounts.json"));

        using (var edited = await ClubProcess.Start(folder, "Development", "--history=start,pendingTown").ReadyAsync())
        {
            Assert.That(edited.Output, Does.Contain("they are undone").And.Not.Contain("is made anew"));
            await edited.StopAsync();
        }
        Assert.That(await File.ReadAllTextAsync(Path.Combine(folder, "accounts.json")), Is.EqualTo(before));
    }

    [Test]
    public async Task What_was_sealed_and_is_pending_again_makes_the_database_anew()
    {
        using (var club = await ClubProcess.Start(folder, "Development", "--history=start,city").ReadyAsync())
        {
            await club.StopAsync();
        }

        using var again = await ClubProcess.Start(folder, "Development", "--history=start,pendingCity").ReadyAsync();

        Assert.That(again.Output, Does.Contain("is made anew"));
        await again.StopAsync();
    }

    [Test]
    public async Task Without_programs_the_message_names_the_remedies()
    {
        using var club = ClubProcess.Start(folder, "Development", $"--{PostgresBinaries.Setting}={folder}");

        Assert.That((await club.ExitAsync(), club.HasStack), Is.EqualTo((1, false)), club.Output);
        Assert.That(club.Output, Does.Contain("No PostgreSQL server programs").And.Contain("apt-get install postgresql").And.Contain(PostgresBinaries.Setting));
    }

    [TestCase("Archiet:Origins:0", "nowhere")]
    [TestCase("Archiet:Sessions:Idle", "0:00:00")]
    [TestCase("Archiet:Sessions:Idle", "soon")]
    [TestCase("Archiet:Api:MaxBodySize", "large")]
    [TestCase("Archiet:Api:MaxBodySize", "0")]
    [TestCase(MigrationOptions.AllowPendingSetting, "perhaps")]
    public async Task A_setting_that_is_none_ends_the_process(string name, string value)
    {
        using var club = ClubProcess.Start(folder, "Development", $"--{name}={value}");

        Assert.That((await club.ExitAsync(), club.HasStack), Is.EqualTo((1, false)), club.Output);
        Assert.That(club.Output, Does.Contain(name[..name.LastIndexOf(':')] + ":").And.Not.Contain("Now listening").And.Not.Contain("   at "));
    }

    [Test]
    public async Task A_terminal_is_told_once_why_an_app_does_not_start()
    {
        Assume.That(File.Exists("/usr/bin/script"), "a terminal is made by the program script");
        using var club = ClubProcess.StartOnTerminal(folder, "Production", "--ConnectionStrings:Archiet=Host=/nowhere;Database=club;Username=club");

        Assert.That((await club.ExitAsync(), club.HasStack), Is.EqualTo((1, false)), club.Output);
        Assert.That(club.Output.Split("ConnectionStrings:Archiet does not answer"), Has.Length.EqualTo(2), club.Output);
    }

    [Test]
    public async Task Elsewhere_than_in_development_a_missing_connection_string_ends_the_process()
    {
        using var club = ClubProcess.Start(folder, "Production");

        Assert.That((await club.ExitAsync(), club.HasStack), Is.EqualTo((1, false)), club.Output);
        Assert.That(club.Output, Does.Contain("ConnectionStrings:Archiet is missing").And.Contain("ConnectionStrings__Archiet"));
        Assert.That(Directory.EnumerateFileSystemEntries(folder), Is.Empty);
    }

    [Test]
    public async Task A_folder_too_deep_for_a_socket_keeps_its_socket_where_paths_are_short()
    {
        var deep = Path.Combine(folder, new string('d', 90));
        using var club = await ClubProcess.Start(deep).ReadyAsync();

        var sockets = new DevelopmentFolder(deep).SocketFolder;
        Assert.That(sockets, Does.StartWith("/tmp/archiet-"));
        Assert.That(File.GetUnixFileMode(sockets), Is.EqualTo(Mine));
        await club.StopAsync();
        Directory.Delete(sockets, recursive: true);
    }

    [Test]
    public async Task Nobody_else_can_enter_and_nothing_listens_but_the_socket()
    {
        using var club = await ClubProcess.Start(folder).ReadyAsync();

        var inside = new DevelopmentFolder(folder);
        Assert.That(File.GetUnixFileMode(inside.Server), Is.EqualTo(Mine));
        Assert.That(File.GetUnixFileMode(inside.SocketFolder), Is.EqualTo(Mine));
        Assert.That(File.GetUnixFileMode(inside.Root) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead), Is.EqualTo(UnixFileMode.None));
        // The fifth and sixth line of the file: the first address it listens on, and its shared memory.
        Assert.That((await File.ReadAllLinesAsync(Path.Combine(inside.Data, "postmaster.pid")))[5], Is.Empty);
        await club.StopAsync();
    }

    [Test]
    public async Task A_folder_that_roots_server_cannot_reach_is_refused_with_the_remedy()
    {
        Assume.That(Environment.IsPrivilegedProcess, "Only root's server runs as another user.");
        File.SetUnixFileMode(folder, Mine);
        using var club = ClubProcess.Start(Path.Combine(folder, "inside"));

        Assert.That((await club.ExitAsync(), club.HasStack), Is.EqualTo((1, false)), club.Output);
        Assert.That(club.Output, Does.Contain("cannot enter").And.Contain(DevelopmentFolder.Setting));
    }

    private static async Task<bool> IsStoppedAsync(string folder, TimeSpan? patience = null)
    {
        var deadline = DateTime.UtcNow + (patience ?? Patience);
        bool Runs() => Directory.EnumerateFiles(folder, "postmaster.pid", SearchOption.AllDirectories).Any();
        while (Runs() && DateTime.UtcNow < deadline)
        {
            await Task.Delay(50);
        }
        return !Runs();
    }
}
