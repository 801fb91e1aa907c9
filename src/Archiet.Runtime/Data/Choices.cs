using System.Text;

namespace Archiet;

/// <summary>The names of an enum's members in order: the same text in JSON and in the database.</summary>
public sealed class Choices(params string[] names)
{
    private readonly byte[][] utf8 = [.. names.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The names in order of declaration; a member's number is its position.</summary>
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>The names as UTF-8, in the same order.</summary>
    internal ReadOnlySpan<byte[]> Utf8 => utf8;

    /// <summary>What a caller is told who sends another name.</summary>
    internal string Message { get; } = $"The field must be one of {string.Join(", ", names)}.";

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
