namespace Archiet.Analyzers.Secrets;

/// <summary>Bytes in an array, as characters of the same numbers.</summary>
internal static class KeyBytes
{
    private const int Shortest = 16;
    private const int FewestDifferent = 8;

    /// <summary>Whether they may be a key: as many as a cipher takes, and neither one number again and again nor a row of them.</summary>
    public static bool Are(string bytes)
    {
        if (bytes.Length < Shortest || bytes.Distinct().Count() < FewestDifferent)
        {
            return false;
        }
        var steps = bytes.Zip(bytes.Skip(1), (one, next) => next - one).Distinct().Count();
        return steps > 2;
    }
}
