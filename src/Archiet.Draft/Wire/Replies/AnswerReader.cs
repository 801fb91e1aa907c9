using System.Text.Json;
using Archiet.Draft.Items;
using Archiet.Draft.Wire.Shapes;

namespace Archiet.Draft.Wire.Replies;

/// <summary>Reads the items of an answer: of a server's as of the cache's.</summary>
/// <param name="shapes">The kinds that were asked for.</param>
/// <param name="sentences">The ids of the sentences that were sent, which alone can be evidence.</param>
internal sealed class AnswerReader(IReadOnlyList<ItemShape> shapes, IReadOnlySet<string> sentences)
{
    /// <summary>The object in a text that a model wrote.</summary>
    /// <exception cref="UnreadableReplyException">There is none with any of the arrays that were asked for.</exception>
    public JsonElement Find(string text) => ReplyText.FindObject(text, IsAnswer);

    /// <summary>Whether an object has any of the arrays that were asked for.</summary>
    public bool IsAnswer(JsonElement root) => root.ValueKind == JsonValueKind.Object && shapes.Any(shape => root.TryGetProperty(shape.Array, out var array) && array.ValueKind == JsonValueKind.Array);

    /// <summary>The items of an answer in their order, and what was not taken.</summary>
    public (EquatableArray<DraftItem> Items, EquatableArray<string> Notes) Read(JsonElement root)
    {
        var notes = new ReplyNotes();
        var items = new List<DraftItem>();
        foreach (var shape in shapes)
        {
            if (root.TryGetProperty(shape.Array, out var array) && array.ValueKind == JsonValueKind.Array)
            {
                items.AddRange(array.EnumerateArray().Select(item => Read(item, shape, notes)).OfType<DraftItem>());
            }
            else
            {
                notes.Add($"'{shape.Array}' is not in the answer");
            }
        }
        foreach (var unknown in root.EnumerateObject().Where(property => shapes.All(shape => shape.Array != property.Name)))
        {
            notes.Add("the answer has a property that nobody asked for");
        }
        return (items.ToEquatableArray(), notes.Lines());
    }

    private DraftItem? Read(JsonElement item, ItemShape shape, ReplyNotes notes)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            notes.Add($"an item of '{shape.Array}' is no object, and was left out");
            return null;
        }
        if (item.EnumerateObject().Any(property => shape.Properties.All(known => known.Name != property.Name)))
        {
            notes.Add($"an item of '{shape.Array}' has a property that nobody asked for");
        }
        var reader = new ItemReader(item, shape, sentences, notes);
        if (shape.Properties.FirstOrDefault(property => property.IsNeeded && reader.Text(property.Name).Length == 0) is { } missing)
        {
            notes.Add($"an item of '{shape.Array}' has no '{missing.Name}', and was left out");
            return null;
        }
        return shape.Read(reader);
    }
}
