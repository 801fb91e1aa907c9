using System.Text.Json;

namespace Archiet.Draft.Server;

/// <summary>The lines of JSON between the first and the last line of what a model is given.</summary>
internal static class MaterialLines
{
    public static IEnumerable<JsonElement> Of(string material) =>
        material.Split('\n').Where(static line => line.StartsWith('{')).Select(static line => JsonElement.Parse(line));
}
