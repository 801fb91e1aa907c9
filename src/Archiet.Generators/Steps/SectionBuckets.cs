using Archiet.Genome;
using Archiet.Genome.Sections;

namespace Archiet.Generators.Steps;

/// <summary>
/// The compiler tells values of a sequence apart by their position: were sections handed on in the order of lines, an entity written between two others
/// would move all those below it, and all would be read again. So they are handed on in buckets by name, where a new one moves next to none;
/// what needs the order of lines restores it.
/// </summary>
internal static class SectionBuckets
{
    private const int Count = 64;
    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>A file's sections, bucket by bucket. Always the same number of buckets, so that none moves.</summary>
    public static IEnumerable<Items<GenomeSection>> Of(SplitGenome file) =>
        Indices(file).Select(bucket => new Items<GenomeSection>(bucket.Select(index => file.Sections[index]).ToEquatableArray()));

    /// <summary>Puts what was made of all files' sections, bucket by bucket, into the order of files and lines.</summary>
    public static IReadOnlyList<T> Restore<T>(IReadOnlyList<SplitGenome> files, IReadOnlyList<T> made)
    {
        var ordered = new T[made.Count];
        var first = 0;
        var next = 0;
        foreach (var file in files)
        {
            foreach (var index in Indices(file).SelectMany(bucket => bucket))
            {
                ordered[first + index] = made[next++];
            }
            first += file.Sections.Count;
        }
        return ordered;
    }

    private static List<int>[] Indices(SplitGenome file)
    {
        var buckets = new List<int>[Count];
        for (var bucket = 0; bucket < Count; bucket++)
        {
            buckets[bucket] = [];
        }
        for (var index = 0; index < file.Sections.Count; index++)
        {
            buckets[BucketOf(file.Sections[index].Name)].Add(index);
        }
        return buckets;
    }

    private static int BucketOf(string name)
    {
        var hash = OffsetBasis;
        foreach (var letter in name)
        {
            hash = unchecked((hash ^ letter) * Prime);
        }
        return (int)(hash % Count);
    }
}
