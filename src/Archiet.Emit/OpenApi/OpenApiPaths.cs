using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The paths of an entity: the operations that some role may do, each with all it can answer.</summary>
internal static class OpenApiPaths
{
    private const string Tag = "{\"ETag\":{@headers/ETag}}";
    private const string LocationAndTag = "{\"Location\":{@headers/Location},\"ETag\":{@headers/ETag}}";

    public static void Write(JsonWriter json, ResourceModel resource)
    {
        var route = "/api" + resource.Route;
        Path(json, route, resource, Operations.List | Operations.Create);
        Path(json, route + "/{id}", resource, Operations.Read | Operations.Update | Operations.Delete);
        Path(json, route + "/{id}/restore", resource, Operations.Restore);
        foreach (var transition in resource.Lifecycle?.Transitions.Where(transition => transition.Roles.Count > 0) ?? [])
        {
            Transition(json.Open(route + "/{id}/" + transition.Route), resource, transition);
            json.Close();
        }
    }

    private static void Transition(JsonWriter json, ResourceModel resource, ApiTransitionModel transition)
    {
        var words = Naming.Words(resource.Name);
        json.Open("post")
            .Text("operationId", transition.Name + resource.Name)
            .Array("tags", [resource.Tag])
            .Text("summary", "Takes " + Article(words) + " from " + string.Join(" or ", transition.From) + " to " + transition.To + ".");
        if (transition.Description.Length > 0)
        {
            json.Text("description", transition.Description);
        }
        json.Array("x-archiet-roles", transition.Roles)
            .Text("x-archiet-transition", transition.Name);
        OpenApiExtensions.Write(json, transition.Extensions)
            .Member("parameters", "[{@parameters/id},{@parameters/ifMatch}]")
            .Open("requestBody").Text("description", "Nothing, or an empty object; the content type is asked for all the same.")
            .Member("content", "{\"application/json\":{\"schema\":{\"type\":\"object\",\"additionalProperties\":false}}}").Close()
            .Open("responses");
        Answer(json, "200", "The " + words + " as it is now.", resource.Name, Tag);
        OpenApiFrameText.Refused(json, "400 401 403 404 409 412 413 415 422 428").Close().Close();
    }

    private static void Path(JsonWriter json, string path, ResourceModel resource, Operations candidates)
    {
        var granted = resource.Operations.Where(operation => (candidates & operation.Operation) != 0).ToList();
        if (granted.Count == 0)
        {
            return;
        }
        json.Open(path);
        foreach (var operation in granted)
        {
            Operation(json, resource, operation);
        }
        json.Close();
    }

    private static void Operation(JsonWriter json, ResourceModel resource, OperationModel operation)
    {
        var name = resource.Name;
        var words = Naming.Words(name);
        var shape = operation.Operation switch
        {
            Operations.List => new OperationShape("get", "list" + resource.Tag, OpenApiLists.Summary(resource), OpenApiLists.Parameters(resource), "401 403 422"),
            Operations.Create => new OperationShape("post", "create" + name, "Creates " + Article(words) + ".", "", "400 401 403 409 413 415 422"),
            Operations.Read => new OperationShape("get", "read" + name, "Reads " + Article(words) + ".", "[{@parameters/id},{@parameters/ifNoneMatch}]", "401 403 404"),
            Operations.Update => new OperationShape("patch", "update" + name, "Changes " + Article(words) + " by a merge patch.", "[{@parameters/id},{@parameters/ifMatch}]", "400 401 403 404 409 412 413 415 422 428"),
            Operations.Restore => new OperationShape("post", "restore" + name, "Brings a deleted " + words + " back.", "[{@parameters/id}]", "401 403 404 409 415"),
            _ => new OperationShape("delete", "delete" + name, "Deletes " + Article(words) + ".", "[{@parameters/id},{@parameters/ifMatch}]", "401 403 404 409 412 428"),
        };
        json.Open(shape.Verb)
            .Text("operationId", shape.Id)
            .Array("tags", [resource.Tag])
            .Text("summary", shape.Summary)
            .Array("x-archiet-roles", operation.Roles);
        if (operation.Operation == Operations.List)
        {
            OpenApiExtensions.Write(json, resource.ListExtensions);
        }
        if (shape.Parameters.Length > 0)
        {
            json.Member("parameters", shape.Parameters);
        }
        Body(json, name, operation.Operation);
        json.Open("responses");
        Success(json, name, words, operation.Operation);
        OpenApiFrameText.Refused(json, shape.Refusals).Close().Close();
    }

    private static void Body(JsonWriter json, string name, Operations operation)
    {
        if (operation == Operations.Create)
        {
            Media(json.Open("requestBody").Member("required", "true").Open("content"), "application/json", name + ".Create").Close().Close();
        }
        else if (operation == Operations.Update)
        {
            Media(json.Open("requestBody").Member("required", "true").Open("content"), "application/merge-patch+json", name + ".Patch");
            Media(json, "application/json", name + ".Patch").Close().Close();
        }
    }

    private static void Success(JsonWriter json, string name, string words, Operations operation)
    {
        switch (operation)
        {
            case Operations.List:
                Answer(json, "200", "A page of rows.", name + ".Page", "");
                break;
            case Operations.Create:
                Answer(json, "201", "The new " + words + ".", name, LocationAndTag);
                break;
            case Operations.Read:
                Answer(json, "200", "The " + words + ".", name, Tag);
                json.Reference("304", "responses", "NotModified");
                break;
            case Operations.Update or Operations.Restore:
                Answer(json, "200", "The " + words + " as it is now.", name, Tag);
                break;
            default:
                json.Open("204").Text("description", "The " + words + " is gone.").Close();
                break;
        }
    }

    private static void Answer(JsonWriter json, string status, string description, string schema, string headers)
    {
        json.Open(status).Text("description", description);
        if (headers.Length > 0)
        {
            json.Member("headers", headers);
        }
        Media(json.Open("content"), "application/json", schema).Close().Close();
    }

    private static JsonWriter Media(JsonWriter json, string type, string schema) => json.Open(type).Reference("schema", "schemas", schema).Close();

    private static string Article(string words) => ("aeiou".IndexOf(words[0]) >= 0 ? "an " : "a ") + words;

    /// <param name="Verb">The HTTP method, in lower case.</param>
    /// <param name="Id">The operation's id.</param>
    /// <param name="Summary">One sentence.</param>
    /// <param name="Parameters">References to shared parameters, or empty.</param>
    /// <param name="Refusals">Statuses in order, a space between.</param>
    private sealed record OperationShape(string Verb, string Id, string Summary, string Parameters, string Refusals);
}
