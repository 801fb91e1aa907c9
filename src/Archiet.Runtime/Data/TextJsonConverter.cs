using System.Text.Json;
using System.Text.Json.Serialization;

namespace Archiet;

/// <summary>Writes and reads a named text of the genome as the API does, as the text alone, where code of the user's own makes JSON of it.</summary>
/// <typeparam name="T">The type.</typeparam>
public sealed class TextJsonConverter<T> : JsonConverter<T>
    where T : struct, IText<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && T.TryFrom(reader.GetString()!, out var value) ? value : throw new JsonException(T.Hint);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
