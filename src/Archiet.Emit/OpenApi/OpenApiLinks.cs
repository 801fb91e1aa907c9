using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The sub-resources of an entity: the rows that a row is linked to.</summary>
internal static class OpenApiLinks
{
    private const string Target =
        "{\"name\":\"target\",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"string\",\"format\":\"uuid\"},\"description\":\"The row that is linked to.\"}";

    public static void Write(JsonWriter json, EntityModel entity)
    {
        foreach (var link in entity.Links)
        {
            Write(json, entity.Resource, link);
        }
    }

    private static void Write(JsonWriter json, ResourceModel resource, LinkModel link)
    {
        var path = "/api" + resource.Route + "/{id}" + link.Route;
        var words = Naming.Words(resource.Name);
        if (link.Readers.Count > 0)
        {
            Operation(OpenApiExtensions.Write(json.Open(path), link.Extensions), "get", "list" + link.Member + "Of" + resource.Name, resource, "Lists the " + Naming.Words(link.Name) + " of the " + words + ".", link.Readers)
                .Member("parameters", "[{@parameters/id},@list/" + link.Entity + "]").Open("responses");
            json.Open("200").Text("description", "A page of rows.").Open("content").Open("application/json").Reference("schema", "schemas", link.Entity + ".Page").Close().Close().Close();
            OpenApiFrameText.Refused(json, "401 403 404 422").Close().Close().Close();
        }
        if (link.Writers.Count > 0)
        {
            OpenApiExtensions.Write(json.Open(path + "/{target}"), link.Extensions);
            Change(json, "put", "add" + link.Member + "To" + resource.Name, resource, "Links the " + words + " to a row of its " + Naming.Words(link.Name) + "; nothing changes where it is linked already.", link, "It is linked.");
            Change(json, "delete", "remove" + link.Member + "From" + resource.Name, resource, "Removes a row from the " + Naming.Words(link.Name) + " of the " + words + "; the row itself stays.", link, "It is not linked.");
            json.Close();
        }
    }

    private static void Change(JsonWriter json, string verb, string id, ResourceModel resource, string summary, LinkModel link, string done)
    {
        Operation(json, verb, id, resource, summary, link.Writers).Member("parameters", "[{@parameters/id}," + Target + "]").Open("responses");
        json.Open("204").Text("description", done).Close();
        OpenApiFrameText.Refused(json, "401 403 404 409").Close().Close();
    }

    private static JsonWriter Operation(JsonWriter json, string verb, string id, ResourceModel resource, string summary, IEnumerable<string> roles) => json.Open(verb)
        .Text("operationId", id).Array("tags", [resource.Tag]).Text("summary", summary).Array("x-archiet-roles", roles);
}
