using System.Text.Json.Nodes;
using Archiet.Conformance.Http;
using Archiet.Conformance.OpenApi;
using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>The isolation matrix: whatever is tried on another tenant's row is answered exactly as for a row that never was, and leaves it untouched.</summary>
public sealed class IsolationChecks : CheckGroup
{
    private static readonly HttpMethod[] Methods =
        [HttpMethod.Get, HttpMethod.Head, HttpMethod.Options, HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete];

    /// <inheritdoc/>
    public override string Name => "isolation";

    /// <inheritdoc/>
    public override async Task RunAsync(World world, CheckReport report)
    {
        foreach (var resource in world.Resources.Where(resource => world.There.RowOf(resource) is not null))
        {
            var theirs = await TheirsAsync(world.There, resource);
            foreach (var operation in resource.Operations.Where(operation => operation.NamesRow))
            {
                await report.CheckAsync(Name, $"{operation} on another tenant's {resource} is 404, as for an unknown id", check =>
                    RefusedAsync(check, world, operation, theirs));
            }
            await report.CheckAsync(Name, $"{resource}: methods that are not offered do not tell another tenant's row from an unknown id", check =>
                IndistinctAsync(check, world, resource, theirs));
            if (resource.List is not null)
            {
                await report.CheckAsync(Name, $"{resource}: lists hold the own tenant's rows only", check => DisjointAsync(check, world, resource));
            }
            await report.CheckAsync(Name, $"{resource}: the other tenant's row is as it was", async check =>
            {
                var now = await TheirsAsync(world.There, resource);
                check.That(now.ETag == theirs.ETag, $"Its version was {theirs.ETag} and is {now.ETag}.");
            });
        }
    }

    private static async Task<Exchange> TheirsAsync(TenantWorld tenant, ApiResource resource)
    {
        var row = tenant.RowOf(resource)!;
        return tenant.WhoMay(resource.Read) is { } reader ? await reader.Client.GetAsync(resource.Read!, resource.Read!.At(row.Id)) : row;
    }

    private static async Task RefusedAsync(Check check, World world, ApiOperation operation, Exchange theirs)
    {
        foreach (var person in world.Here.People.Where(person => operation.Roles!.Contains(person.Role, StringComparer.Ordinal)))
        {
            var foreign = await TryAsync(person.Client, operation, theirs.Id, theirs.ETag);
            var unknown = await TryAsync(person.Client, operation, Guid.CreateVersion7().ToString(), theirs.ETag);
            check.Problem(foreign, 404, "notFound");
            check.Alike(foreign, unknown);
        }
    }

    private static async Task IndistinctAsync(Check check, World world, ApiResource resource, Exchange theirs)
    {
        var offered = resource.Operations.Where(operation => operation.IsOfOneRow).Select(operation => operation.Method);
        foreach (var method in Methods.Except(offered))
        {
            foreach (var person in world.Here.People)
            {
                var foreign = await SendAsync(person, method, theirs.Id);
                var unknown = await SendAsync(person, method, Guid.CreateVersion7().ToString());
                check.That(foreign.StatusCode is 403 or 404 or 405, $"{foreign}");
                check.Alike(foreign, unknown);
            }
        }

        Task<Exchange> SendAsync(Persona person, HttpMethod method, string id) =>
            person.Client.SendUnlistedAsync(method, $"{resource.Path}/{id}", ApiClient.Content(new JsonObject()), new Header("If-Match", theirs.ETag));
    }

    private static Task<Exchange> TryAsync(ApiClient client, ApiOperation operation, string id, string etag)
    {
        var body = operation.RequestSchema is null ? null : new JsonObject();
        return client.SendAsync(operation, operation.At(id, id), body, new Header(operation.IsUnsafe ? "If-Match" : "If-None-Match", etag));
    }

    private static async Task DisjointAsync(Check check, World world, ApiResource resource)
    {
        var here = await IdsAsync(world.Here, resource);
        var there = await IdsAsync(world.There, resource);
        var seesAll = !world.There.IsConditional(world.There.WhoMay(resource.List)!, resource.List!);
        check.That(!seesAll || there.Contains(world.There.RowOf(resource)!.Id, StringComparer.Ordinal), "The other tenant does not see its own row.");
        check.That(!here.Intersect(there, StringComparer.Ordinal).Any(), "A row is in the lists of both tenants.");
    }

    private static async Task<List<string>> IdsAsync(TenantWorld tenant, ApiResource resource)
    {
        var page = await tenant.WhoMay(resource.List)!.Client.GetAsync(resource.List!, $"{resource.Path}?limit=200");
        return [.. page.ItemIds];
    }
}
