using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The user's own keys, at the objects of the document that they are about.</summary>
internal static class OpenApiExtensions
{
    /// <summary>The keys as members of the object that is open.</summary>
    public static JsonWriter Write(JsonWriter json, EquatableArray<BoundExtension> extensions)
    {
        foreach (var extension in extensions)
        {
            json.Member(extension.Name, JsonLiteral.Document(extension.Json));
        }
        return json;
    }

    /// <summary>An object with an object for each thing that has none in the document; nothing where there are none.</summary>
    public static JsonWriter Write(JsonWriter json, string name, IReadOnlyCollection<ExtensionNote> notes)
    {
        if (notes.Count == 0)
        {
            return json;
        }
        json.Open(name);
        foreach (var note in notes)
        {
            Write(json.Open(note.Name), note.Extensions).Close();
        }
        return json.Close();
    }

    /// <summary>What the schema of an entity says beside its properties and rules: the field that names a row, and the keys.</summary>
    public static void Write(JsonWriter json, ResourceModel resource)
    {
        if (resource.Display is { } display)
        {
            json.Text("x-archiet-display", display);
        }
        Write(json, "x-archiet-unique-extensions", resource.UniqueExtensions);
        Write(json, resource.Extensions);
    }

    /// <summary>The keys of the genome as a whole, of its roles and of its capabilities, as members of the document.</summary>
    public static JsonWriter Write(JsonWriter json, AppModel app)
    {
        Write(json, "x-archiet-role-extensions", [.. app.Roles.Where(role => role.Extensions.Count > 0).Select(role => new ExtensionNote(role.Name, role.Extensions))]);
        if (app.Capabilities.Count > 0)
        {
            json.Open("x-archiet-capability-extensions");
            foreach (var capability in app.Capabilities)
            {
                Write(Write(json.Open(capability.Name), capability.Extensions), "allow", capability.Grants).Close();
            }
            json.Close();
        }
        return Write(json, app.Extensions);
    }
}
