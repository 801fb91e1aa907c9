using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Archiet;

/// <summary>Writes and reads an enum of the genome as the API does, by its stored names, where code of the user's own makes JSON of it.</summary>
/// <typeparam name="T">The enum; a member's number is the position of its name.</typeparam>
/// <param name="choices">The names.</param>
public abstract class ChoiceJsonConverter<T>(Choices choices) : JsonConverter<T>
    where T : struct, Enum
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Find(reader.GetString()!) : throw new JsonException(choices.Message);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(NameOf(value));
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Find(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(NameOf(value));
    }

    private T Find(string name)
    {
        for (var at = 0; at < choices.Names.Count; at++)
        {
            if (string.Equals(choices.Names[at], name, StringComparison.Ordinal))
            {
                return Unsafe.As<int, T>(ref at);
            }
        }
        throw new JsonException(choices.Message);
    }

    private string NameOf(T value) => choices.Names[Unsafe.As<T, int>(ref value)];
}
