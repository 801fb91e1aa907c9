using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>What a list can be asked for: pages, the orders it has, and filters by its fields.</summary>
internal static class OpenApiLists
{
    private const int MostValues = 100;

    /// <summary>The summary of the operation.</summary>
    public static string Summary(ResourceModel resource) =>
        "Lists the " + Naming.Words(resource.Tag) + (resource.Order.Length == 0 ? ", newest first." : ", by " + resource.Order + " unless asked otherwise.");

    /// <summary>The parameters as a JSON array.</summary>
    public static string Parameters(ResourceModel resource)
    {
        var parameters = new List<string> { "{@parameters/limit}", "{@parameters/after}" };
        var sorts = resource.Properties.Where(property => property.CanSort).SelectMany(property => new[] { property.Name, "-" + property.Name }).ToList();
        if (sorts.Count > 0)
        {
            parameters.Add(Begin("sort", "The order, descending with a minus. A field that the caller's roles do not show on every row is refused.")
                .Open("schema").Text("type", "string").Array("enum", sorts).Close().Close().ToString());
        }
        foreach (var property in resource.Properties.Where(property => property.CanFilter))
        {
            parameters.Add(Equal(property));
            if (IsOrdered(property.Kind))
            {
                parameters.Add(End(property, ".min", "The least value, itself included."));
                parameters.Add(End(property, ".max", "The greatest value, itself included."));
            }
        }
        return "[" + string.Join(",", parameters) + "]";
    }

    private static string Equal(PropertyModel property)
    {
        var json = Begin(property.Name, "Rows with this value; given several times, with any of them.")
            .Open("schema").Text("type", "array").Member("maxItems", CSharpText.Number(MostValues)).Open("items");
        Schema(json, property);
        return json.Close().Close().Close().ToString();
    }

    private static string End(PropertyModel property, string suffix, string description)
    {
        var json = Begin(property.Name + suffix, description).Open("schema");
        Schema(json, property);
        return json.Close().Close().ToString();
    }

    private static JsonWriter Begin(string name, string description) =>
        new JsonWriter().OpenInline().Text("name", name).Text("in", "query").Text("description", description);

    /// <summary>A value of the field, whatever else the field asks of those that it holds.</summary>
    private static void Schema(JsonWriter json, PropertyModel property) => PropertySchema.Write(json, new PropertyModel(
        property.Name, property.Kind, property.Schema, property.Target, Required: true, IsServerSet: false, Default: null, FieldConstraints.None,
        property.Precision, property.Scale, Example: null, Description: ""));

    private static bool IsOrdered(FieldKind kind) => kind is FieldKind.Int or FieldKind.Long or FieldKind.Decimal
        or FieldKind.Date or FieldKind.Time or FieldKind.Timestamp or FieldKind.Duration;
}
