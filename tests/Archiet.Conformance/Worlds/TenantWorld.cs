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
    private readonly ApiDocument document;
    private readonly Fitter fitter;
    private readonly Dictionary<string, Exchange> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> full = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> spares = new(StringComparer.Ordinal);

    /// <summary>The rows that a row of an entity refers to when it is to be somebody's, by the names of their entities.</summary>
    private readonly Dictionary<(Persona Owner, string Entity), Dictionary<string, string>> owned = [];

    private TenantWorld(DevelopmentTenant tenant, IReadOnlyList<Persona> people, ApiDocument document, BodyMaker bodies)
    {
        Id = tenant.Id;
        Name = tenant.Name;
        People = people;
        this.document = document;
        this.bodies = bodies;
        fitter = new Fitter(IdsAsync, spares.Remove);
    }

    /// <summary>The tenant's id.</summary>
    public string Id { get; }

    /// <summary>The tenant's name.</summary>
    public string Name { get; }

    /// <summary>One person a role.</summary>
    public IReadOnlyList<Persona> People { get; }

    /// <summary>The entity whose rows stand for the people; null for an app without one, or where nobody may read it.</summary>
    public string? MemberEntity { get; private set; }

    /// <summary>Finds values that a rule takes, or does not take.</summary>
    internal Fitter Fitter => fitter;

    /// <summary>The number of the body made last.</summary>
    internal int Serial => bodies.Serial;

    /// <summary>Signs everyone in.</summary>
    public static async Task<TenantWorld> EnterAsync(ServedApp app, DevelopmentTenant tenant, BodyMaker bodies)
    {
        var people = new List<Persona>();
        foreach (var account in tenant.Accounts)
        {
            var (client, session) = await app.LoginAsync(account);
            people.Add(new Persona(account.Roles.Single(), account, client, session));
        }
        return new TenantWorld(tenant, people, app.Document, bodies);
    }

    /// <summary>Someone who may do an operation, or null: of several the one who may do it on every row, and with most fields.</summary>
    public Persona? WhoMay(ApiOperation? operation)
    {
        if (operation is null)
        {
            return null;
        }
        var (entity, verb) = NamesOf(operation);
        return People.Where(person => operation.Roles?.Contains(person.Role, StringComparer.Ordinal) == true)
            .OrderBy(person => document.Permissions.IsConditional(person.Role, entity, verb))
            .ThenByDescending(person => Fields(document.Permissions.Seen(person.Role, entity)) + Fields(document.Permissions.Settable(person.Role, entity, verb)))
            .FirstOrDefault();

        static long Fields(IReadOnlySet<string>? fields) => fields?.Count ?? int.MaxValue;
    }

    /// <summary>Whether a person may do an operation on some rows only.</summary>
    public bool IsConditional(Persona person, ApiOperation operation)
    {
        var (entity, verb) = NamesOf(operation);
        return document.Permissions.IsConditional(person.Role, entity, verb);
    }

    /// <summary>What lets a person do something with the rows of a resource.</summary>
    public IReadOnlyList<ApiGrant> GrantsOf(Persona person, ApiResource resource, string verb) => document.Permissions.Of(person.Role, resource.Name, verb);

    /// <summary>Whether a person sees a field of a resource on the rows it reads.</summary>
    public bool Sees(Persona person, ApiResource resource, string field) => document.Permissions.Seen(person.Role, resource.Name)?.Contains(field) != false;

    /// <summary>Whether a person may give a field in an operation.</summary>
    public bool MaySet(Persona person, ApiOperation operation, string field)
    {
        var (entity, verb) = NamesOf(operation);
        return document.Permissions.Settable(person.Role, entity, verb)?.Contains(field) != false;
    }

    /// <summary>The row of a resource that stands through all checks, or null where nobody may create one.</summary>
    public Exchange? RowOf(ApiResource resource) => rows.GetValueOrDefault(resource.Name);

    /// <summary>
    /// Whether no other row of a resource can be made: a unique set that no field of a request can change stands against it, as where a tenant has one row at most.
    /// </summary>
    public async Task<bool> IsFullAsync(ApiResource resource)
    {
        if (!full.TryGetValue(resource.Name, out var known))
        {
            var person = WhoMay(resource.Create)!;
            var answer = RowOf(resource) is null ? null : await TryCreateAsync(resource, person, FullBody(resource, person));
            full[resource.Name] = known = answer is { StatusCode: 409, ProblemCode: "unique" };
        }
        return known;
    }

    /// <summary>Finds or makes a row of every resource, those that others refer to first.</summary>
    public async Task StockAsync()
    {
        MemberEntity = await FindMembersAsync();
        foreach (var resource in document.Resources)
        {
            await StockAsync(resource, []);
        }
    }

    /// <summary>Makes a row with every field that there is.</summary>
    public async Task<Exchange> CreateAsync(ApiResource resource, Persona? person = null)
    {
        person ??= WhoMay(resource.Create)!;
        if (OwnerFor(person, resource.Create!) is { } owner)
        {
            return await CreateForAsync(resource, owner);
        }
        var answer = await TryCreateAsync(resource, person, FullBody(resource, person));
        return answer.StatusCode == 201 ? answer : throw new ConformanceException($"A row of {resource} could not be made by the {person}: {answer} {Text(answer)}");
    }

    /// <summary>
    /// Makes a row that is somebody's: whatever leads to a person leads to this one, in the row and in the rows that it refers to. Made by the person, or by whoever may.
    /// </summary>
    public async Task<Exchange> CreateForAsync(ApiResource resource, Persona owner) => await CreateForAsync(resource, owner, [], new(StringComparer.Ordinal));

    /// <summary>Makes anew what a row of the person's refers to, where the person may make rows of its own only.</summary>
    public async Task PrepareAsync(ApiResource resource, Persona person)
    {
        if (OwnerFor(person, resource.Create!) is { } owner)
        {
            await PrepareAsync(resource, owner, [], new(StringComparer.Ordinal));
        }
    }

    /// <summary>A row that is somebody's: the person's own, or one that is made.</summary>
    public async Task<string> RowForAsync(ApiResource resource, Persona owner) =>
        resource.Name == MemberEntity && owner.Member is { } member ? member : (await CreateForAsync(resource, owner)).Id;

    /// <summary>Has the rows that a row of somebody's refers to lead to another person.</summary>
    public async Task HandOverAsync(ApiResource resource, Persona owner, Persona other)
    {
        foreach (var (entity, id) in owned.GetValueOrDefault((owner, resource.Name)) ?? [])
        {
            var target = document.Resources.Single(candidate => candidate.Name == entity);
            if (WhoMay(target.Update) is { } changer)
            {
                var people = target.Update!.RequestSchema!.Properties
                    .Where(property => property.Schema.Reference == MemberEntity && MaySet(changer, target.Update, property.Name))
                    .Select(property => KeyValuePair.Create<string, JsonNode?>(property.Name, other.Member));
                await changer.Client.UpdateAsync(target, id, await VersionAsync(target, id), new JsonObject(people));
            }
        }
    }

    /// <summary>Makes a row of a body, with other values where rules and unique sets refuse those that it has. The body becomes the one that was sent last.</summary>
    /// <param name="resource">What to make a row of.</param>
    /// <param name="person">Who makes it.</param>
    /// <param name="body">The body to begin with.</param>
    /// <param name="kept">The fields whose values stay as they are, or become null.</param>
    /// <param name="tried">The field whose value is what is tried.</param>
    public Task<Exchange> TryCreateAsync(ApiResource resource, Persona person, JsonObject body, IReadOnlyList<string>? kept = null, string? tried = null) => fitter.FitAsync(
        body, resource.Create!.RequestSchema!, resource.Rules, field => field != tried && MaySet(person, resource.Create, field), kept ?? [], Serial,
        changed => person.Client.CreateAsync(resource, changed));

    /// <summary>Changes a row by a body, with other values where rules and unique sets refuse those that it has. The body becomes the one that was sent last.</summary>
    public Task<Exchange> TryChangeAsync(ApiResource resource, Persona person, string id, JsonObject body, string? tried = null) => fitter.FitAsync(
        body, resource.Update!.RequestSchema!, resource.Rules, field => field != tried && MaySet(person, resource.Update, field), [], Serial,
        async changed => await person.Client.UpdateAsync(resource, id, await VersionAsync(resource, id), changed));

    /// <summary>The version of a row as it is now, read by whoever may.</summary>
    public async Task<string> VersionAsync(ApiResource resource, string id) =>
        WhoMay(resource.Read) is { } reader ? (await reader.Client.GetAsync(resource.Read!, resource.Read!.At(id))).ETag : RowOf(resource)!.ETag;

    /// <summary>A body for a create with every field that there is a value for and that the person may give.</summary>
    public JsonObject FullBody(ApiResource resource, Persona? person = null) => Allowed(resource.Create!, person, bodies.Full);

    /// <summary>A body for a create with what must be given.</summary>
    public JsonObject LeastBody(ApiResource resource, Persona? person = null) => Allowed(resource.Create!, person, bodies.Least);

    /// <summary>A body that changes every field that there is a value for and that the person may change.</summary>
    public JsonObject ChangeBody(ApiResource resource, Persona? person = null) => Allowed(resource.Update!, person, bodies.Full);

    /// <summary>The input of one of the app's own operations.</summary>
    public JsonObject InputOf(ApiOperation operation) => bodies.Full(operation.RequestSchema!, IdOf);

    /// <summary>The id of the row to refer to, by the entity's name.</summary>
    public string? IdOf(string entity) => rows.TryGetValue(entity, out var row) ? row.Id : null;

    /// <summary>The ids of rows to refer to: the stock's, and another one, made when it is first asked for.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync(string entity)
    {
        if (entity == MemberEntity)
        {
            return [.. People.Select(person => person.Member).Append(IdOf(entity)).OfType<string>().Distinct(StringComparer.Ordinal)];
        }
        if (IdOf(entity) is not { } first)
        {
            return [];
        }
        if (!spares.TryGetValue(entity, out var spare))
        {
            spares[entity] = first;
            var resource = document.Resources.Single(other => other.Name == entity);
            spares[entity] = spare = WhoMay(resource.Create) is null || await IsFullAsync(resource) ? first : (await CreateAsync(resource)).Id;
        }
        return spare == first ? [first] : [first, spare];
    }

    /// <param name="resource">What to make a row of.</param>
    /// <param name="owner">Whose it is to be.</param>
    /// <param name="underWay">The entities that a row is being made of.</param>
    /// <param name="others">The rows made on the way, one an entity: what refers to the same entity refers to the same row.</param>
    private async Task<Exchange> CreateForAsync(ApiResource resource, Persona owner, HashSet<string> underWay, Dictionary<string, string> others)
    {
        await PrepareAsync(resource, owner, underWay, others);
        var maker = resource.Create!.Roles!.Contains(owner.Role, StringComparer.Ordinal) ? owner : WhoMay(resource.Create)!;
        var body = Allowed(resource.Create, maker, (schema, _) => bodies.Full(schema, target => FindFor(owner, resource.Name, target)));
        var kept = resource.References.Where(reference => reference.Target == MemberEntity || others.ContainsKey(reference.Target)).Select(reference => reference.Field);
        var answer = await TryCreateAsync(resource, maker, body, [.. kept]);
        return answer.StatusCode == 201 ? answer : throw new ConformanceException($"The {maker} could not make a row of {resource} for the {owner}: {answer} {Text(answer)}");
    }

    /// <summary>Whose a row is to be that a person makes or changes: the person's who may make only such rows, or whose who alone reads it; anybody's else.</summary>
    private Persona? OwnerFor(Persona person, ApiOperation operation)
    {
        var resource = document.Resources.First(candidate => candidate.Operations.Contains(operation));
        return IsConditional(person, operation) ? person
            : WhoMay(resource.Read) is { } reader && IsConditional(reader, resource.Read!) ? reader
            : null;
    }

    /// <summary>The id of the row to refer to from a row that is to be somebody's.</summary>
    private string? FindFor(Persona owner, string entity, string target) => target == MemberEntity
        ? owner.Member ?? IdOf(target)
        : owned.GetValueOrDefault((owner, entity))?.GetValueOrDefault(target) ?? IdOf(target);

    private async Task PrepareAsync(ApiResource resource, Persona owner, HashSet<string> underWay, Dictionary<string, string> others)
    {
        underWay.Add(resource.Name);
        foreach (var target in resource.References.Select(reference => reference.Target).Distinct(StringComparer.Ordinal)
                     .Where(target => !underWay.Contains(target) && !others.ContainsKey(target)))
        {
            if (document.Resources.FirstOrDefault(other => other.Name == target) is { Create: not null } other && LeadsToPeople(other, underWay))
            {
                others[target] = (await CreateForAsync(other, owner, underWay, others)).Id;
            }
        }
        underWay.Remove(resource.Name);
        owned[(owner, resource.Name)] = others;
    }

    /// <summary>Whether a row of a resource refers to people, by itself or by way of others, whoever says to whom.</summary>
    private bool LeadsToPeople(ApiResource resource, HashSet<string> underWay) => resource.Name != MemberEntity
        && (resource.Row?.Properties.Any(property => property.Schema.Reference == MemberEntity) == true
            || resource.References.Any(reference => !underWay.Contains(reference.Target) && reference.Target != resource.Name
                && document.Resources.FirstOrDefault(other => other.Name == reference.Target) is { } other && LeadsToPeople(other, [.. underWay, resource.Name])));

    private (string Entity, string Verb) NamesOf(ApiOperation operation)
    {
        var resource = document.Resources.FirstOrDefault(candidate => candidate.Operations.Contains(operation));
        return resource is null ? ("", "") : (resource.Name, resource.VerbOf(operation));
    }

    private JsonObject Allowed(ApiOperation operation, Persona? person, Func<ApiSchema, Func<string, string?>, JsonObject> make)
    {
        person ??= WhoMay(operation)!;
        var owner = OwnerFor(person, operation);
        var body = make(operation.RequestSchema!, owner is not null ? entity => FindFor(owner, NamesOf(operation).Entity, entity) : IdOf);
        if (owner is not null)
        {
            AddOwner(body, operation, owner);
        }
        foreach (var field in body.Select(member => member.Key).Where(field => !MaySet(person, operation, field)).ToList())
        {
            body.Remove(field);
        }
        return body;
    }

    /// <summary>What makes a row somebody's stands in every body, though the field need not be given.</summary>
    private void AddOwner(JsonObject body, ApiOperation operation, Persona owner)
    {
        var entity = NamesOf(operation).Entity;
        foreach (var (field, schema) in operation.RequestSchema!.Properties.Where(property => property.Schema.Reference is not null && !body.ContainsKey(property.Name)))
        {
            var id = schema.Reference == MemberEntity ? owner.Member : owned.GetValueOrDefault((owner, entity))?.GetValueOrDefault(schema.Reference!);
            if (id is not null)
            {
                body[field] = id;
            }
        }
    }

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
        foreach (var target in resource.References.Where(reference => reference.Required)
                     .Select(reference => document.Resources.FirstOrDefault(other => other.Name == reference.Target)).OfType<ApiResource>())
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

    /// <summary>The entity that has a row of the id by which a person goes.</summary>
    private async Task<string?> FindMembersAsync()
    {
        if (People.Select(person => person.Member).FirstOrDefault(member => member is not null) is not { } id)
        {
            return null;
        }
        foreach (var resource in document.Resources)
        {
            if (WhoMay(resource.Read) is { } reader && (await reader.Client.GetAsync(resource.Read!, resource.Read!.At(id))).StatusCode == 200)
            {
                return resource.Name;
            }
        }
        return null;
    }

    private static string Text(Exchange answer) => Encoding.UTF8.GetString(answer.Body.Span);
}
