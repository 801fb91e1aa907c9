using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The paths of an entity: the operations that some role may do, each with all it can answer.</summary>
internal static class OpenApiPaths
{
    // What every entity's operations share is written once.
    private static readonly string AnyProblem = JsonWriter.Reference("responses", "Problem");

    private static readonly Dictionary<string, string> Responses = References(
        "responses", OpenApiFrameText.ResponseName, "304", "400", "401", "403", "404", "409", "412", "413", "415", "422", "428");

    private static readonly Dictionary<string, string> Parameters = References("parameters", static name => name, "limit", "after", "id", "ifMatch", "ifNoneMatch");

    private static readonly Dictionary<string, string> Headers = new[] { "ETag", "Location ETag" }.ToDictionary(
        static names => names,
        static names => JsonWriter.Inline(names.Split(' ').Select(static name => JsonWriter.Pair(name, JsonWriter.Reference("headers", name)))),
        StringComparer.Ordinal);

    public static void Write(JsonWriter json, ResourceModel resource)
    {
        var route = "/api" + resource.Route;
        var operations = resource.Operations.ToDictionary(operation => operation.Operation);
        Path(json, route, resource, operations, Operations.List, Operations.Create);
        Path(json, route + "/{id}", resource, operations, Operations.Read, Operations.Update, Operations.Delete);
    }

    private static void Path(
        JsonWriter json, string path, ResourceModel resource, Dictionary<Operations, OperationModel> operations, params Operations[] candidates)
    {
        var granted = candidates.Where(operations.ContainsKey).ToList();
        if (granted.Count == 0)
        {
            return;
        }
        json.Open(path);
        foreach (var operation in granted)
        {
            Operation(json, resource, operations[operation]);
        }
        json.Close();
    }

    private static void Operation(JsonWriter json, ResourceModel resource, OperationModel operation)
    {
        var name = resource.Name;
        var words = Naming.Words(name);
        var shape = operation.Operation switch
        {
            Operations.List => new OperationShape("get", "list" + resource.Tag, "Lists the " + Naming.Words(resource.Tag) + ", newest first.", "limit after", "401 403 422"),
            Operations.Create => new OperationShape("post", "create" + name, "Creates " + Article(words) + ".", "", "400 401 403 409 413 415 422"),
            Operations.Read => new OperationShape("get", "read" + name, "Reads " + Article(words) + ".", "id ifNoneMatch", "401 403 404"),
            Operations.Update => new OperationShape("patch", "update" + name, "Changes " + Article(words) + " by a merge patch.", "id ifMatch", "400 401 403 404 409 412 413 415 422 428"),
            _ => new OperationShape("delete", "delete" + name, "Deletes " + Article(words) + ".", "id ifMatch", "401 403 404 409 412 428"),
        };
        json.Open(shape.Verb)
            .Text("operationId", shape.Id)
            .Member("tags", JsonWriter.Array([resource.Tag]))
            .Text("summary", shape.Summary)
            .Member("x-archiet-roles", JsonWriter.Array(operation.Roles));
        if (shape.Parameters.Length > 0)
        {
            json.Member("parameters", "[" + string.Join(", ", shape.Parameters.Split(' ').Select(parameter => Parameters[parameter])) + "]");
        }
        Body(json, name, operation.Operation);
        json.Open("responses");
        Success(json, name, words, operation.Operation);
        foreach (var status in shape.Refusals.Split(' '))
        {
            json.Member(status, Responses[status]);
        }
        json.Member("default", AnyProblem).Close().Close();
    }

    private static void Body(JsonWriter json, string name, Operations operation)
    {
        if (operation == Operations.Create)
        {
            json.Open("requestBody").Member("required", "true").Open("content").Member("application/json", Media(name + ".Create")).Close().Close();
        }
        else if (operation == Operations.Update)
        {
            json.Open("requestBody").Member("required", "true").Open("content")
                .Member("application/merge-patch+json", Media(name + ".Patch"))
                .Member("application/json", Media(name + ".Patch"))
                .Close().Close();
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
                Answer(json, "201", "The new " + words + ".", name, "Location ETag");
                break;
            case Operations.Read:
                Answer(json, "200", "The " + words + ".", name, "ETag");
                json.Member("304", Responses["304"]);
                break;
            case Operations.Update:
                Answer(json, "200", "The " + words + " as it is now.", name, "ETag");
                break;
            default:
                json.Member("204", JsonWriter.Inline(JsonWriter.Pair("description", JsonLiteral.Text("The " + words + " is gone."))));
                break;
        }
    }

    private static void Answer(JsonWriter json, string status, string description, string schema, string headers)
    {
        json.Open(status).Text("description", description);
        if (headers.Length > 0)
        {
            json.Member("headers", Headers[headers]);
        }
        json.Open("content").Member("application/json", Media(schema)).Close().Close();
    }

    private static Dictionary<string, string> References(string kind, Func<string, string> component, params string[] names) =>
        names.ToDictionary(static name => name, name => JsonWriter.Reference(kind, component(name)), StringComparer.Ordinal);

    private static string Media(string schema) => JsonWriter.Inline(JsonWriter.Pair("schema", JsonWriter.Reference("schemas", schema)));

    private static string Article(string words) => ("aeiou".IndexOf(words[0]) >= 0 ? "an " : "a ") + words;

    /// <param name="Verb">The HTTP method, in lower case.</param>
    /// <param name="Id">The operation's id.</param>
    /// <param name="Summary">One sentence.</param>
    /// <param name="Parameters">Names of shared parameters, a space between.</param>
    /// <param name="Refusals">Statuses in order, a space between.</param>
    private sealed record OperationShape(string Verb, string Id, string Summary, string Parameters, string Refusals);
}
