using System.Text.Json;
using System.Text.Json.Nodes;
using Archiet.Conformance.Http;
using Archiet.Conformance.OpenApi;
using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>The life of a row: made, found, read, changed, removed, with its version held against If-Match.</summary>
public sealed class RowChecks : CheckGroup
{
    private const string Stale = "\"1\"";

    /// <inheritdoc/>
    public override string Name => "rows";

    /// <inheritdoc/>
    public override async Task RunAsync(World world, CheckReport report)
    {
        foreach (var resource in world.Resources)
        {
            var tenant = world.Here;
            if (resource.Create is not null)
            {
                await report.CheckAsync(Name, $"{resource}: create", check => CreateAsync(check, tenant, resource));
            }
            if (resource.Read is not null && tenant.RowOf(resource) is { } row)
            {
                await report.CheckAsync(Name, $"{resource}: read, and 304 while it is unchanged", check => ReadAsync(check, tenant, resource, row));
            }
            if (resource.List is not null)
            {
                await report.CheckAsync(Name, $"{resource}: list, page by page", check => ListAsync(check, tenant, resource));
            }
            if (resource.Update is not null && tenant.RowOf(resource) is { } changed)
            {
                await report.CheckAsync(Name, $"{resource}: update with If-Match, 428 without, 412 when stale", check =>
                    UpdateAsync(check, tenant, resource, changed.Id));
            }
            if (resource.Delete is not null && resource.Create is not null && !await tenant.IsFullAsync(resource))
            {
                await report.CheckAsync(Name, $"{resource}: delete with If-Match, 428 without, 412 when stale, and back again where it can be restored", check => DeleteAsync(check, tenant, resource));
            }
        }
    }

    private static async Task CreateAsync(Check check, TenantWorld tenant, ApiResource resource)
    {
        var person = tenant.WhoMay(resource.Create)!;
        if (await tenant.IsFullAsync(resource))
        {
            check.Problem(await tenant.TryCreateAsync(resource, person, tenant.FullBody(resource, person)), 409, "unique");
            return;
        }
        foreach (var make in new[] { tenant.LeastBody, tenant.FullBody })
        {
            await tenant.PrepareAsync(resource, person);
            var body = make(resource, person);
            var made = await tenant.TryCreateAsync(resource, person, body);
            if (!check.Status(made, 201))
            {
                continue;
            }
            check.That(made.Header("location") == $"{resource.Path}/{made.Id}", $"Location is {made.Header("location")}.");
            check.That(made.ETag == $"\"{made.Json.GetProperty("version").GetString()}\"", "The ETag is not the row's version.");
            check.That(Guid.Parse(made.Id).Version == 7, "The id is no UUID of version 7.");
            CheckKept(check, body, made.Json, resource, field => tenant.Sees(person, resource, field));
        }
    }

    private static async Task ReadAsync(Check check, TenantWorld tenant, ApiResource resource, Exchange row)
    {
        var client = tenant.WhoMay(resource.Read)!.Client;
        var path = resource.Read!.At(row.Id);
        var read = await client.GetAsync(resource.Read, path);
        if (check.Status(read, 200))
        {
            check.That(read.Id == row.Id, "It is another row.");
            check.Status(await client.GetAsync(resource.Read, path, new Header("If-None-Match", read.ETag)), 304);
            check.Status(await client.GetAsync(resource.Read, path, new Header("If-None-Match", Stale)), 200);
        }
        check.Problem(await client.GetAsync(resource.Read, resource.Read.At(Guid.CreateVersion7().ToString())), 404, "notFound");
    }

