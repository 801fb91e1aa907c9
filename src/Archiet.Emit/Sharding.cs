using System.Globalization;
using System.Text;

namespace Archiet.Emit;

/// <summary>
/// Spreads entities over a fixed number of sources, because the compiler's cost per keystroke grows with the number of sources. An entity's shard
/// depends on its name alone, so that no other entity's coming or going moves it.
/// </summary>
public static class Sharding
{
    /// <summary>How many shards there are.</summary>
    public const int Count = 16;

    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The shard of an entity: FNV-1a over the UTF-8 of its name.</summary>
    public static int ShardOf(string entity)
    {
        var hash = OffsetBasis;
        foreach (var part in Encoding.UTF8.GetBytes(entity))
        {
            hash = unchecked((hash ^ part) * Prime);
        }
        return (int)(hash % Count);
    }

    /// <summary>A shard's number as it stands in names: two digits.</summary>
    internal static string Number(int shard) => shard.ToString("00", CultureInfo.InvariantCulture);
}
