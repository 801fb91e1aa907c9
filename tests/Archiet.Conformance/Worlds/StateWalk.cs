using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Archiet.Conformance.Http;
using Archiet.Conformance.OpenApi;

namespace Archiet.Conformance.Worlds;

/// <summary>Brings rows into states. A guard that is in the way is met by other values for the fields that it speaks of.</summary>
internal sealed partial class StateWalk(TenantWorld tenant, ApiResource resource)
{
    private readonly ApiLifecycle lifecycle = resource.Lifecycle!;

    /// <summary>The operation behind a transition; null where nobody may take it.</summary>
    public ApiOperation? OperationOf(ApiTransition transition) => resource.Transitions.SingleOrDefault(operation => operation.Transition == transition.Name);

    /// <summary>A new row in a state, for a person who is to do something with it; null where no way leads there.</summary>
    public async Task<string?> RowInAsync(string state, ApiTransition? next = null)
    {
        if (lifecycle.WayTo(state) is not { } way)
        {
            return null;
        }
        var row = await MakeAsync(next is null ? way : [.. way, next]);
        return await WalkAsync(way, row) ? row : null;
    }

    private async Task<bool> WalkAsync(IReadOnlyList<ApiTransition> way, string row)
    {
        foreach (var step in way)
        {
            if (await TakeAsync(step, row) is not { StatusCode: 200 })
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Takes a transition as a row is.</summary>
    public async Task<Exchange> TryAsync(ApiTransition transition, string row)
    {
        var operation = OperationOf(transition)!;
        var person = tenant.WhoMay(operation)!;
        return await person.Client.SendAsync(operation, operation.At(row), null, new Header("If-Match", await tenant.VersionAsync(resource, row)));
    }

    /// <summary>Takes a transition, with other values in the row while its guard refuses; null where nobody may take it.</summary>
    public async Task<Exchange?> TakeAsync(ApiTransition transition, string row) =>
        OperationOf(transition) is null ? null : await TryUntilAsync(transition, row, answer => !IsGuard(answer) && answer.StatusCode != 422);

    /// <summary>Makes rows until one is answered by a transition as is sought: where a guard speaks of what is given once only.</summary>
    public async Task<(string Row, Exchange Answer)?> MakeUntilAsync(ApiTransition transition, string from, Func<Exchange, bool> isSought)
    {
        if (transition.When is null || lifecycle.WayTo(from) is not { } way)
        {
            return null;
        }
        var person = tenant.WhoMay(resource.Create)!;
        var fields = FieldsFor(transition, resource.Create!, person);
        await foreach (var values in tenant.Fitter.VariantsAsync([], resource.Create!.RequestSchema!, fields, tenant.Serial))
        {
            var body = tenant.FullBody(resource, person);
            foreach (var (field, value) in values)
            {
                body[field] = value?.DeepClone();
            }
            var made = await tenant.TryCreateAsync(resource, person, body, fields);
            if (made.StatusCode == 201 && await WalkAsync(way, made.Id) && await TryAsync(transition, made.Id) is var answer && isSought(answer))
            {
                return (made.Id, answer);
            }
        }
        return null;
    }

    /// <summary>Whether a guard refused.</summary>
    public static bool IsGuard(Exchange answer) => answer is { StatusCode: 409, ProblemCode: "guard" };

    /// <summary>Looks for values of a row with which the guard of a transition refuses; null when it never does.</summary>
    public async Task<Exchange?> RefusedAsync(ApiTransition transition)
    {
        if (await RowInAsync(transition.From[0], transition) is not { } row)
        {
            return null;
        }
        await foreach (var change in ChangesAsync(transition))
        {
            if (!await ChangeAsync(row, change))
            {
                continue;
            }
            var answer = await TryAsync(transition, row);
            if (IsGuard(answer))
            {
                return answer;
            }
            if (answer.StatusCode == 200 && await RowInAsync(transition.From[0], transition) is { } next)
            {
                row = next;
            }
        }
        var last = await TryAsync(transition, row);
        return IsGuard(last) ? last : (await MakeUntilAsync(transition, transition.From[0], IsGuard))?.Answer;
    }

    private async Task<Exchange> TryUntilAsync(ApiTransition transition, string row, Func<Exchange, bool> isSought)
    {
        var answer = await TryAsync(transition, row);
        if (isSought(answer))
        {
            return answer;
        }
        await foreach (var change in ChangesAsync(transition, answer))
        {
            if (await ChangeAsync(row, change))
            {
                answer = await TryAsync(transition, row);
                if (isSought(answer))
                {
                    break;
                }
            }
        }
        return answer;
    }

    /// <summary>Other values for the fields that a guard or the rule of a refusal speaks of, and for those that share a rule with them.</summary>
    private IAsyncEnumerable<JsonObject> ChangesAsync(ApiTransition transition, Exchange? refusal = null)
    {
        if (resource.Update is null)
        {
            return AsyncEnumerable.Empty<JsonObject>();
        }
        var person = tenant.WhoMay(resource.Update)!;
        var fields = FieldsFor(transition, resource.Update, person, refusal);
        var body = tenant.ChangeBody(resource, person);
        var change = new JsonObject(body.Where(member => fields.Contains(member.Key, StringComparer.Ordinal)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        return tenant.Fitter.VariantsAsync(change, resource.Update.RequestSchema!, fields, tenant.Serial);
    }

    private List<string> FieldsFor(ApiTransition transition, ApiOperation operation, Persona person, Exchange? refusal = null)
    {
        var broken = refusal is null ? [] : Fitter.ErrorsOf(refusal) ?? [];
        var spoken = FieldsIn(transition.When ?? "").Concat(resource.Rules.Where(rule => broken.Exists(error => error.Message == rule.Message)).SelectMany(rule => rule.Fields)).ToList();
        return [.. resource.Rules.Where(rule => rule.Code == "rule" && rule.Fields.Intersect(spoken, StringComparer.Ordinal).Any()).SelectMany(rule => rule.Fields).Concat(spoken)
            .Distinct(StringComparer.Ordinal).Where(field => tenant.MaySet(person, operation, field))];
    }

    private async Task<bool> ChangeAsync(string row, JsonObject change) =>
        (await tenant.WhoMay(resource.Update)!.Client.UpdateAsync(resource, row, await tenant.VersionAsync(resource, row), change)).StatusCode == 200;

    /// <summary>The fields of the row that a condition speaks of.</summary>
    public static IEnumerable<string> FieldsIn(string condition) =>
        FieldOfRow().Matches(condition).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal);

    /// <summary>A row that those who take the steps may take them with.</summary>
    private async Task<string> MakeAsync(IReadOnlyList<ApiTransition> steps)
    {
        var owner = steps.Select(OperationOf).OfType<ApiOperation>()
            .Select(operation => (operation, person: tenant.WhoMay(operation)!))
            .Where(step => tenant.IsConditional(step.person, step.operation)).Select(step => step.person).FirstOrDefault();
        return (owner is null ? await tenant.CreateAsync(resource) : await tenant.CreateForAsync(resource, owner)).Id;
    }

    [GeneratedRegex(@"\bthis\.([A-Za-z0-9]+)")]
    private static partial Regex FieldOfRow();
}