    private static async Task ListAsync(Check check, TenantWorld tenant, ApiResource resource)
    {
        var person = tenant.WhoMay(resource.List)!;
        var client = person.Client;
        var ids = new List<string>();
        string? after = null;
        do
        {
            var page = await client.GetAsync(resource.List!, $"{resource.Path}?limit=2{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}");
            if (!check.Status(page, 200))
            {
                return;
            }
            var items = page.Json.GetProperty("items");
            check.That(items.GetArrayLength() <= 2, "A page is longer than its limit.");
            ids.AddRange(page.ItemIds);
            after = page.Json.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (after is not null && ids.Count < 1_000);
        check.That(ids.Distinct(StringComparer.Ordinal).Count() == ids.Count, "A row is on two pages.");
        if (resource.List!.Summary.Contains("newest first", StringComparison.Ordinal))
        {
            check.That(ids.SequenceEqual(ids.OrderDescending(StringComparer.Ordinal)), "Rows do not come newest first.");
        }
        var all = !tenant.IsConditional(person, resource.List);
        check.That(!all || tenant.RowOf(resource) is not { } row || ids.Contains(row.Id, StringComparer.Ordinal), "A row is on no page.");
        foreach (var query in new[] { "limit=0", "limit=201", "limit=x", "after=x" })
        {
            var refused = await client.GetAsync(resource.List!, $"{resource.Path}?{query}");
            check.That(refused.StatusCode is 400 or 422, $"{refused}, a refusal is due");
        }
    }

    private static async Task UpdateAsync(Check check, TenantWorld tenant, ApiResource resource, string id)
    {
        var person = tenant.WhoMay(resource.Update)!;
        if (tenant.IsConditional(person, resource.Update!))
        {
            id = (await tenant.CreateAsync(resource, tenant.WhoMay(resource.Create) is null ? null : person)).Id;
        }
        var client = person.Client;
        var path = resource.Update!.At(id);
        var change = tenant.ChangeBody(resource, person);
        var etag = await tenant.VersionAsync(resource, id);
        var changed = await tenant.TryChangeAsync(resource, person, id, change);
        if (check.Status(changed, 200))
        {
            CheckKept(check, change, changed.Json, resource, field => tenant.Sees(person, resource, field));
            check.That(change.Count == 0 || changed.ETag != etag, "The version is the same as before.");
            check.Status(await client.SendAsync(resource.Update, path, change), 428);
            check.Status(await client.UpdateAsync(resource, id, Stale, change), 412);
            check.Status(await client.UpdateAsync(resource, id, etag, change), 412);
            var nothing = ApiClient.Content("{}", JsonTypes.MergePatch);
            var merged = await client.SendAsIsAsync(
                resource.Update, path, nothing, new Header("If-Match", changed.ETag), new Header(ApiClient.ProgramHeader, "1"));
            check.Status(merged, 200);
            CheckKept(check, change, merged.Json, resource, field => tenant.Sees(person, resource, field));
        }
    }

    private static async Task DeleteAsync(Check check, TenantWorld tenant, ApiResource resource)
    {
        var person = tenant.WhoMay(resource.Delete)!;
        var client = person.Client;
        var row = await tenant.CreateAsync(resource, tenant.IsConditional(person, resource.Delete!) ? person : null);
        var path = resource.Delete!.At(row.Id);
        check.Status(await client.SendAsync(resource.Delete, path, null), 428);
        check.Status(await client.DeleteAsync(resource, row.Id, Stale), 412);
        check.Status(await client.DeleteAsync(resource, row.Id, row.ETag), 204);
        check.Problem(await client.DeleteAsync(resource, row.Id, row.ETag), 404, "notFound");
        if (tenant.WhoMay(resource.Read) is { } reader)
        {
            check.Problem(await reader.Client.GetAsync(resource.Read!, path), 404, "notFound");
            if (tenant.WhoMay(resource.Restore) is { } restorer)
            {
                check.Status(await restorer.Client.SendAsync(resource.Restore!, resource.Restore!.At(row.Id), null), 200);
                check.Status(await reader.Client.GetAsync(resource.Read!, path), 200);
                check.Problem(await restorer.Client.SendAsync(resource.Restore, resource.Restore.At(row.Id), null), 409, "notDeleted");
            }
        }
    }

    /// <summary>What was sent has come back: every member of it, those aside that the caller does not see and those that nobody is shown.</summary>
    private static void CheckKept(Check check, JsonObject sent, JsonElement row, ApiResource resource, Func<string, bool> sees)
    {
        var shown = resource.Row!.PropertyNames.ToHashSet(StringComparer.Ordinal);
        foreach (var (name, _) in sent.Where(member => !shown.Contains(member.Key)))
        {
            check.That(!row.TryGetProperty(name, out _), $"'{name}' is written and never read, and came back.");
        }
        foreach (var (name, value) in sent.Where(member => sees(member.Key) && shown.Contains(member.Key)))
        {
            var kept = row.TryGetProperty(name, out var member) && Holds(JsonSerializer.SerializeToElement(value), member);
            var back = member.ValueKind == JsonValueKind.Undefined ? "nothing" : member.GetRawText();
            check.That(kept, $"'{name}' was sent as {value?.ToJsonString()} and came back as {back}.");
        }
    }

    /// <summary>Whether what came back is what was sent. An owned row comes back with more than was sent: an id, what the server sets and computes.</summary>
    private static bool Holds(JsonElement sent, JsonElement back) => sent.ValueKind == JsonValueKind.Array && back.ValueKind == JsonValueKind.Array
        ? sent.GetArrayLength() == back.GetArrayLength() && sent.EnumerateArray().Zip(back.EnumerateArray()).All(pair => HoldsRow(pair.First, pair.Second))
        : JsonElement.DeepEquals(sent, back);

    private static bool HoldsRow(JsonElement sent, JsonElement back) => sent.ValueKind == JsonValueKind.Object
        ? sent.EnumerateObject().All(member => back.TryGetProperty(member.Name, out var own) && JsonElement.DeepEquals(member.Value, own))
        : JsonElement.DeepEquals(sent, back);
}
