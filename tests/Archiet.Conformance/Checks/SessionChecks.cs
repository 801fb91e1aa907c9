using System.Text.Json.Nodes;
using Archiet.Conformance.Http;
using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>Signing in and out.</summary>
public sealed class SessionChecks : CheckGroup
{
    /// <inheritdoc/>
    public override string Name => "sessions";

    /// <inheritdoc/>
    public override async Task RunAsync(World world, CheckReport report)
    {
        var app = world.App;
        var account = world.Here.People[0].Account;
        await report.CheckAsync(Name, "a wrong password and an unknown account are refused alike", async check =>
        {
            var wrong = await app.TryLoginAsync(account.Email, account.Password + "x");
            var unknown = await app.TryLoginAsync("nobody@archiet.example", account.Password);
            check.Status(wrong, 401);
            check.Alike(wrong, unknown);
        });
        await report.CheckAsync(Name, "a log-in cannot name a tenant that the account is no member of", async check =>
        {
            var body = ServedApp.Credentials(account.Email, account.Password);
            body["tenant"] = world.There.Id;
            var answer = await app.Anonymous.SendAsync(app.Login, app.Login.Path, body);
            check.That(answer.StatusCode is >= 400 and < 500, $"{answer}");
        });
        await report.CheckAsync(Name, "a session cannot switch to a tenant that the account is no member of", async check =>
        {
            var operation = app.Document.Operation(HttpMethod.Post, "/auth/tenant");
            var (client, _) = await app.LoginAsync(account);
            var answer = await client.SendAsync(operation, operation.Path, new JsonObject { ["tenant"] = world.There.Id });
            check.That(answer.StatusCode is >= 400 and < 500, $"{answer}");
        });
        await report.CheckAsync(Name, "switching to the own tenant gives a new cookie, and the old one is worth nothing", async check =>
        {
            var operation = app.Document.Operation(HttpMethod.Post, "/auth/tenant");
            var (client, _) = await app.LoginAsync(account);
            var answer = await client.SendAsync(operation, operation.Path, new JsonObject { ["tenant"] = world.Here.Id });
            if (check.Status(answer, 200))
            {
                check.Status(await client.GetAsync(app.Session, app.Session.Path), 401);
                check.Status(await client.With(ServedApp.CookieOf(answer)).GetAsync(app.Session, app.Session.Path), 200);
            }
        });
        await report.CheckAsync(Name, "a log-out ends the session at once", async check =>
        {
            var (client, _) = await app.LoginAsync(account);
            check.Status(await client.GetAsync(app.Session, app.Session.Path), 200);
            check.Status(await client.SendAsync(app.Logout, app.Logout.Path, null), 204);
            check.Status(await client.GetAsync(app.Session, app.Session.Path), 401);
        });
        await report.CheckAsync(Name, "a made-up cookie is no session", async check =>
            check.Status(await app.Anonymous.With($"{ServedApp.CookieName}={new string('A', 43)}").GetAsync(app.Session, app.Session.Path), 401));
        await report.CheckAsync(Name, "without a session, every operation answers 401", async check =>
        {
            foreach (var operation in world.GuardedOperations)
            {
                var path = operation.IsOfOneRow ? operation.At(Guid.CreateVersion7().ToString()) : operation.Path;
                var answer = await app.Anonymous.SendAsync(operation, path, operation.RequestSchema is null ? null : new JsonObject());
                check.Problem(answer, 401, "unauthenticated");
            }
        });
    }
}
