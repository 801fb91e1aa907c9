namespace Archiet;

/// <summary>The owned rows that a merge patch names by their ids: they are to be changed, and the owner must have them.</summary>
internal sealed class KnownRows
{
    private readonly Dictionary<(Children Children, Guid Id), string> pointers = [];

    /// <summary>Adds a row with the pointer of its id; false when the request has it already.</summary>
    public bool Add(Children children, Guid id, string pointer) => pointers.TryAdd((children, id), pointer);

    /// <summary>Whether the request names the row.</summary>
    public bool Has(Children children, Guid id) => pointers.ContainsKey((children, id));

    /// <summary>Where the request names a row.</summary>
    public IEnumerable<string> PointersOf(Guid id) => pointers.Where(row => row.Key.Id == id).Select(row => row.Value);
}
