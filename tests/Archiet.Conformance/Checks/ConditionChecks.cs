using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Archiet.Conformance.Http;
using Archiet.Conformance.OpenApi;
using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>Row conditions: a row that meets the condition of a role's grants is read, listed and changed; one that does not is as unknown as any other.</summary>
public sealed partial class ConditionChecks : CheckGroup
{
    /// <inheritdoc/>
    public override string Name => "row conditions";

    /// <inheritdoc/>
    public override async Task RunAsync(World world, CheckReport report)
    {
        foreach (var resource in world.Resources.Where(resource => resource is { Read: not null, Create: not null }))
        {
            foreach (var person in world.Here.People.Where(person => world.Here.IsConditional(person, resource.Read!)))
            {
                await report.CheckAsync(Name, $"{resource}: the {person} meets some rows, and others not at all", check => SeenAndUnseenAsync(check, world, resource, person));
                if (Handed(world, resource, person) is { } field)
                {
                    await report.CheckAsync(Name, $"{resource}: the {person} cannot hand a row over by '{field}'", check => KeptAsync(check, world.Here, resource, person, field));
                }
            }
        }
    }

    private static async Task SeenAndUnseenAsync(Check check, World world, ApiResource resource, Persona person)
    {
        var tenant = world.Here;
        var other = tenant.People.FirstOrDefault(candidate => candidate.Member != person.Member) ?? throw new ConformanceException("There is nobody else.");
        var seen = await FindAsync(tenant, resource, person, person, 200);
        var unseen = await FindAsync(tenant, resource, person, other, 404);
        check.That(seen is not null, "No row was found that the condition lets through.");
        check.That(unseen is not null, "No row was found that the condition holds back.");
        if (seen is null || unseen is null)
        {
            return;
        }
        if (resource.List is not null && tenant.IsConditional(person, resource.List))
        {
            var listed = await ListedAsync(person, resource);
            check.That(listed.Contains(seen), "A row that is read is on no page.");
            check.That(!listed.Contains(unseen), "A row that is not read is on a page.");
        }

        // The version is the right one where anybody can tell it: then it is the condition alone that refuses.
        var version = tenant.IsConditional(tenant.WhoMay(resource.Read)!, resource.Read!) ? "\"1\"" : await tenant.VersionAsync(resource, unseen);
        foreach (var operation in resource.Operations.Where(operation => operation.NamesRow && operation.IsUnsafe && operation.Roles!.Contains(person.Role, StringComparer.Ordinal)))
        {
            if (operation == resource.Restore || !tenant.IsConditional(person, operation))
            {
                continue;
            }
            var body = operation.RequestSchema is null ? null : new JsonObject();
            var target = Guid.CreateVersion7().ToString();
            var answer = await person.Client.SendAsync(operation, operation.At(unseen, target), body, new Header("If-Match", version));
            check.Problem(answer, 404, "notFound");
        }
    }

    /// <summary>Makes a row for somebody, and gives it other values until a person is answered as is sought.</summary>
    private static async Task<string?> FindAsync(TenantWorld tenant, ApiResource resource, Persona person, Persona owner, int status)
    {
        var maker = tenant.WhoMay(resource.Create)!;
        var isOnlyForOneself = owner != person && tenant.IsConditional(maker, resource.Create!) && !resource.Create!.Roles!.Contains(owner.Role, StringComparer.Ordinal);
        var row = await tenant.RowForAsync(resource, isOnlyForOneself ? person : owner);
        if (isOnlyForOneself)
        {
            await tenant.HandOverAsync(resource, person, owner);
        }
        if (await StatusAsync() == status)
        {
            return row;
        }
        if (tenant.People.FirstOrDefault(candidate => resource.Update?.Roles!.Contains(candidate.Role, StringComparer.Ordinal) == true && !tenant.IsConditional(candidate, resource.Update)) is { } changer)
        {
            var fields = Conditions(tenant, resource, person).SelectMany(StateWalk.FieldsIn).Distinct(StringComparer.Ordinal)
                .Where(field => tenant.MaySet(changer, resource.Update!, field)).ToList();
            await foreach (var changed in tenant.Fitter.VariantsAsync([], resource.Update!.RequestSchema!, fields, tenant.Serial))
            {
                if ((await changer.Client.UpdateAsync(resource, row, await tenant.VersionAsync(resource, row), changed)).StatusCode == 200 && await StatusAsync() == status)
                {
                    return row;
                }
            }
        }
        return null;

        async Task<int> StatusAsync() => (await person.Client.GetAsync(resource.Read!, resource.Read!.At(row))).StatusCode;
    }

    private static async Task<HashSet<string>> ListedAsync(Persona person, ApiResource resource)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        string? after = null;
        do
        {
            var page = await person.Client.GetAsync(resource.List!, $"{resource.Path}?limit=200{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}");
            ids.UnionWith(page.ItemIds);
            after = page.Json.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (after is not null);
        return ids;
    }

    private static IEnumerable<string> Conditions(TenantWorld tenant, ApiResource resource, Persona person) =>
        tenant.GrantsOf(person, resource, "read").Select(grant => grant.Where).OfType<string>();

    /// <summary>The field that alone decides who may change a row, where the person may give it; else null.</summary>
    private static string? Handed(World world, ApiResource resource, Persona person) =>
        resource.Update is not null && world.Here.GrantsOf(person, resource, "update") is [{ Where: { } where }] && IsMine().Match(where) is { Success: true } match
        && world.Here.MaySet(person, resource.Update, match.Groups[1].Value) && resource.Update.RequestSchema!.PropertyNames.Contains(match.Groups[1].Value, StringComparer.Ordinal)
            ? match.Groups[1].Value
            : null;

    private static async Task KeptAsync(Check check, TenantWorld tenant, ApiResource resource, Persona person, string field)
    {
        var row = await tenant.RowForAsync(resource, person);
        var other = tenant.People.First(candidate => candidate.Member is not null && candidate.Member != person.Member);
        var answer = await person.Client.UpdateAsync(resource, row, await tenant.VersionAsync(resource, row), new JsonObject { [field] = other.Member });
        check.Status(answer, 403);
    }

    [GeneratedRegex(@"^this\.([A-Za-z0-9]+) == user$")]
    private static partial Regex IsMine();
}
