using System.Net;
using Archiet.Conformance.Http;
using Archiet.Conformance.OpenApi;
using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>What a new user sees first: the app is well, describes itself and knows its people.</summary>
public sealed class WelcomeChecks : CheckGroup
{
    /// <inheritdoc/>
    public override string Name => "welcome";

    /// <inheritdoc/>
    public override async Task RunAsync(World world, CheckReport report)
    {
        var app = world.App;
        foreach (var path in new[] { "/health/live", "/health/ready" })
        {
            await report.CheckAsync(Name, $"GET {path}", async check =>
                check.Status(await app.Anonymous.GetAsync(app.Document.Operation(HttpMethod.Get, path), path), 200));
        }
        await report.CheckAsync(Name, "the OpenAPI document is of version 3.1 and describes the app", check =>
        {
            check.That(app.Document.OpenApiVersion.StartsWith("3.1", StringComparison.Ordinal), $"It is of version {app.Document.OpenApiVersion}.");
            check.That(app.Document.Resources.Count > 0, "It has no resource.");
            var elsewhere = world.GuardedOperations.Where(operation => !operation.Path.StartsWith("/api/", StringComparison.Ordinal));
            check.That(!elsewhere.Any(), $"Roles are stated for {string.Join(", ", elsewhere)}.");
        });
        await report.CheckAsync(Name, "the OpenAPI document has a strong ETag, and 304 while it is unchanged", async check =>
        {
            var operation = app.Document.Operation(HttpMethod.Get, ServedApp.DocumentPath);
            var served = await app.Anonymous.GetAsync(operation, ServedApp.DocumentPath);
            check.Status(served, 200);
            check.That(served.ETag.StartsWith('"'), $"The ETag {served.ETag} is weak.");
            check.Status(await app.Anonymous.GetAsync(operation, ServedApp.DocumentPath, new Header("If-None-Match", served.ETag)), 304);
        });
        foreach (var tenant in new[] { world.Here, world.There })
        {
            await report.CheckAsync(Name, $"{tenant.Name}: {string.Join(", ", tenant.People)} are signed in to it", check =>
            {
                foreach (var person in tenant.People)
                {
                    CheckSession(check, tenant, person);
                }
            });
        }
        await report.CheckAsync(Name, "every entity that someone may create has a row in both tenants", check =>
        {
            foreach (var resource in world.Resources.Where(resource => resource.Create is not null))
            {
                check.That(world.Here.RowOf(resource) is not null && world.There.RowOf(resource) is not null, $"{resource} has none.");
            }
        });
    }

    private static void CheckSession(Check check, TenantWorld tenant, Persona person)
    {
        var session = person.Session.Json;
        check.That(session.GetProperty("tenant").GetString() == tenant.Id, $"{person} is in another tenant.");
        check.That(session.GetProperty("roles").EnumerateArray().Select(role => role.GetString()).SequenceEqual([person.Role]), $"{person} has other roles.");
        check.That(session.GetProperty("account").GetProperty("email").GetString() == person.Account.Email, $"{person} has another e-mail address.");
        check.That(person.Session.Status == HttpStatusCode.OK && person.Session.MediaType == JsonTypes.Json, "The answer is no JSON.");
        var cookie = person.Session.Header("set-cookie") ?? "";
        foreach (var attribute in new[] { "httponly", "secure", "samesite=", "path=/" })
        {
            check.That(cookie.Contains(attribute, StringComparison.OrdinalIgnoreCase), $"The cookie lacks {attribute}.");
        }
        check.That(cookie.StartsWith(ServedApp.CookieName, StringComparison.Ordinal), $"The cookie is not called {ServedApp.CookieName}.");
    }
}
