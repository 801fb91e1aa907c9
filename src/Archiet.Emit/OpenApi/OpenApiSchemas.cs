using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The schemas of entities, values and enums. Those of an entity or a value are written once for all their forms; the join takes them apart.</summary>
internal static class OpenApiSchemas
{
    /// <summary>The three forms of a value.</summary>
    public static void Value(JsonWriter json, ValueModel value)
    {
        json.OpenWord("value/" + value.Name + "/Create/Patch");
        Object(json, value.Description, value.Properties).Close();
    }

    /// <summary>An enum.</summary>
    public static void Enum(JsonWriter json, EnumModel choice)
    {
        json.Open(choice.Name).Text("type", "string").Array("enum", choice.Members.Select(member => member.Name));
        var described = choice.Members.Where(member => member.Description.Length > 0).Select(member => "`" + member.Name + "`: " + member.Description);
        var text = string.Join("\n", described.Prepend(choice.Description).Where(line => line.Length > 0));
        if (text.Length > 0)
        {
            json.Text("description", text);
        }
        json.Close();
    }

    /// <summary>The schemas that an entity's operations use.</summary>
    public static void Entity(JsonWriter json, ResourceModel resource, bool creates, bool updates, bool lists)
    {
        json.OpenWord("entity/" + resource.Name + (creates ? "/Create" : "") + (updates ? "/Patch" : "") + (lists ? "/Page" : ""));
        OpenApiRules.Write(Object(json, resource.Description, resource.Properties), resource);
        json.Close();
    }

    private static JsonWriter Object(JsonWriter json, string description, IReadOnlyList<PropertyModel> properties)
    {
        if (description.Length > 0)
        {
            json.Text("description", description);
        }
        var required = properties.Where(property => property is { Required: true, Default: null, IsServerSet: false }).Select(property => property.Name).ToList();
        if (required.Count > 0)
        {
            json.Array("required", required);
        }
        json.Open("properties");
        foreach (var property in properties)
        {
            PropertySchema.Write(json.Open(property.Name), property);
            json.Close();
        }
        return json.Close();
    }
}
