using System.Diagnostics;
using Archiet.Runtime.Tests;

namespace Archiet.Sdk.Tests.Harness;

/// <summary>A throw-away server with the roles and the empty database of the app Shop, as an administrator makes them, and psql to use it with.</summary>
internal sealed class ShopServer : IDisposable
{
    private readonly PostgresCluster _cluster = PostgresCluster.Start();
    private readonly RoleNames _roles = new("Shop");

    /// <summary>The variables by which an app is told of it.</summary>
    /// <param name="migrator">Whether the app may migrate.</param>
    public Dictionary<string, string> Variables(bool migrator)
    {
        var variables = new Dictionary<string, string> { ["ConnectionStrings__Archiet"] = As(_roles.App), ["ConnectionStrings__ArchietLogin"] = As(_roles.Login) };
        if (migrator)
        {
            variables["ConnectionStrings__ArchietMigrator"] = As(_roles.Migrator);
        }
        return variables;
    }

    public static async Task<ShopServer> StartAsync()
    {
        var server = new ShopServer();
        foreach (var statement in server._roles.SetupStatements())
        {
            (await server.PsqlAsync("postgres", PostgresCluster.Superuser, "--command", statement)).Checked();
        }
        return server;
    }

    /// <summary>Runs psql on the app's database as the role that may migrate it.</summary>
    public Task<CommandResult> PsqlAsync(params string[] arguments) => PsqlAsync(_roles.Database, _roles.Migrator, arguments);

    public void Dispose() => _cluster.Dispose();

    private string As(string role) => $"Host={_cluster.SocketFolder};Database={_roles.Database};Username={role}";

    private async Task<CommandResult> PsqlAsync(string database, string user, params string[] arguments)
    {
        string[] all = ["--no-psqlrc", "--tuples-only", "--no-align", "--host", _cluster.SocketFolder, "--username", user, "--dbname", database, .. arguments];
        using var process = Process.Start(new ProcessStartInfo(_cluster.Program("psql"), all) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandResult("psql " + string.Join(' ', arguments), process.ExitCode, await output + await error);
    }
}
