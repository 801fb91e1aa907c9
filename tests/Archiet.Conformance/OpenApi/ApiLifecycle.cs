using System.Text.Json;

namespace Archiet.Conformance.OpenApi;

/// <summary>The states of an entity's rows.</summary>
/// <param name="Field">The field that holds the state.</param>
/// <param name="Initial">The state of a new row.</param>
/// <param name="Transitions">The ways from state to state.</param>
public sealed record ApiLifecycle(string Field, string Initial, IReadOnlyList<ApiTransition> Transitions)
{
    /// <summary>Every state that a transition leaves or leads to.</summary>
    public IEnumerable<string> States =>
        Transitions.SelectMany(transition => transition.From.Append(transition.To)).Prepend(Initial).Distinct(StringComparer.Ordinal);

    /// <summary>The shortest way from the initial state to another; null where none leads there.</summary>
    public IReadOnlyList<ApiTransition>? WayTo(string state)
    {
        var ways = new Dictionary<string, IReadOnlyList<ApiTransition>>(StringComparer.Ordinal) { [Initial] = [] };
        var waiting = new Queue<string>([Initial]);
        while (waiting.TryDequeue(out var at) && !ways.ContainsKey(state))
        {
            foreach (var next in Transitions.Where(transition => transition.From.Contains(at, StringComparer.Ordinal) && !ways.ContainsKey(transition.To)))
            {
                ways[next.To] = [.. ways[at], next];
                waiting.Enqueue(next.To);
            }
        }
        return ways.GetValueOrDefault(state);
    }

    internal static ApiLifecycle Of(JsonElement lifecycle) => new(
        lifecycle.GetProperty("field").GetString()!, lifecycle.GetProperty("initial").GetString()!,
        [.. lifecycle.GetProperty("transitions").EnumerateArray().Select(ApiTransition.Of)]);
}

/// <summary>A way from some states to another.</summary>
/// <param name="Name">Its name.</param>
/// <param name="From">The states that it leaves.</param>
/// <param name="To">The state that it leads to.</param>
/// <param name="When">What must be true of the row, as text; null for nothing.</param>
/// <param name="Sets">The fields that it sets.</param>
public sealed record ApiTransition(string Name, IReadOnlyList<string> From, string To, string? When, IReadOnlyList<string> Sets)
{
    internal static ApiTransition Of(JsonElement transition) => new(
        transition.GetProperty("name").GetString()!,
        [.. transition.GetProperty("from").EnumerateArray().Select(state => state.GetString()!)],
        transition.GetProperty("to").GetString()!,
        transition.TryGetProperty("when", out var when) ? when.GetString() : null,
        transition.TryGetProperty("sets", out var sets) ? [.. sets.EnumerateObject().Select(set => set.Name)] : []);
}
