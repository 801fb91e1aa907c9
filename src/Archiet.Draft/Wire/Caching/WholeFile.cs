namespace Archiet.Draft.Wire.Caching;

/// <summary>Files that are whole or not there: whoever is killed between leaves the old one.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file beside its place, and moves it there.</summary>
    public static void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var beside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(beside, bytes);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
