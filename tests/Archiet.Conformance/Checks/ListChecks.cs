using System.Globalization;
using System.Text.Json;
using Archiet.Conformance.Http;
using Archiet.Conformance.OpenApi;
using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>What a list can be asked for: its orders, page by page, and its filters.</summary>
public sealed class ListChecks : CheckGroup
{
    /// <inheritdoc/>
    public override string Name => "lists";

    /// <inheritdoc/>
    public override async Task RunAsync(World world, CheckReport report)
    {
        foreach (var resource in world.Resources.Where(resource => resource.List is not null && world.Here.WhoMay(resource.List) is not null))
        {
            var person = world.Here.WhoMay(resource.List)!;
            foreach (var (name, schema) in resource.List!.QueryParameters)
            {
                if (name == "sort")
                {
                    foreach (var order in schema.Keyword("enum")!.Value.EnumerateArray().Select(order => order.GetString()!).Where(order => world.Here.Sees(person, resource, order.TrimStart('-'))))
                    {
                        await report.CheckAsync(Name, $"{resource}: sorted by {order}, page by page", check => SortedAsync(check, resource, person, order));
                    }
                }
                else if (name is not ("limit" or "after") && !name.Contains('.', StringComparison.Ordinal) && world.Here.Sees(person, resource, name))
                {
                    await report.CheckAsync(Name, $"{resource}: filtered by {name}", check => FilteredAsync(check, resource, person, name));
                }
            }
        }
    }

    private static async Task SortedAsync(Check check, ApiResource resource, Persona person, string order)
    {
        var field = order.TrimStart('-');
        var rows = new List<JsonElement>();
        string? after = null;
        do
        {
            var page = await person.Client.GetAsync(resource.List!, $"{resource.Path}?limit=3&sort={order}{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}");
            if (!check.Status(page, 200))
            {
                return;
            }
            rows.AddRange(page.Json.GetProperty("items").EnumerateArray());
            after = page.Json.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (after is not null && rows.Count < 300);
        var ids = rows.Select(row => row.GetProperty("id").GetString()).ToList();
        check.That(ids.Distinct(StringComparer.Ordinal).Count() == ids.Count, "A row is on two pages.");
        if (!IsText(resource.Row!.Property(field)!))
        {
            var values = rows.Select(row => KeyOf(row.GetProperty(field))).ToList();
            var sorted = order.StartsWith('-') ? values.OrderDescending(Comparer) : values.Order(Comparer);
            check.That(values.SequenceEqual(sorted), $"The values are out of order: {string.Join(", ", values)}");
        }
    }

    private static Comparer<(decimal Number, string Text)> Comparer { get; } = Comparer<(decimal Number, string Text)>.Create((left, right) =>
        left.Number != right.Number ? left.Number.CompareTo(right.Number) : string.CompareOrdinal(left.Text, right.Text));

    private static (decimal Number, string Text) KeyOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => (value.GetDecimal(), ""),
        JsonValueKind.String when decimal.TryParse(value.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => (number, ""),
        _ => (0, value.ToString()),
    };

    /// <summary>Free text and enums are ordered as the database orders text, durations by their length: not a matter of their letters.</summary>
    private static bool IsText(ApiSchema schema) =>
        schema.WithoutNull.Types.Contains("string", StringComparer.Ordinal) && schema.WithoutNull.Keyword("format")?.GetString() is not ("date" or "date-time" or "time");

    private static async Task FilteredAsync(Check check, ApiResource resource, Persona person, string field)
    {
        var all = await person.Client.GetAsync(resource.List!, $"{resource.Path}?limit=200");
        var sample = all.Json.GetProperty("items").EnumerateArray().FirstOrDefault(row => row.TryGetProperty(field, out var own) && own.ValueKind != JsonValueKind.Null);
        if (sample.ValueKind == JsonValueKind.Undefined)
        {
            return;
        }
        var value = sample.GetProperty(field);
        var text = Uri.EscapeDataString(value.ToString().Replace("True", "true", StringComparison.Ordinal).Replace("False", "false", StringComparison.Ordinal));
        foreach (var query in Queries(resource, field, text))
        {
            var page = await person.Client.GetAsync(resource.List!, $"{resource.Path}?limit=200&{query}");
            if (check.Status(page, 200))
            {
                var items = page.Json.GetProperty("items").EnumerateArray().ToList();
                check.That(items.Exists(item => item.GetProperty("id").GetString() == sample.GetProperty("id").GetString()), $"{page} has not the row that it was asked for.");
                check.That(items.TrueForAll(item => JsonElement.DeepEquals(item.GetProperty(field), value)), $"{page} has rows with another {field}.");
            }
        }
    }

    private static IEnumerable<string> Queries(ApiResource resource, string field, string value) =>
        resource.List!.QueryParameters.Any(parameter => parameter.Name == $"{field}.min") ? [$"{field}={value}", $"{field}.min={value}&{field}.max={value}"] : [$"{field}={value}"];
}
