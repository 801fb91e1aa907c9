using System.Text.Json.Nodes;
using Archiet.Conformance.Http;
using Archiet.Conformance.OpenApi;
using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>Rules: each one broken once, and refused in its own words.</summary>
public sealed class RuleChecks : CheckGroup
{
    /// <inheritdoc/>
    public override string Name => "rules";

    /// <inheritdoc/>
    public override async Task RunAsync(World world, CheckReport report)
    {
        foreach (var resource in world.Resources.Where(resource => world.Here.WhoMay(resource.Create) is not null || world.Here.WhoMay(resource.Update) is not null))
        {
            foreach (var rule in resource.Rules)
            {
                await report.CheckAsync(Name, $"{resource}: {rule.Name} is refused when it is broken", async check =>
                {
                    var refusal = rule.Code == "overlap" ? await RepeatAsync(world.Here, resource, rule) : await BreakAsync(world.Here, resource, rule);
                    if (refusal is null)
                    {
                        check.That(false, "No request was found that breaks it.");
                    }
                    else
                    {
                        check.Status(refusal, rule.Code == "overlap" ? 409 : 422);
                        check.That(Fitter.ErrorsOf(refusal)?.Exists(error => error.Message == rule.Message) == true, $"{refusal} does not say: {rule.Message}");
                    }
                });
            }
        }
    }

    /// <summary>A second row with the same values in the fields of the rule.</summary>
    private static async Task<Exchange?> RepeatAsync(TenantWorld tenant, ApiResource resource, ApiRule rule)
    {
        if (tenant.WhoMay(resource.Create) is not { } person)
        {
            return null;
        }
        var first = tenant.FullBody(resource, person);
        var made = await tenant.TryCreateAsync(resource, person, first);
        if (made.StatusCode != 201)
        {
            return made;
        }
        var second = tenant.FullBody(resource, person);
        foreach (var field in resource.Rules.SelectMany(other => other.Fields).Where(field => first.ContainsKey(field)))
        {
            second[field] = first[field]?.DeepClone();
        }
        return await person.Client.CreateAsync(resource, second);
    }

    private static async Task<Exchange?> BreakAsync(TenantWorld tenant, ApiResource resource, ApiRule rule)
    {
        if (tenant.WhoMay(resource.Create) is { } maker)
        {
            var body = tenant.FullBody(resource, maker);
            var broken = await tenant.Fitter.BreakAsync(
                body, resource.Create!.RequestSchema!, rule, resource.Rules, field => tenant.MaySet(maker, resource.Create, field), tenant.Serial,
                changed => maker.Client.CreateAsync(resource, changed));
            if (broken is not null)
            {
                return broken;
            }
        }
        foreach (var row in await RowsAsync(tenant, resource))
        {
            if (await ChangeAsync(tenant, resource, rule, row) is { } broken)
            {
                return broken;
            }
        }
        return null;
    }

    private static async Task<Exchange?> ChangeAsync(TenantWorld tenant, ApiResource resource, ApiRule rule, string row)
    {
        if (tenant.WhoMay(resource.Update) is not { } changer)
        {
            return null;
        }
        var full = tenant.ChangeBody(resource, changer);
        var body = new JsonObject(full.Where(member => rule.Fields.Contains(member.Key, StringComparer.Ordinal)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        return await tenant.Fitter.BreakAsync(
            body, resource.Update!.RequestSchema!, rule, resource.Rules, field => tenant.MaySet(changer, resource.Update, field), tenant.Serial,
            async changed => await changer.Client.UpdateAsync(resource, row, await tenant.VersionAsync(resource, row), changed));
    }

    /// <summary>A row in each state, or the one that stands.</summary>
    private static async Task<List<string>> RowsAsync(TenantWorld tenant, ApiResource resource)
    {
        var rows = new List<string>();
        if (resource is { Lifecycle: { } lifecycle, Create: not null, Read: not null })
        {
            var walk = new StateWalk(tenant, resource);
            foreach (var state in lifecycle.States)
            {
                if (await walk.RowInAsync(state) is { } row)
                {
                    rows.Add(row);
                }
            }
        }
        else if (tenant.RowOf(resource) is { } standing)
        {
            rows.Add(standing.Id);
        }
        return rows;
    }
}
