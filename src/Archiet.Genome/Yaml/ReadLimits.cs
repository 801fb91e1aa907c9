namespace Archiet.Genome.Yaml;

/// <summary>What a genome may cost to read. Far above what people write, far below what hurts a compiler.</summary>
internal static class ReadLimits
{
    /// <summary>Characters (UTF-16 units) of a file.</summary>
    public const int FileLength = 4 * 1024 * 1024;

    /// <summary>Mappings and lists within one another.</summary>
    public const int Depth = 32;

    /// <summary>Mappings, lists and scalars of a section.</summary>
    public const int Nodes = 500_000;

    /// <summary>Characters of one scalar.</summary>
    public const int ScalarLength = 65_536;
}
