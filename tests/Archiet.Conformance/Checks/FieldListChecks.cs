using System.Text.Json.Nodes;
using Archiet.Conformance.OpenApi;
using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>Field lists: what a role does not see is in no answer, is no order and no filter; what it may not give is refused.</summary>
public sealed class FieldListChecks : CheckGroup
{
    /// <inheritdoc/>
    public override string Name => "field lists";

    /// <inheritdoc/>
    public override async Task RunAsync(World world, CheckReport report)
    {
        foreach (var resource in world.Resources)
        {
            foreach (var person in world.Here.People)
            {
                if (resource.Read is not null && world.Here.GrantsOf(person, resource, "read") is [_, ..] && HiddenFrom(world.Here, person, resource) is [_, ..] hidden)
                {
                    await report.CheckAsync(Name, $"{resource}: the {person} does not see {string.Join(", ", hidden)}", check =>
                        HiddenAsync(check, world.Here, resource, person, hidden));
                }
                foreach (var operation in new[] { resource.Create, resource.Update }.OfType<ApiOperation>())
                {
                    if (world.Here.GrantsOf(person, resource, resource.VerbOf(operation)) is [_, ..] && UnsettableBy(world.Here, person, operation) is [_, ..] fields)
                    {
                        await report.CheckAsync(Name, $"{operation}: the {person} may not give {string.Join(", ", fields)}", check =>
                            RefusedAsync(check, world.Here, resource, operation, person, fields));
                    }
                }
            }
        }
    }

    private static List<string> HiddenFrom(TenantWorld tenant, Persona person, ApiResource resource) =>
        [.. resource.Row!.PropertyNames.Where(name => name is not ("id" or "version") && !tenant.Sees(person, resource, name))];

    private static List<string> UnsettableBy(TenantWorld tenant, Persona person, ApiOperation operation) =>
        [.. operation.RequestSchema!.PropertyNames.Where(name => !tenant.MaySet(person, operation, name))];

    private static async Task HiddenAsync(Check check, TenantWorld tenant, ApiResource resource, Persona person, List<string> hidden)
    {
        var row = tenant.IsConditional(person, resource.Read!) && resource.Create is not null ? await tenant.RowForAsync(resource, person) : tenant.RowOf(resource)?.Id;
        if (row is null)
        {
            return;
        }
        var read = await person.Client.GetAsync(resource.Read!, resource.Read!.At(row));
        if (check.Status(read, 200))
        {
            foreach (var name in hidden.Where(name => read.Json.TryGetProperty(name, out _)))
            {
                check.That(false, $"'{name}' is in the answer.");
            }
        }
        if (resource.List is null || tenant.GrantsOf(person, resource, "list").Count == 0)
        {
            return;
        }
        var page = await person.Client.GetAsync(resource.List, resource.Path);
        var items = page.Json.GetProperty("items").EnumerateArray().ToList();
        foreach (var name in hidden)
        {
            check.That(!items.Exists(item => item.TryGetProperty(name, out _)), $"'{name}' is in the list.");
            foreach (var (parameter, schema) in resource.List.QueryParameters)
            {
                var asked = parameter == "sort" && schema.Keyword("enum") is { } orders && orders.EnumerateArray().Any(order => order.GetString() == name) ? $"sort={name}"
                    : parameter == name ? $"{name}=1" : null;
                if (asked is not null)
                {
                    var refused = await person.Client.GetAsync(resource.List, $"{resource.Path}?{asked}");
                    check.That(refused.StatusCode is 403 or 422, $"{refused}, a refusal is due");
                }
            }
        }
    }

    private static async Task RefusedAsync(Check check, TenantWorld tenant, ApiResource resource, ApiOperation operation, Persona person, List<string> fields)
    {
        var row = operation == resource.Update ? await RowForAsync(tenant, resource, person) : null;
        foreach (var field in fields)
        {
            var body = operation == resource.Create ? tenant.LeastBody(resource, person) : [];
            body[field] = tenant.IdOf(operation.RequestSchema!.Property(field)!.Reference ?? "") is { } id ? JsonValue.Create(id) : null;
            var answer = operation == resource.Create
                ? await person.Client.CreateAsync(resource, body)
                : await person.Client.UpdateAsync(resource, row!, await tenant.VersionAsync(resource, row!), body);
            if (check.Status(answer, 422))
            {
                check.That(Fitter.ErrorsOf(answer)!.Exists(error => error.Pointer == $"/{field}" || error.Pointer.StartsWith($"/{field}/", StringComparison.Ordinal)), $"{answer} does not point at '{field}'.");
            }
        }
    }

    private static async Task<string> RowForAsync(TenantWorld tenant, ApiResource resource, Persona person) =>
        tenant.IsConditional(person, resource.Update!) && resource.Create is not null
            ? await tenant.RowForAsync(resource, person)
            : tenant.RowOf(resource)?.Id ?? throw new ConformanceException($"There is no row of {resource}.");
}
