using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Archiet;

/// <summary>What is told of a body that the reader gave up on: its own message is about the JSON alone, and a body that is too deep, or more than one, may be as good JSON as any.</summary>
internal static class MalformedBody
{
    /// <summary>The sentence for the caller, with the place where the reader gave up.</summary>
    /// <param name="body">The body, whole.</param>
    /// <param name="error">What the reader threw.</param>
    public static string Describe(in ReadOnlySequence<byte> body, JsonException error)
    {
        if (body.IsEmpty)
        {
            return "The body is empty.";
        }
        var what = FindFault(body) switch
        {
            Fault.TooDeep => $"The body has more than {FieldReader.MaxDepth} levels",
            Fault.More => "The body goes on behind its JSON",
            _ => "The body is not JSON",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{what} at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}.");
    }

    /// <summary>Reads again, one level deeper, up to the place where the first reader gave up.</summary>
    private static Fault FindFault(in ReadOnlySequence<byte> body)
    {
        var json = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = FieldReader.MaxDepth + 1 });
        var fault = Fault.NoJson;
        try
        {
            while (json.Read())
            {
                if (json.CurrentDepth == FieldReader.MaxDepth && json.TokenType is (JsonTokenType.StartObject or JsonTokenType.StartArray))
                {
                    return Fault.TooDeep;
                }
                if (json.CurrentDepth == 0 && json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
                {
                    fault = Fault.More;
                }
            }
        }
        catch (JsonException)
        {
            // The same again: it is known where, and whether it came behind the end of a value.
        }
        return fault;
    }

    private enum Fault
    {
        NoJson,
        TooDeep,
        More,
    }
}
