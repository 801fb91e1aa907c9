using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Archiet;

/// <summary>What a caller is told who asks for a transition that does not happen.</summary>
internal static class TransitionProblem
{
    /// <summary>The row is in a state that the transition does not lead from: which, which would do, and what can be done with the row as it is.</summary>
    public static Task WriteAsync(HttpContext http, EntityTable table, Transition transition, string state) => Problems.WriteAsync(
        http,
        StatusCodes.Status409Conflict,
        "transition",
        $"The row is in the state '{state}'; '{transition.Name}' leads from {string.Join(", ", transition.From)}.",
        more: json =>
        {
            json.WriteString("state"u8, state);
            WriteNames(json, "from", transition.From);
            WriteNames(json, "transitions", table.Lifecycle?.From(state) ?? []);
        });

    /// <summary>The same for a caller who does not see the state of every row: only which states would do.</summary>
    public static Task WriteAsync(HttpContext http, Transition transition) => Problems.WriteAsync(
        http,
        StatusCodes.Status409Conflict,
        "transition",
        $"'{transition.Name}' leads from {string.Join(", ", transition.From)}, and the row is in another state.",
        more: json => WriteNames(json, "from", transition.From));

    /// <summary>What an entity's own method threw.</summary>
    public static Task WriteAsync(HttpContext http, TransitionException error) =>
        error.State is { } state ? WriteAsync(http, error.Table, error.Transition, state) : WriteGuardAsync(http, error.Transition);

    /// <summary>The guard does not hold.</summary>
    public static Task WriteGuardAsync(HttpContext http, Transition transition) =>
        Problems.WriteAsync(http, StatusCodes.Status409Conflict, "guard", transition.Refusal);

    private static void WriteNames(Utf8JsonWriter json, string member, IEnumerable<string> names)
    {
        json.WriteStartArray(member);
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }
        json.WriteEndArray();
    }
}
