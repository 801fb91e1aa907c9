using System.Text.Json;
using Archiet.Conformance.OpenApi;
using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>Lifecycles: every transition from every state that it leaves, refused from every other, and refused where its guard is not met.</summary>
public sealed class LifecycleChecks : CheckGroup
{
    /// <inheritdoc/>
    public override string Name => "lifecycles";

    /// <inheritdoc/>
    public override async Task RunAsync(World world, CheckReport report)
    {
        foreach (var resource in world.Resources.Where(resource => resource is { Lifecycle: not null, Create: not null, Read: not null }))
        {
            var walk = new StateWalk(world.Here, resource);
            var lifecycle = resource.Lifecycle!;
            if (await world.Here.IsFullAsync(resource))
            {
                await report.CheckAsync(Name, $"{resource}: the one row goes from state to state, and nowhere else", check =>
                    OneRowAsync(check, walk, lifecycle, world.Here.RowOf(resource)!.Id));
                continue;
            }
            foreach (var transition in lifecycle.Transitions.Where(transition => walk.OperationOf(transition) is not null))
            {
                await report.CheckAsync(Name, $"{resource}: {transition.Name} leads from {string.Join(" and ", transition.From)} to {transition.To}", check =>
                    TakenAsync(check, world.Here, resource, walk, transition));
                if (transition.When is not null)
                {
                    await report.CheckAsync(Name, $"{resource}: {transition.Name} is refused where it does not hold that {transition.When}", check =>
                        GuardedAsync(check, walk, transition));
                }
            }
            await report.CheckAsync(Name, $"{resource}: from no state leads a transition that the lifecycle does not have", check => IllegalAsync(check, walk, lifecycle));
        }
    }

    /// <summary>Where there is one row only, it takes each way once that it gets to, and is refused every other on the way.</summary>
    private static async Task OneRowAsync(Check check, StateWalk walk, ApiLifecycle lifecycle, string row)
    {
        var state = lifecycle.Initial;
        var taken = new HashSet<ApiTransition>();
        while (true)
        {
            foreach (var illegal in lifecycle.Transitions.Where(transition => walk.OperationOf(transition) is not null && !transition.From.Contains(state, StringComparer.Ordinal)))
            {
                check.Problem(await walk.TryAsync(illegal, row), 409, "transition");
            }
            var next = lifecycle.Transitions.FirstOrDefault(transition =>
                walk.OperationOf(transition) is not null && transition.From.Contains(state, StringComparer.Ordinal) && taken.Add(transition));
            if (next is null || !check.Status((await walk.TakeAsync(next, row))!, 200))
            {
                return;
            }
            state = next.To;
        }
    }

    private static async Task TakenAsync(Check check, TenantWorld tenant, ApiResource resource, StateWalk walk, ApiTransition transition)
    {
        foreach (var state in transition.From)
        {
            if (await walk.RowInAsync(state, transition) is not { } row)
            {
                check.That(false, $"No row got to the state {state}.");
                continue;
            }
            var operation = walk.OperationOf(transition)!;
            var person = tenant.WhoMay(operation)!;
            check.Status(await person.Client.SendAsync(operation, operation.At(row), null), 428);
            check.Status(await person.Client.SendAsync(operation, operation.At(row), null, new Http.Header("If-Match", "\"1\"")), 412);
            var taken = await walk.TakeAsync(transition, row);
            if (taken is not null && StateWalk.IsGuard(taken) && await walk.MakeUntilAsync(transition, state, answer => answer.StatusCode == 200) is { } other)
            {
                (row, taken) = other;
            }
            if (!check.Status(taken!, 200))
            {
                continue;
            }
            var reader = tenant.WhoMay(resource.Read)!;
            var now = (await reader.Client.GetAsync(resource.Read!, resource.Read!.At(row))).Json;
            if (now.TryGetProperty(resource.Lifecycle!.Field, out var reached))
            {
                check.That(reached.GetString() == transition.To, $"The row is {reached.GetString()}, {transition.To} is due.");
            }
            foreach (var set in transition.Sets.Where(set => now.TryGetProperty(set, out _)))
            {
                check.That(now.GetProperty(set).ValueKind != JsonValueKind.Null, $"'{set}' is not set.");
            }
        }
    }

    private static async Task GuardedAsync(Check check, StateWalk walk, ApiTransition transition) =>
        check.That(await walk.RefusedAsync(transition) is not null, "No row was found with which the guard refuses.");

    private static async Task IllegalAsync(Check check, StateWalk walk, ApiLifecycle lifecycle)
    {
        foreach (var state in lifecycle.States)
        {
            foreach (var transition in lifecycle.Transitions.Where(transition => walk.OperationOf(transition) is not null && !transition.From.Contains(state, StringComparer.Ordinal)))
            {
                if (await walk.RowInAsync(state, transition) is { } row)
                {
                    check.Problem(await walk.TryAsync(transition, row), 409, "transition");
                }
            }
        }
    }
}
