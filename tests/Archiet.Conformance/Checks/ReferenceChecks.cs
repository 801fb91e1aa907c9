using System.Text.Json.Nodes;
using Archiet.Conformance.Http;
using Archiet.Conformance.OpenApi;
using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>A reference can lead to a row of the own tenant only: another tenant's row is refused exactly as one that never was.</summary>
public sealed class ReferenceChecks : CheckGroup
{
    /// <inheritdoc/>
    public override string Name => "references";

    /// <inheritdoc/>
    public override async Task RunAsync(World world, CheckReport report)
    {
        foreach (var resource in world.Resources)
        {
            var full = resource.Create is not null && await world.Here.IsFullAsync(resource);
            foreach (var (field, target) in ReferencesOf(full ? null : resource.Create).Where(reference => world.There.IdOf(reference.Target) is not null))
            {
                await report.CheckAsync(Name, $"{resource}: create cannot refer to another tenant's {target} in '{field}'", check =>
                    RefusedAsync(check, world, target, id => CreateAsync(world.Here, resource, field, id)));
            }
            if (world.Here.RowOf(resource) is not { } row)
            {
                continue;
            }
            foreach (var (field, target) in ReferencesOf(resource.Update).Where(reference => world.There.IdOf(reference.Target) is not null))
            {
                await report.CheckAsync(Name, $"{resource}: update cannot refer to another tenant's {target} in '{field}'", check =>
                    RefusedAsync(check, world, target, id => UpdateAsync(world.Here, resource, row.Id, field, id)));
            }
        }
    }

    private static IEnumerable<(string Field, string Target)> ReferencesOf(ApiOperation? operation) => operation?.RequestSchema is { } schema
        ? schema.Properties.Where(property => property.Schema.Reference is not null).Select(property => (property.Name, property.Schema.Reference!))
        : [];

    private static async Task RefusedAsync(Check check, World world, string target, Func<string, Task<Exchange>> send)
    {
        var foreign = await send(world.There.IdOf(target)!);
        var unknown = await send(Guid.CreateVersion7().ToString());

        // Where a condition on the row reads the row that is referred to, it is what refuses.
        check.Status(foreign, 422, 403);
        check.Alike(foreign, unknown);
    }

    private static Task<Exchange> CreateAsync(TenantWorld tenant, ApiResource resource, string field, string id)
    {
        var person = tenant.WhoMay(resource.Create)!;
        var body = tenant.LeastBody(resource, person);
        body[field] = id;
        return tenant.TryCreateAsync(resource, person, body, tried: field);
    }

    private static Task<Exchange> UpdateAsync(TenantWorld tenant, ApiResource resource, string row, string field, string id) =>
        tenant.TryChangeAsync(resource, tenant.WhoMay(resource.Update)!, row, new JsonObject { [field] = id }, tried: field);
}
