namespace Archiet.Conformance.OpenApi;

/// <summary>The media types that a generated app speaks.</summary>
public static class JsonTypes
{
    /// <summary>A row, a list or a session.</summary>
    public const string Json = "application/json";

    /// <summary>A change of a row (RFC 7396).</summary>
    public const string MergePatch = "application/merge-patch+json";

    /// <summary>A refusal (RFC 9457).</summary>
    public const string Problem = "application/problem+json";

    internal static IReadOnlyList<string> All { get; } = [Json, MergePatch];
}
