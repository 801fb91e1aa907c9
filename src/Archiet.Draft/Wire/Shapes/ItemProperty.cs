using Archiet.Draft.Items;

namespace Archiet.Draft.Wire.Shapes;

/// <summary>What a property of an item holds on the wire. Nothing is nested, nullable or left out: what every server's grammar can carry.</summary>
internal enum PropertyKind
{
    /// <summary>A text; empty where there is nothing to say.</summary>
    Text,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>A list of texts.</summary>
    Texts,
}

/// <summary>A property of an item as it goes over the wire.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Description">What is asked for, in the words that the model reads.</param>
internal record ItemProperty(string Name, PropertyKind Kind, string Description)
{
    /// <summary>The words of a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The word of a choice that commits to least: what any other word is read as.</summary>
    public string Otherwise { get; init; } = "";

    /// <summary>Whether an item without it says nothing, and is left out.</summary>
    public bool IsNeeded { get; init; }
}

/// <summary>A property with the way to it.</summary>
/// <typeparam name="T">The item.</typeparam>
internal sealed record ItemProperty<T>(string Name, PropertyKind Kind, string Description, Func<T, IEnumerable<string>> Values) : ItemProperty(Name, Kind, Description)
    where T : DraftItem;
