using Archiet.Model;
using Archiet.OpenApi;

namespace Archiet.Emit;

/// <summary>The OpenAPI document as a file: the same parts and the same join as in the app.</summary>
public static class OpenApiDocument
{
    /// <summary>The document as UTF-8 without a byte order mark, "\n" only.</summary>
    public static byte[] Write(AppModel app, IEnumerable<EntityModel> entities) => OpenApiJoin.Join(OpenApiEmitter.FrameOf(app), entities.Select(OpenApiEmitter.PartOf));

    /// <summary>The document of a whole genome.</summary>
    public static byte[] Write(GenomeModel genome) => Write(genome.App, genome.Entities);
}
