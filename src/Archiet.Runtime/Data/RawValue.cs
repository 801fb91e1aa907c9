using System.Buffers;
using System.Text.Json;

namespace Archiet;

/// <summary>A JSON value as it is written, escapes and all.</summary>
internal static class RawValue
{
    /// <summary>Copies the value that the reader stands on, unless it is longer than the room for it.</summary>
    public static bool TryCopy(scoped in Utf8JsonReader json, scoped ref Span<byte> to)
    {
        var length = json.HasValueSequence ? json.ValueSequence.Length : json.ValueSpan.Length;
        if (length > to.Length)
        {
            return false;
        }
        to = to[..(int)length];
        if (json.HasValueSequence)
        {
            json.ValueSequence.CopyTo(to);
        }
        else
        {
            json.ValueSpan.CopyTo(to);
        }
        return true;
    }
}
