using System.Text.Json;
using System.Text.Json.Nodes;
using Archiet.Conformance.Bodies;
using Archiet.Conformance.Http;
using Archiet.Conformance.OpenApi;

namespace Archiet.Conformance.Worlds;

/// <summary>
/// Finds bodies that obey the rules of an entity, or break one of them, by asking the app: values for the fields of the rule are tried until its answer is the one that is sought.
/// </summary>
/// <param name="references">The ids of rows to refer to, by the name of the entity: the stock's own first.</param>
/// <param name="forget">Has another row made the next time that rows of an entity are asked for.</param>
internal sealed class Fitter(Func<string, Task<IReadOnlyList<string>>> references, Func<string, bool> forget)
{
    private const int MostTries = 600;
    private const int MostRounds = 8;

    /// <summary>Sends a body, and others in its place while a rule or a unique set refuses it.</summary>
    /// <param name="body">The body to begin with; becomes the one that was taken.</param>
    /// <param name="schema">What the body must be.</param>
    /// <param name="rules">The rules of the entity.</param>
    /// <param name="maySet">The fields that the sender may give.</param>
    /// <param name="kept">The fields whose values stay as they are, or become null.</param>
    /// <param name="serial">The number of the body.</param>
    /// <param name="send">Sends a body.</param>
    /// <returns>The last answer: a success, or the refusal that no values were found against.</returns>
    public async Task<Exchange> FitAsync(
        JsonObject body, ApiSchema schema, IReadOnlyList<ApiRule> rules, Func<string, bool> maySet, IReadOnlyList<string> kept, int serial,
        Func<JsonObject, Task<Exchange>> send)
    {
        var answer = await send(body);
        var overcome = new HashSet<string>(StringComparer.Ordinal);
        var isRenewed = false;
        for (var round = 0; round < MostRounds && ErrorsOf(answer) is { Count: > 0 } errors; round++)
        {
            var fields = FieldsOf(errors, rules).Where(maySet).ToList();
            var found = false;
            overcome.Add(errors[0].Message);
            await foreach (var changed in VariantsAsync(body, schema, fields, serial, kept))
            {
                answer = await send(changed);
                if (ErrorsOf(answer) is not { Count: > 0 } left || !left.Exists(error => overcome.Contains(error.Message)))
                {
                    Take(body, changed);
                    found = true;
                    break;
                }
            }
            if (found)
            {
                continue;
            }
            if (isRenewed || answer.ProblemCode != "unique")
            {
                return answer;
            }

            // What is unique by what it refers to has been made for every row that there is: it needs others.
            isRenewed = true;
            foreach (var target in schema.Properties.Where(property => fields.Contains(property.Name, StringComparer.Ordinal)).Select(property => property.Schema.Reference).OfType<string>())
            {
                forget(target);
            }
        }
        return answer;
    }

    /// <summary>
    /// Sends bodies with other values for the fields of a rule until the app says that the rule is broken; null when it never does. Where another rule about the same fields
    /// always speaks first, the fields of that one get other values too.
    /// </summary>
    public async Task<Exchange?> BreakAsync(
        JsonObject body, ApiSchema schema, ApiRule rule, IReadOnlyList<ApiRule> rules, Func<string, bool> maySet, int serial, Func<JsonObject, Task<Exchange>> send)
    {
        var around = rules.Where(other => other.Fields.Intersect(rule.Fields, StringComparer.Ordinal).Any()).SelectMany(other => other.Fields).Distinct(StringComparer.Ordinal);
        foreach (var fields in new[] { rule.Fields, [.. around] })
        {
            await foreach (var changed in VariantsAsync(body, schema, fields.Where(maySet), serial))
            {
                var answer = await send(changed);
                if (ErrorsOf(answer) is { } errors && errors.Exists(error => error.Code == rule.Code && error.Message == rule.Message))
                {
                    return answer;
                }
            }
        }
        return null;
    }

    /// <summary>The findings of a problem, or null for any other answer.</summary>
    public static List<(string Pointer, string Code, string Message)>? ErrorsOf(Exchange answer) =>
        answer.StatusCode is 409 or 422 && answer.Json.TryGetProperty("errors", out var errors)
            ? [.. errors.EnumerateArray().Select(error => (Member(error, "pointer"), Member(error, "code"), Member(error, "message")))]
            : null;

    /// <summary>Every combination of values for some fields, in the body.</summary>
    public async IAsyncEnumerable<JsonObject> VariantsAsync(
        JsonObject body, ApiSchema schema, IEnumerable<string> fields, int serial, IReadOnlyList<string>? kept = null)
    {
        var choices = new List<(string Field, List<JsonNode?> Values)>();
        foreach (var (name, property) in schema.Properties.Where(property => fields.Contains(property.Name, StringComparer.Ordinal)))
        {
            var stays = kept?.Contains(name, StringComparer.Ordinal) == true;
            choices.Add((name, !stays ? await ValuesAsync(body, name, property, serial)
                : Choices.IsNullable(property) ? [body[name]?.DeepClone(), null] : [body[name]?.DeepClone()]));
        }
        var count = choices.Aggregate(1L, (product, choice) => product * Math.Max(1, choice.Values.Count));
        for (var number = 0L; choices.Count > 0 && number < Math.Min(count, MostTries); number++)
        {
            var changed = (JsonObject)body.DeepClone();
            var rest = number;
            foreach (var (field, values) in choices.Where(choice => choice.Values.Count > 0).Reverse())
            {
                changed[field] = values[(int)(rest % values.Count)]?.DeepClone();
                rest /= values.Count;
            }
            yield return changed;
        }
    }

    private async Task<List<JsonNode?>> ValuesAsync(JsonObject body, string name, ApiSchema schema, int serial)
    {
        if (schema.Reference is { } target)
        {
            var ids = (await references(target)).Select(id => (JsonNode?)JsonValue.Create(id));
            return [.. Choices.IsNullable(schema) ? ids.Append(null) : ids];
        }
        if (schema.OwnedRow is { } row)
        {
            return [body[name]?.DeepClone(), new JsonArray(), .. await RowsAsync(body[name] as JsonArray, row, serial)];
        }
        return body.TryGetPropertyValue(name, out var own) ? [own?.DeepClone(), .. Choices.For(schema, serial)] : [.. Choices.For(schema, serial)];
    }

    /// <summary>The first owned row with each other value of each of its fields.</summary>
    private async Task<List<JsonNode?>> RowsAsync(JsonArray? rows, ApiSchema schema, int serial)
    {
        var lists = new List<JsonNode?>();
        if (rows is not [JsonObject first, ..])
        {
            return lists;
        }
        foreach (var field in schema.PropertyNames.Where(name => name != "id").ToList())
        {
            await foreach (var changed in VariantsAsync(first, schema, [field], serial))
            {
                lists.Add(new JsonArray(changed));
            }
        }
        return lists;
    }

    private static IEnumerable<string> FieldsOf(List<(string Pointer, string Code, string Message)> errors, IReadOnlyList<ApiRule> rules) =>
        rules.FirstOrDefault(rule => rule.Message == errors[0].Message)?.Fields
        ?? errors.Select(error => error.Pointer.Split('/', 3)).Where(parts => parts.Length > 1).Select(parts => parts[1]);

    private static string Member(JsonElement error, string name) => error.TryGetProperty(name, out var member) ? member.GetString() ?? "" : "";

    private static void Take(JsonObject body, JsonObject changed)
    {
        foreach (var (name, value) in changed.ToList())
        {
            body[name] = value?.DeepClone();
        }
    }
}
