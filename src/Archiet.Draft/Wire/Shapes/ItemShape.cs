using System.Text.Json;
using Archiet.Draft.Items;
using Archiet.Draft.Wire.Replies;

namespace Archiet.Draft.Wire.Shapes;

/// <summary>A kind of item on the wire: from the one list of its properties come the schema, the reading and the writing.</summary>
internal abstract class ItemShape
{
    /// <summary>The name of the array that holds such items.</summary>
    public abstract string Array { get; }

    /// <summary>The properties, basis and evidence among them.</summary>
    public abstract IReadOnlyList<ItemProperty> Properties { get; }

    /// <summary>Whether an item is of this kind.</summary>
    public abstract bool Holds(DraftItem item);

    /// <summary>An item from its JSON.</summary>
    public abstract DraftItem Read(ItemReader reader);

    /// <summary>An item as JSON.</summary>
    public abstract void Write(Utf8JsonWriter writer, DraftItem item);
}

/// <inheritdoc/>
/// <typeparam name="T">The item.</typeparam>
internal sealed class ItemShape<T>(string array, Func<ItemReader, T> read, params ItemProperty<T>[] own) : ItemShape
    where T : DraftItem
{
    private readonly ItemProperty<T>[] _properties =
    [
        .. own,
        new("basis", PropertyKind.Choice, "stated: the sentences say it; implied: it follows from them; assumed: nothing says it", static item => [ItemWords.Of(item.Basis)])
        {
            Choices = ItemWords.Bases,
            Otherwise = "assumed",
        },
        new("evidence", PropertyKind.Texts, "the ids of the sentences it comes from", static item => item.Evidence),
    ];

    public override string Array => array;

    public override IReadOnlyList<ItemProperty> Properties => _properties;

    public override bool Holds(DraftItem item) => item is T;

    public override DraftItem Read(ItemReader reader) => read(reader);

    public override void Write(Utf8JsonWriter writer, DraftItem item)
    {
        writer.WriteStartObject();
        foreach (var property in _properties)
        {
            var values = property.Values((T)item);
            if (property.Kind == PropertyKind.Texts)
            {
                writer.WriteStartArray(property.Name);
                foreach (var value in values)
                {
                    writer.WriteStringValue(value);
                }
                writer.WriteEndArray();
            }
            else
            {
                writer.WriteString(property.Name, values.Single());
            }
        }
        writer.WriteEndObject();
    }
}
