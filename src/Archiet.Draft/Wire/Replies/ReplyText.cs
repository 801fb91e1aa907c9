using System.Text;
using System.Text.Json;

namespace Archiet.Draft.Wire.Replies;

/// <summary>Finds the JSON in what a model wrote: bare, between fences, or behind a sentence.</summary>
internal static class ReplyText
{
    private const int DeepestLevel = 16;
    private const int MostStarts = 8;

    private static readonly JsonReaderOptions Reading = new() { AllowTrailingCommas = true, MaxDepth = DeepestLevel };

    /// <summary>A property that is there twice would be taken by chance, and so is refused.</summary>
    private static readonly JsonDocumentOptions Parsing = new() { AllowTrailingCommas = true, MaxDepth = DeepestLevel, AllowDuplicateProperties = false };

    /// <summary>The first object in a text that is accepted.</summary>
    /// <exception cref="UnreadableReplyException">There is none.</exception>
    public static JsonElement FindObject(string text, Func<JsonElement, bool> accepts)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var cause = "it holds no JSON object";
        var from = 0;
        for (var starts = 0; starts < MostStarts && bytes.AsSpan(from).IndexOf((byte)'{') is >= 0 and var start; starts++)
        {
            from += start;
            try
            {
                var found = Parse(bytes.AsMemory(from));
                if (accepts(found))
                {
                    CheckTexts(found);
                    return found;
                }
                cause = "it is not of the schema";
            }
            catch (JsonException failed) when (starts == 0)
            {
                cause = failed.Message.Contains("uplicate", StringComparison.Ordinal) ? "a property is there twice" : "its JSON is broken";
            }
            catch (JsonException)
            {
                // A brace of the prose around the answer: the next one may begin it.
            }
            from++;
        }
        throw new UnreadableReplyException(cause);
    }

    /// <summary>The text of a JSON string.</summary>
    /// <exception cref="UnreadableReplyException">It holds half of a character.</exception>
    public static string StringOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException failed)
        {
            throw new UnreadableReplyException("a text in it holds half of a character", failed);
        }
    }

    /// <summary>Half of a character can hide behind an escape; no file could hold it.</summary>
    private static void CheckTexts(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                StringOf(value);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    CheckTexts(item);
                }
                break;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    CheckTexts(property.Value);
                }
                break;
            default:
                break;
        }
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes.Span, Reading);
        reader.Read();
        reader.Skip();
        using var document = JsonDocument.Parse(bytes[..(int)reader.BytesConsumed], Parsing);
        return document.RootElement.Clone();
    }
}
