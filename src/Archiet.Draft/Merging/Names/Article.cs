namespace Archiet.Draft.Merging.Names;

/// <summary>The indefinite article of English, by the first letter.</summary>
internal static class Article
{
    /// <summary>A name with its article: <c>an Order</c>.</summary>
    public static string A(string name) => (name.Length > 0 && "AEIOaeio".Contains(name[0], StringComparison.Ordinal) ? "an " : "a ") + name;
}
