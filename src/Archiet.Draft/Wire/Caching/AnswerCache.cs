using System.Text.Json;
using Archiet.Draft.Passes;

namespace Archiet.Draft.Wire.Caching;

/// <summary>Answers by the hash of their requests, a file each: with them a draft is made again without anybody being asked.</summary>
/// <param name="folder">The folder; it is made when the first answer is kept.</param>
internal sealed class AnswerCache(string folder)
{
    private const int DigitsInName = 16;

    /// <summary>The answer to a request, if it is here.</summary>
    /// <exception cref="DraftModelException">A file of its name cannot be read.</exception>
    public CachedAnswer? Find(string passName, string key)
    {
        var path = PathOf(passName, key);
        if (folder.Length == 0 || !File.Exists(path))
        {
            return null;
        }
        try
        {
            var root = JsonElement.Parse(File.ReadAllBytes(path));
            var found = new CachedAnswer(
                TextAt(root, "key"), TextAt(root, "pass"), TextAt(root, "asked"), TextAt(root, "answered"), [.. root.GetProperty("sentences").EnumerateArray().Select(static id => id.GetString()!)], root.GetProperty("answer"));
            return found.Key == key && found.Answer.ValueKind == JsonValueKind.Object ? found : throw new JsonException("It holds the answer to another request.");
        }
        catch (Exception failed) when (failed is JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new DraftModelException(
                WireDiagnostics.CacheDamaged, $"The file '{path}' holds no answer that can be read: restore it from version control, or delete it, and the model is asked again.", failed);
        }
    }

    /// <summary>Keeps an answer, whole or not at all.</summary>
    public void Keep(CachedAnswer answer)
    {
        if (folder.Length > 0)
        {
            // Whoever cancels has paid for it already.
            FileOnDisk.WriteWhenDifferent(PathOf(answer.Pass, answer.Key), [.. WireJson.Bytes(writer => Write(writer, answer), indented: true), (byte)'\n'], CancellationToken.None);
        }
    }

    /// <summary>The path of an answer's file.</summary>
    public string PathOf(string passName, string key) => Path.Combine(folder, $"{passName}-{key[..DigitsInName]}.json");

    private static void Write(Utf8JsonWriter writer, CachedAnswer answer)
    {
        writer.WriteStartObject();
        writer.WriteString("key", answer.Key);
        writer.WriteString("pass", answer.Pass);
        writer.WriteString("asked", answer.Asked);
        writer.WriteString("answered", answer.Answered);
        writer.WriteStartArray("sentences");
        foreach (var id in answer.Sentences)
        {
            writer.WriteStringValue(id);
        }
        writer.WriteEndArray();
        writer.WritePropertyName("answer");
        answer.Answer.WriteTo(writer);
        writer.WriteEndObject();
    }

    private static string TextAt(JsonElement root, string name) => root.GetProperty(name).GetString()!;
}
