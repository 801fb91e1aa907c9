using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The schemas of entities, values and enums. Those of an entity or a value are written once for all their forms; the join takes them apart.</summary>
internal static class OpenApiSchemas
{
    /// <summary>The three forms of a value.</summary>
    public static void Value(JsonWriter json, ValueModel value)
    {
        json.OpenWord("value/" + value.Name + "/Create/Patch");
        OpenApiExtensions.Write(Object(json, value.Description, value.Properties, [], []), value.Extensions).Close();
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
        OpenApiExtensions.Write(
            json, "x-archiet-members", [.. choice.Members.Where(member => member.Extensions.Count > 0).Select(member => new ExtensionNote(member.Name, member.Extensions))]);
        OpenApiExtensions.Write(json, choice.Extensions).Close();
    }

    /// <summary>The schemas that an entity's operations use.</summary>
    public static void Entity(JsonWriter json, EntityModel entity, bool creates, bool updates, bool lists)
    {
        var resource = entity.Resource;
        json.OpenWord("entity/" + resource.Name + (creates ? "/Create" : "") + (updates ? "/Patch" : "") + (lists ? "/Page" : ""));
        OpenApiRules.Write(Object(json, resource.Description, resource.Properties, entity.Children, resource.Hidden), resource);
        OpenApiExtensions.Write(json, resource);
        json.Close();
    }

    /// <summary>The schemas of an owned row: as it is read, as a part of its owner's create, and of its owner's merge patch.</summary>
    public static void Owned(JsonWriter json, EntityModel entity)
    {
        json.OpenWord("owned/" + entity.Resource.Name + "/Create/Patch");
        OpenApiRules.Write(Object(json, entity.Resource.Description, entity.Resource.Properties, [], []), entity.Resource);
        OpenApiExtensions.Write(json, entity.Resource);
        json.Close();
    }

    private static JsonWriter Object(JsonWriter json, string description, IReadOnlyList<PropertyModel> properties, IReadOnlyCollection<ChildrenModel> arrays, IReadOnlyCollection<HiddenModel> hidden)
    {
        if (description.Length > 0)
        {
            json.Text("description", description);
        }
        var required = properties.Where(property => property is { Required: true, Default: null, IsServerSet: false, CanBeLeftOut: false }).Select(property => property.Name)
            .Concat(arrays.Where(children => children.Min > 0).Select(children => children.Name)).ToList();
        if (required.Count > 0)
        {
            json.Array("required", required);
        }
        json.Open("properties");
        foreach (var property in properties)
        {
            PropertySchema.Write(json.Open(property.Name), property);
            Hidden(json, property.Name, hidden).Close();
        }
        foreach (var children in arrays)
        {
            Hidden(Array(json.Open(children.Name), children), children.Name, hidden).Close();
        }
        return json.Close();
    }

    private static JsonWriter Hidden(JsonWriter json, string name, IReadOnlyCollection<HiddenModel> hidden) =>
        hidden.Count > 0 && hidden.FirstOrDefault(member => member.Name == name) is { } found ? json.Array("x-archiet-hidden", found.Roles) : json;

    /// <summary>Owned rows: an array that is given and answered as a whole.</summary>
    private static JsonWriter Array(JsonWriter json, ChildrenModel children)
    {
        json.Member("type", "\"array\"").Member("items", "{@schemas/" + children.Entity + "*}");
        if (children.Min > 0)
        {
            json.Member("minItems", CSharpText.Number(children.Min));
        }
        if (children.Max is { } max)
        {
            json.Member("maxItems", CSharpText.Number(max));
        }
        if (children.Description.Length > 0)
        {
            json.Text("description", children.Description);
        }
        return OpenApiExtensions.Write(json, children.Extensions);
    }
}
