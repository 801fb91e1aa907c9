using System.IO.Compression;
using System.Text;

namespace Archiet.Sdk.Tests.Harness;

/// <summary>Looks for texts in everything that a build left: its output, and each file below a folder, logs unpacked.</summary>
internal static class Leaks
{
    /// <summary>Where any of the texts is, by file; <c>console</c> for the output.</summary>
    /// <param name="except">The file that is the source of them.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> texts, string folder, string output, string except)
    {
        var places = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => except.Length == 0 || Path.GetRelativePath(folder, path) != except)
            .Where(path => texts.Any(text => Bytes(path).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0));
        return [.. places, .. texts.Where(text => output.Contains(text, StringComparison.Ordinal)).Select(static _ => "console")];
    }

    private static byte[] Bytes(string path)
    {
        if (!path.EndsWith(".binlog", StringComparison.Ordinal))
        {
            return File.ReadAllBytes(path);
        }
        using var unpacked = new MemoryStream();
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
