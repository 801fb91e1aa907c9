using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Archiet.Draft.Passes;
using Archiet.Draft.Prose;
using Archiet.Draft.Wire.Shapes;

namespace Archiet.Draft.Wire.Prompts;

/// <summary>
/// What came from the document, a line of JSON each, so that no text of it can look like anything but a text; each line with a mark that the document cannot know, as it is a hash of
/// the material. A sentence that speaks to the one who drafts is never sent.
/// </summary>
internal static class MarkedMaterial
{
    private const int MarkLength = 8;

    /// <summary>The sentences of a request that are sent.</summary>
    public static IEnumerable<Sentence> SentencesOf(PassRequest request) => request.Sentences.Where(static sentence => !sentence.IsSuspect);

    /// <summary>The material of a request.</summary>
    public static string Of(PassRequest request, IReadOnlyList<ItemShape> shapes)
    {
        var lines = Lines(request, shapes).ToList();
        var unmarked = string.Join('\n', lines.Select(static line => WireJson.Text(writer => Write(writer, "", line))));
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(unmarked)))[..MarkLength];
        var material = new StringBuilder().Append("BEGIN ").Append(mark).Append('\n');
        foreach (var line in lines)
        {
            material.Append(WireJson.Text(writer => Write(writer, mark, line))).Append('\n');
        }
        return material.Append("END ").Append(mark).Append('\n').ToString();
    }

    private static IEnumerable<Action<Utf8JsonWriter>> Lines(PassRequest request, IReadOnlyList<ItemShape> shapes)
    {
        foreach (var entity in request.Entities)
        {
            yield return writer => writer.WriteString("knownEntity", entity);
        }
        foreach (var role in request.Roles)
        {
            yield return writer => writer.WriteString("knownRole", role);
        }
        foreach (var item in request.Refused)
        {
            var shape = shapes.First(shape => shape.Holds(item));
            yield return writer =>
            {
                writer.WritePropertyName("refused");
                shape.Write(writer, item);
            };
        }
        foreach (var error in request.Errors)
        {
            yield return writer => writer.WriteString("error", error);
        }
        foreach (var sentence in SentencesOf(request))
        {
            yield return writer => Write(writer, sentence);
        }
    }

    private static void Write(Utf8JsonWriter writer, string mark, Action<Utf8JsonWriter> line)
    {
        writer.WriteStartObject();
        writer.WriteString("mark", mark);
        line(writer);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Sentence sentence)
    {
        writer.WriteString("id", sentence.Id);
        writer.WriteString("kind", KindOf(sentence.Kind));
        if (sentence.Headings.Count > 0)
        {
            writer.WriteString("under", string.Join(" > ", sentence.Headings));
        }
        if (sentence.Cells.Count > 0)
        {
            writer.WriteStartArray("cells");
            foreach (var cell in sentence.Cells)
            {
                writer.WriteStringValue(cell);
            }
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteString("text", sentence.Text);
        }
    }

    private static string KindOf(SentenceKind kind) => kind switch
    {
        SentenceKind.Heading => "heading",
        SentenceKind.ListItem => "list item",
        SentenceKind.TableHeader => "table header",
        SentenceKind.TableRow => "table row",
        SentenceKind.Code => "code",
        _ => "sentence",
    };
}
