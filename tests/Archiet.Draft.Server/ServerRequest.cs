using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Archiet.Draft.Server;

/// <summary>A request that came.</summary>
/// <param name="Dialect">The way in which it asks.</param>
/// <param name="Body">Its body as it came.</param>
/// <param name="Headers">Its headers, a line each.</param>
/// <param name="Target">Its path and query.</param>
public sealed record ServerRequest(ServerDialect Dialect, string Body, IReadOnlyList<string> Headers, string Target)
{
    /// <summary>Its body as JSON.</summary>
    public JsonElement Json { get; } = JsonElement.Parse(Body);

    /// <summary>The schema of the answer that it asks for.</summary>
    public JsonElement Schema => Dialect.SchemaOf(Json);

    /// <summary>What the model is given, without its instructions.</summary>
    public string Material => Dialect.MaterialOf(Json);

    /// <summary>The arrays that the answer is to have, joined: <c>roles+entities</c>.</summary>
    public string Asks => string.Join('+', Schema.GetProperty("properties").EnumerateObject().Select(static property => property.Name));

    /// <summary>The lines of the material that are sentences, as their JSON.</summary>
    public IEnumerable<JsonElement> Sentences => MaterialLines.Of(Material).Where(static line => line.TryGetProperty("id", out _));

    /// <summary>What its answer depends on, whoever is asked: the arrays and the sentences.</summary>
    public string CassetteKey
    {
        get
        {
            var sentences = string.Join('\n', Sentences.Select(static line => $"{line.GetProperty("id").GetString()} {TextOf(line)}"));
            return $"{Asks}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sentences)))[..8]}";
        }
    }

    /// <summary>The id of the first sentence that has some words.</summary>
    public string IdOf(string words) =>
        Sentences.First(line => TextOf(line).Contains(words, StringComparison.OrdinalIgnoreCase)).GetProperty("id").GetString()!;

    private static string TextOf(JsonElement line) =>
        line.TryGetProperty("text", out var text) ? text.GetString()! : string.Join(" | ", line.GetProperty("cells").EnumerateArray().Select(static cell => cell.GetString()));
}
