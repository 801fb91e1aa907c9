using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The operations that some role may run: a path and the schemas of its messages each.</summary>
internal static class OpenApiOperations
{
    private const string Prefix = "/api/operations";
    private const string Nothing = "{\"application/json\":{\"schema\":{\"type\":\"object\",\"additionalProperties\":false}}}";

    /// <summary>The paths.</summary>
    public static void Paths(JsonWriter json, AppModel app)
    {
        foreach (var operation in app.Operations.Where(operation => operation.Roles.Count > 0))
        {
            Path(json.Open(Prefix + operation.Route).Open("post"), operation);
            json.Close().Close();
        }
    }

    /// <summary>The schemas.</summary>
    public static void Schemas(JsonWriter json, AppModel app)
    {
        foreach (var operation in app.Operations.Where(operation => operation.Roles.Count > 0))
        {
            Schema(json, operation.ClassName + ".Input", operation.Input, isInput: true);
            Schema(json, operation.ClassName + ".Output", operation.Output, isInput: false);
        }
    }

    private static void Path(JsonWriter json, UserOperationModel operation)
    {
        var words = Naming.Words(operation.Name);
        json.Text("operationId", "run" + operation.ClassName)
            .Array("tags", ["Operations"])
            .Text("summary", operation.Description.Length > 0 ? operation.Description : char.ToUpperInvariant(words[0]) + words.Substring(1) + ".")
            .Array("x-archiet-roles", operation.Roles)
            .Text("x-archiet-operation", operation.Name);
        OpenApiExtensions.Write(json, operation.Extensions).Open("requestBody");
        if (operation.Input.IsEmpty)
        {
            json.Text("description", "Nothing, or an empty object; the content type is asked for all the same.").Member("content", Nothing);
        }
        else
        {
            json.Member("required", "true").Open("content").Open("application/json").Reference("schema", "schemas", operation.ClassName + ".Input").Close().Close();
        }
        json.Close().Open("responses");
        if (operation.Output.IsEmpty)
        {
            json.Open("204").Text("description", "It is done.").Close();
        }
        else
        {
            json.Open("200").Text("description", "It is done.").Open("content")
                .Open("application/json").Reference("schema", "schemas", operation.ClassName + ".Output").Close().Close().Close();
        }
        OpenApiFrameText.Refused(json, "400 401 403 409 413 415 422").Close();
    }

    private static void Schema(JsonWriter json, string name, MessageModel message, bool isInput)
    {
        if (message.IsEmpty)
        {
            return;
        }
        json.Open(name).Text("type", "object");
        var required = message.Properties.Where(property => !isInput || property is { Required: true, Default: null }).Select(property => property.Name).ToList();
        if (required.Count > 0)
        {
            json.Array("required", required);
        }
        json.Open("properties");
        foreach (var property in message.Properties)
        {
            PropertySchema.Write(json.Open(property.Name), isInput ? property : property with { Default = null });
            json.Close();
        }
        json.Close();
        if (isInput)
        {
            json.Member("additionalProperties", "false");
        }
        json.Close();
    }
}
