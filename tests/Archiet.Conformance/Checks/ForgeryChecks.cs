using Archiet.Conformance.Http;
using Archiet.Conformance.OpenApi;
using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>Which tenant a request is about is known from the session. Whatever else names one is refused, or has no effect.</summary>
public sealed class ForgeryChecks : CheckGroup
{
    private static readonly string[] Headers =
        ["X-Tenant", "X-Tenant-Id", "Tenant", "Tenant-Id", "X-Archiet-Tenant", "X-Organization-Id", "X-Forwarded-Tenant"];

    private static readonly string[] Members = ["tenant", "tenantId", "tenant_id", "TenantId", "id", "version", "accountId", "account_id"];

    /// <inheritdoc/>
    public override string Name => "forgery";

    /// <inheritdoc/>
    public override async Task RunAsync(World world, CheckReport report)
    {
        foreach (var resource in world.Resources)
        {
            if (resource.Read is not null && world.There.RowOf(resource) is { } theirs)
            {
                await report.CheckAsync(Name, $"{resource}: a header or a query that names the other tenant opens no row", check =>
                    ReadAsync(check, world, resource, theirs.Id));
            }
            if (resource.List is not null && world.There.RowOf(resource) is { } listed)
            {
                await report.CheckAsync(Name, $"{resource}: a header or a query that names the other tenant changes no list", check =>
                    ListAsync(check, world, resource, listed.Id));
            }
            if (resource.Create is not null)
            {
                await report.CheckAsync(Name, $"{resource}: a body that names a tenant or an id is refused", check => CreateAsync(check, world, resource));
            }
        }
    }

    private static async Task ReadAsync(Check check, World world, ApiResource resource, string id)
    {
        var client = world.Here.WhoMay(resource.Read)!.Client;
        foreach (var header in Headers)
        {
            check.Status(await client.GetAsync(resource.Read!, resource.Read!.At(id), new Header(header, world.There.Id)), 404);
        }
        foreach (var query in Members)
        {
            var answer = await client.GetAsync(resource.Read!, $"{resource.Read!.At(id)}?{query}={world.There.Id}");
            check.That(answer.StatusCode is 400 or 404 or 422, $"{answer}");
        }
    }

    private static async Task ListAsync(Check check, World world, ApiResource resource, string id)
    {
        var client = world.Here.WhoMay(resource.List)!.Client;
        Header[] forged = [.. Headers.Select(header => new Header(header, world.There.Id))];
        var answer = await client.GetAsync(resource.List!, $"{resource.Path}?limit=200", forged);
        check.Status(answer, 200);
        check.That(!answer.ItemIds.Contains(id, StringComparer.Ordinal), "The list has a row of the other tenant.");
        foreach (var query in Members)
        {
            var asked = await client.GetAsync(resource.List!, $"{resource.Path}?limit=200&{query}={world.There.Id}");
            check.That(asked.StatusCode is 400 or 422 || (asked.StatusCode == 200 && !asked.ItemIds.Contains(id, StringComparer.Ordinal)), $"{asked}");
        }
    }

    private static async Task CreateAsync(Check check, World world, ApiResource resource)
    {
        var client = world.Here.WhoMay(resource.Create)!.Client;
        var settable = resource.Create!.RequestSchema!.PropertyNames.ToHashSet(StringComparer.Ordinal);
        foreach (var member in Members.Where(member => !settable.Contains(member)))
        {
            var body = world.Here.LeastBody(resource);
            body[member] = world.There.Id;
            check.Status(await client.CreateAsync(resource, body), 422);
        }
    }
}
