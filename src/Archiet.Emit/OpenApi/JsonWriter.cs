using System.Text;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>Writes the members of a JSON object, indented by two spaces, a member a line; small objects stay on their line.</summary>
/// <param name="text">Where to write, behind what it holds already.</param>
/// <param name="depth">How deep in the document the members stand.</param>
internal sealed class JsonWriter(StringBuilder text, int depth)
{
    private const int Width = 2;
    private readonly int start = text.Length;
    private int indent = depth * Width;
    private bool first = true;

    /// <summary>Writes to a text of its own.</summary>
    public JsonWriter(int depth)
        : this(new StringBuilder(), depth)
    {
    }

    /// <summary>A member with a value that is JSON already.</summary>
    public JsonWriter Member(string name, string json)
    {
        Begin(name).Append(json);
        first = false;
        return this;
    }

    /// <summary>A member that is a string.</summary>
    public JsonWriter Text(string name, string value) => Member(name, JsonLiteral.Text(value));

    /// <summary>A member that is an object over several lines.</summary>
    public JsonWriter Open(string name)
    {
        Begin(name).Append('{');
        indent += Width;
        first = true;
        return this;
    }

    /// <summary>Ends the object.</summary>
    public JsonWriter Close()
    {
        indent -= Width;
        if (!first)
        {
            text.Append('\n').Append(' ', indent);
        }
        text.Append('}');
        first = false;
        return this;
    }

    /// <summary>A small object on one line.</summary>
    public static string Inline(IEnumerable<string> members)
    {
        var joined = string.Join(", ", members);
        return joined.Length == 0 ? "{}" : "{ " + joined + " }";
    }

    /// <summary>A small object on one line.</summary>
    public static string Inline(params string[] members) => Inline((IEnumerable<string>)members);

    /// <summary>A member for <see cref="Inline(string[])"/>; its name is a keyword of JSON Schema or of OpenAPI, and needs no escape.</summary>
    public static string Pair(string keyword, string json) => "\"" + keyword + "\": " + json;

    /// <summary>An array of strings on one line.</summary>
    public static string Array(IEnumerable<string> items) => "[" + string.Join(", ", items.Select(JsonLiteral.Text)) + "]";

    /// <summary>A reference to a component.</summary>
    public static string Reference(string kind, string name) => Inline(Pair("$ref", JsonLiteral.Text("#/components/" + kind + "/" + name)));

    /// <inheritdoc/>
    public override string ToString() => text.ToString(start, text.Length - start);

    private StringBuilder Begin(string name)
    {
        if (!first)
        {
            text.Append(',');
        }
        if (text.Length > start)
        {
            text.Append('\n');
        }
        return text.Append(' ', indent).Append(JsonLiteral.Text(name)).Append(": ");
    }
}
