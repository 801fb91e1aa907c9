using System.Text.Json;
using Archiet.Conformance.OpenApi;

namespace Archiet.Samples.Tests.Conformance;

/// <summary>A document of the shape that generated apps serve, small enough to know by heart.</summary>
internal static class Garage
{
    public static ApiDocument Document { get; } = Read();

    public static ApiResource Cars => Document.Resources.Single();

    public static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    private static ApiDocument Read()
    {
        using var stream = typeof(Garage).Assembly.GetManifestResourceStream("garage.openapi.json")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return ApiDocument.Parse(memory.ToArray());
    }
}
