using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The schemas of an entity or a value: as a row, as the body of a create and as a merge patch.</summary>
internal static class OpenApiSchemas
{
    /// <summary>The three forms of a value.</summary>
    public static void Value(JsonWriter json, ValueModel value)
    {
        var properties = value.Properties.Select(property => new PropertySchema(property)).ToList();
        Object(json, value.Name, SchemaForm.Row, value.Description, properties, isEntity: false);
        Object(json, value.Name, SchemaForm.Create, value.Description, properties, isEntity: false);
        Object(json, value.Name, SchemaForm.Patch, value.Description, properties, isEntity: false);
    }

    /// <summary>An enum.</summary>
    public static void Enum(JsonWriter json, EnumModel choice)
    {
        json.Open(choice.Name).Text("type", "string").Member("enum", JsonWriter.Array(choice.Members.Select(member => member.Name)));
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
        var properties = resource.Properties.Select(property => new PropertySchema(property)).ToList();
        Object(json, resource.Name, SchemaForm.Row, resource.Description, properties, isEntity: true);
        var settable = properties.Where(schema => !schema.Property.IsServerSet).ToList();
        if (creates)
        {
            Object(json, resource.Name, SchemaForm.Create, "", settable, isEntity: true);
        }
        if (updates)
        {
            Object(json, resource.Name, SchemaForm.Patch, "", settable, isEntity: true);
        }
        if (lists)
        {
            json.Open(resource.Name + ".Page")
                .Text("type", "object")
                .Member("required", "[\"items\"]")
                .Open("properties")
                .Member("items", JsonWriter.Inline(JsonWriter.Pair("type", "\"array\""), JsonWriter.Pair("items", JsonWriter.Reference("schemas", resource.Name))))
                .Member("next", "{ \"type\": \"string\", \"description\": \"What to pass as `after` for the next page; absent on the last one.\" }")
                .Close()
                .Close();
        }
    }

    private static void Object(
        JsonWriter json, string name, SchemaForm form, string description, IReadOnlyList<PropertySchema> properties, bool isEntity)
    {
        json.Open(PropertySchema.FormName(name, form)).Text("type", "object");
        if (description.Length > 0)
        {
            json.Text("description", description);
        }
        var required = form switch
        {
            SchemaForm.Row => properties.Select(schema => schema.Property.Name),
            SchemaForm.Create => properties.Where(schema => schema.Property is { Required: true, Default: null }).Select(schema => schema.Property.Name),
            _ => [],
        };
        var names = (form == SchemaForm.Row && isEntity ? required.Prepend("version").Prepend("id") : required).ToList();
        if (names.Count > 0)
        {
            json.Member("required", JsonWriter.Array(names));
        }
        json.Open("properties");
        if (form == SchemaForm.Row && isEntity)
        {
            json.Member("id", "{ \"type\": \"string\", \"format\": \"uuid\", \"readOnly\": true }");
            json.Member("version", "{ \"type\": \"string\", \"readOnly\": true, \"description\": \"Changes with every write; the ETag without its quotes.\" }");
        }
        foreach (var schema in properties)
        {
            json.Member(schema.Property.Name, schema.In(form));
        }
        json.Close();
        if (form != SchemaForm.Row)
        {
            json.Member("additionalProperties", "false");
        }
        json.Close();
    }
}
