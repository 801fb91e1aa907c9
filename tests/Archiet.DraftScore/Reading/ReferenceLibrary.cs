using Archiet.DraftScore.Model;

namespace Archiet.DraftScore.Reading;

/// <summary>The references that were made by hand, as they are in <c>References</c>.</summary>
internal static class ReferenceLibrary
{
    /// <summary>All of them, in the order of names.</summary>
    public static IReadOnlyList<Reference> All() =>
    [
        .. typeof(ReferenceLibrary).Assembly.GetManifestResourceNames().Where(static name => name.EndsWith(".yaml", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Read),
    ];

    private static Reference Read(string resource)
    {
        using var reader = new StreamReader(typeof(ReferenceLibrary).Assembly.GetManifestResourceStream(resource)!);
        return ReferenceReader.Read(resource, reader.ReadToEnd());
    }
}
