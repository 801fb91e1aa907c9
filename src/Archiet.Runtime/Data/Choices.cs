using System.Text.Json;

namespace Archiet;

/// <summary>The names of an enum's members in order: the same text in JSON and in the database.</summary>
public sealed class Choices(params string[] names)
{
    private readonly JsonEncodedText[] encoded = [.. names.Select(name => JsonEncodedText.Encode(name))];

    /// <summary>The names in order of declaration; a member's number is its position.</summary>
    public IReadOnlyList<string> Names { get; } = names;

    internal ReadOnlySpan<JsonEncodedText> Encoded => encoded;

    /// <summary>The position of a name; a name that the genome does not know throws, because the database refuses it too.</summary>
    public int Find(string name)
    {
        for (var at = 0; at < Names.Count; at++)
        {
            if (string.Equals(Names[at], name, StringComparison.Ordinal))
            {
                return at;
            }
        }
        throw new ArgumentOutOfRangeException(nameof(name), name, "The genome has no such member.");
    }
}
