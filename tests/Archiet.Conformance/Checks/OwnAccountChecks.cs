using System.Text.Json.Nodes;
using Archiet.Conformance.Http;
using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>What people do with their own account.</summary>
public sealed class OwnAccountChecks : CheckGroup
{
    /// <inheritdoc/>
    public override string Name => "own account";

    /// <inheritdoc/>
    public override async Task RunAsync(World world, CheckReport report)
    {
        var app = world.App;
        var account = world.Here.People[0].Account;
        var list = app.Document.Operation(HttpMethod.Get, "/auth/sessions");
        var end = app.Document.Operation(HttpMethod.Delete, "/auth/sessions/{id}");
        await report.CheckAsync(Name, "a session ends another of its account, and none of anybody else's", async check =>
        {
            var (mine, _) = await app.LoginAsync(account);
            var (lost, _) = await app.LoginAsync(account);
            var (others, _) = await app.LoginAsync(world.There.People[0].Account);
            check.Status(await mine.SendAsync(end, end.At(await CurrentAsync(others)), null), 404);
            check.Status(await mine.SendAsync(end, end.At(await CurrentAsync(lost)), null), 204);
            check.Status(await lost.GetAsync(app.Session, app.Session.Path), 401);
            check.Status(await others.GetAsync(app.Session, app.Session.Path), 200);
            check.Status(await mine.GetAsync(app.Session, app.Session.Path), 200);
        });
        await report.CheckAsync(Name, "a password is not changed without the old one, and nothing ends", async check =>
        {
            var change = app.Document.Operation(HttpMethod.Post, "/auth/password");
            var (mine, _) = await app.LoginAsync(account);
            var body = new JsonObject { ["currentPassword"] = account.Password + "x", ["newPassword"] = account.Password + " and more" };
            check.Problem(await mine.SendAsync(change, change.Path, body), 422, "invalid");
            check.Status(await mine.GetAsync(app.Session, app.Session.Path), 200);
            check.Status(await app.TryLoginAsync(account.Email, account.Password), 200);
        });

        async Task<string> CurrentAsync(ApiClient client) => (await client.GetAsync(list, list.Path)).Json.GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("current").GetBoolean()).GetProperty("id").GetString()!;
    }
}
