using System.Text;
using System.Text.Json.Nodes;
using Archiet.Conformance.Apps;
using Archiet.Conformance.Bodies;
using Archiet.Conformance.Http;
using Archiet.Conformance.OpenApi;

namespace Archiet.Conformance.Worlds;

/// <summary>One tenant: its people, and a row of whatever they may create.</summary>
public sealed class TenantWorld
{
    private readonly BodyMaker bodies;
    private readonly IReadOnlyList<ApiResource> resources;
    private readonly Dictionary<string, Exchange> rows = new(StringComparer.Ordinal);

    private TenantWorld(DevelopmentTenant tenant, IReadOnlyList<Persona> people, IReadOnlyList<ApiResource> resources, BodyMaker bodies)
    {
        Id = tenant.Id;
        Name = tenant.Name;
        People = people;
        this.resources = resources;
        this.bodies = bodies;
    }

    /// <summary>The tenant's id.</summary>
    public string Id { get; }

    /// <summary>The tenant's name.</summary>
    public string Name { get; }

    /// <summary>One person a role.</summary>
    public IReadOnlyList<Persona> People { get; }

    /// <summary>Signs everyone in.</summary>
    public static async Task<TenantWorld> EnterAsync(ServedApp app, DevelopmentTenant tenant, BodyMaker bodies)
    {
        var people = new List<Persona>();
        foreach (var account in tenant.Accounts)
        {
            var (client, session) = await app.LoginAsync(account);
            people.Add(new Persona(account.Roles.Single(), account, client, session));
        }
        return new TenantWorld(tenant, people, app.Document.Resources, bodies);
    }

    /// <summary>Someone who may do an operation, or null.</summary>
    public Persona? WhoMay(ApiOperation? operation) => People.FirstOrDefault(person => operation?.Roles?.Contains(person.Role, StringComparer.Ordinal) == true);

    /// <summary>The row of a resource that stands through all checks, or null where nobody may create one.</summary>
    public Exchange? RowOf(ApiResource resource) => rows.GetValueOrDefault(resource.Name);

    /// <summary>Finds or makes a row of every resource, those that others refer to first.</summary>
    public async Task StockAsync()
    {
        foreach (var resource in resources)
        {
            await StockAsync(resource, []);
        }
    }

    /// <summary>Makes a row with every field that there is.</summary>
    public async Task<Exchange> CreateAsync(ApiResource resource)
    {
        var answer = await WhoMay(resource.Create)!.Client.CreateAsync(resource, FullBody(resource));
        return answer.StatusCode == 201 ? answer : throw new ConformanceException($"A row of {resource} could not be made: {answer} {Text(answer)}");
    }

    /// <summary>A body for a create with every field that there is a value for.</summary>
    public JsonObject FullBody(ApiResource resource) => bodies.Full(resource.Create!.RequestSchema!, IdOf);

    /// <summary>A body for a create with what must be given.</summary>
    public JsonObject LeastBody(ApiResource resource) => bodies.Least(resource.Create!.RequestSchema!, IdOf);

    /// <summary>A body that changes every field that there is a value for.</summary>
    public JsonObject ChangeBody(ApiResource resource) => bodies.Full(resource.Update!.RequestSchema!, IdOf);

    /// <summary>The id of the row to refer to, by the entity's name.</summary>
    public string? IdOf(string entity) => rows.TryGetValue(entity, out var row) ? row.Id : null;

    private async Task StockAsync(ApiResource resource, HashSet<string> underWay)
    {
        if (rows.ContainsKey(resource.Name) || !underWay.Add(resource.Name))
        {
            return;
        }
        if (WhoMay(resource.Create) is null)
        {
            if (await FindAsync(resource) is { } found)
            {
                rows[resource.Name] = found;
            }
            return;
        }
        foreach (var target in resource.References.Select(reference => resources.FirstOrDefault(other => other.Name == reference.Target)).OfType<ApiResource>())
        {
            await StockAsync(target, underWay);
        }
        rows[resource.Name] = await CreateAsync(resource);
    }

    /// <summary>A row that is there already: the tenant's own, or what an app starts with.</summary>
    private async Task<Exchange?> FindAsync(ApiResource resource)
    {
        if (WhoMay(resource.List) is not { } lister || WhoMay(resource.Read) is not { } reader)
        {
            return null;
        }
        var page = await lister.Client.GetAsync(resource.List!, resource.Path);
        return page.ItemIds.FirstOrDefault() is { } id ? await reader.Client.GetAsync(resource.Read!, resource.Read!.At(id)) : null;
    }

    private static string Text(Exchange answer) => Encoding.UTF8.GetString(answer.Body.Span);
}
