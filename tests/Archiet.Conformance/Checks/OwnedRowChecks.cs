using System.Text.Json;
using System.Text.Json.Nodes;
using Archiet.Conformance.OpenApi;
using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>Owned rows: written with their owner, replaced as a whole, kept by their ids.</summary>
public sealed class OwnedRowChecks : CheckGroup
{
    /// <inheritdoc/>
    public override string Name => "owned rows";

    /// <inheritdoc/>
    public override async Task RunAsync(World world, CheckReport report)
    {
        foreach (var resource in world.Resources.Where(resource => resource is { Create: not null, Update: not null, Read: not null }))
        {
            var person = world.Here.WhoMay(resource.Update)!;
            foreach (var (name, _) in resource.Update!.RequestSchema!.Properties.Where(property => property.Schema.OwnedRow is not null && world.Here.MaySet(person, resource.Update, property.Name)))
            {
                await report.CheckAsync(Name, $"{resource}.{name}: made, kept by id, added, removed, and another's refused", check => ReplacedAsync(check, world.Here, resource, person, name));
            }
        }
    }

    private static async Task ReplacedAsync(Check check, TenantWorld tenant, ApiResource resource, Persona person, string name)
    {
        var body = tenant.FullBody(resource, tenant.IsConditional(person, resource.Update!) ? person : null);
        var maker = tenant.IsConditional(person, resource.Update!) ? person : tenant.WhoMay(resource.Create)!;
        var made = await tenant.TryCreateAsync(resource, maker, body);
        if (!check.Status(made, 201))
        {
            return;
        }
        var kept = (JsonObject)tenant.ChangeBody(resource, person)[name]![0]!.DeepClone();
        var added = (JsonObject)tenant.ChangeBody(resource, person)[name]![0]!.DeepClone();
        var ids = await IdsAsync(tenant, resource, made.Id, name);
        check.That(ids.Count == ((JsonArray)body[name]!).Count, $"{ids.Count} rows are there, {((JsonArray)body[name]!).Count} were sent.");

        kept["id"] = ids[0];
        check.Status(await AddAsync(), 200);
        var now = await IdsAsync(tenant, resource, made.Id, name);
        check.That(now.Count == 2 && now.Contains(ids[0], StringComparer.Ordinal), $"The rows are {string.Join(", ", now)}; {ids[0]} and a new one are due.");

        var strange = (JsonObject)added.DeepClone();
        strange["id"] = Guid.CreateVersion7().ToString();
        check.Status(await ChangeAsync(new JsonObject { [name] = new JsonArray(strange) }), 422);
        check.That((await IdsAsync(tenant, resource, made.Id, name)).SequenceEqual(now, StringComparer.Ordinal), "A refused change has changed the rows.");

        kept["id"] = now[0];
        check.Status(await ChangeAsync(new JsonObject { [name] = new JsonArray(kept.DeepClone()) }), 200);
        check.That((await IdsAsync(tenant, resource, made.Id, name)).SequenceEqual([now[0]], StringComparer.Ordinal), "The row that was left out is still there.");

        // Where rows of one owner are unique by what they refer to, the new one refers to another.
        async Task<Http.Exchange> AddAsync()
        {
            var answer = await ChangeAsync(new JsonObject { [name] = new JsonArray(kept.DeepClone(), added.DeepClone()) });
            var row = resource.Update!.RequestSchema!.Property(name)!.OwnedRow!;
            foreach (var (field, schema) in row.Properties.Where(property => property.Schema.Reference is not null).ToList())
            {
                foreach (var id in answer.StatusCode == 409 ? await tenant.IdsAsync(schema.Reference!) : [])
                {
                    added[field] = id;
                    answer = answer.StatusCode == 200 ? answer : await ChangeAsync(new JsonObject { [name] = new JsonArray(kept.DeepClone(), added.DeepClone()) });
                }
            }
            return answer;
        }

        async Task<Http.Exchange> ChangeAsync(JsonObject change) => await person.Client.UpdateAsync(resource, made.Id, await tenant.VersionAsync(resource, made.Id), change);
    }

    private static async Task<List<string>> IdsAsync(TenantWorld tenant, ApiResource resource, string id, string name)
    {
        var read = await tenant.WhoMay(resource.Read)!.Client.GetAsync(resource.Read!, resource.Read!.At(id));
        return read.Json.TryGetProperty(name, out var rows) && rows.ValueKind == JsonValueKind.Array
            ? [.. rows.EnumerateArray().Select(row => row.GetProperty("id").GetString()!)]
            : throw new ConformanceException($"{read} shows no '{name}'.");
    }
}
