using Archiet.Conformance.OpenApi;
using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>Links, many to many: added once and twice, listed, removed once and twice; never to another tenant's row.</summary>
public sealed class LinkChecks : CheckGroup
{
    /// <inheritdoc/>
    public override string Name => "links";

    /// <inheritdoc/>
    public override async Task RunAsync(World world, CheckReport report)
    {
        foreach (var resource in world.Resources.Where(resource => world.Here.RowOf(resource) is not null))
        {
            foreach (var link in resource.Links.Where(link => link is { Add: not null, Remove: not null, List: not null } && world.Here.IdOf(link.Target!) is not null))
            {
                await report.CheckAsync(Name, $"{resource}/{link.Name}: linked, listed and unlinked", check => LinkedAsync(check, world.Here, resource, link));
                if (world.There.IdOf(link.Target!) is { } foreign)
                {
                    await report.CheckAsync(Name, $"{resource}/{link.Name}: another tenant's row is as unknown as any", check => ForeignAsync(check, world.Here, resource, link, foreign));
                }
            }
        }
    }

    private static async Task LinkedAsync(Check check, TenantWorld tenant, ApiResource resource, ApiLink link)
    {
        var changer = tenant.WhoMay(link.Add)!;
        var reader = tenant.WhoMay(link.List)!;
        var row = await RowAsync(tenant, resource, link);
        var target = tenant.IdOf(link.Target!)!;
        for (var twice = 0; twice < 2; twice++)
        {
            check.Status(await changer.Client.SendAsync(link.Add!, link.Add!.At(row, target), null), 204);
            check.That(await CountAsync() == 1, "The row is not listed once.");
        }
        for (var twice = 0; twice < 2; twice++)
        {
            check.Status(await changer.Client.SendAsync(link.Remove!, link.Remove!.At(row, target), null), 204);
            check.That(await CountAsync() == 0, "The row is still listed.");
        }

        async Task<int> CountAsync()
        {
            var page = await reader.Client.GetAsync(link.List!, link.List!.At(row));
            return check.Status(page, 200) ? page.ItemIds.Count(id => id == target) : -1;
        }
    }

    private static async Task ForeignAsync(Check check, TenantWorld tenant, ApiResource resource, ApiLink link, string foreign)
    {
        var changer = tenant.WhoMay(link.Add)!;
        var row = await RowAsync(tenant, resource, link);
        var refused = await changer.Client.SendAsync(link.Add!, link.Add!.At(row, foreign), null);
        check.Problem(refused, 404, "notFound");
        check.Alike(refused, await changer.Client.SendAsync(link.Add, link.Add.At(row, Guid.CreateVersion7().ToString()), null));
    }

    private static async Task<string> RowAsync(TenantWorld tenant, ApiResource resource, ApiLink link)
    {
        var changer = tenant.WhoMay(link.Add)!;
        return tenant.IsConditional(changer, link.Add!) && resource.Create is not null ? (await tenant.CreateForAsync(resource, changer)).Id : tenant.RowOf(resource)!.Id;
    }
}
