using System.Text.Json;

namespace Archiet.Draft.Wire.Shapes;

/// <summary>
/// The JSON schema of an answer, in the subset that every server takes: an object of arrays of flat objects, everything required, nothing more allowed, and no keyword
/// for lengths, ranges or patterns. What it cannot say is checked when the answer is read.
/// </summary>
internal static class AnswerSchema
{
    /// <summary>Writes the schema of an answer with some kinds of items.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<ItemShape> shapes)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        foreach (var shape in shapes)
        {
            writer.WriteStartObject(shape.Array);
            writer.WriteString("type", "array");
            writer.WritePropertyName("items");
            WriteItem(writer, shape);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
        WriteClosed(writer, shapes.Select(static shape => shape.Array));
        writer.WriteEndObject();
    }

    /// <summary>The schema as text.</summary>
    public static string Text(IReadOnlyList<ItemShape> shapes) => WireJson.Text(writer => Write(writer, shapes));

    private static void WriteItem(Utf8JsonWriter writer, ItemShape shape)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        foreach (var property in shape.Properties)
        {
            writer.WriteStartObject(property.Name);
            writer.WriteString("type", property.Kind == PropertyKind.Texts ? "array" : "string");
            writer.WriteString("description", property.Description);
            if (property.Kind == PropertyKind.Texts)
            {
                writer.WriteStartObject("items");
                writer.WriteString("type", "string");
                writer.WriteEndObject();
            }
            if (property.Kind == PropertyKind.Choice)
            {
                WriteList(writer, "enum", property.Choices);
            }
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
        WriteClosed(writer, shape.Properties.Select(static property => property.Name));
        writer.WriteEndObject();
    }

    private static void WriteClosed(Utf8JsonWriter writer, IEnumerable<string> names)
    {
        WriteList(writer, "required", names);
        writer.WriteBoolean("additionalProperties", false);
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }
        writer.WriteEndArray();
    }
}
