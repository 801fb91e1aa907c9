namespace Archiet;

/// <summary>Files that a build writes beside the sources, where people and tools watch them.</summary>
internal static class FileOnDisk
{
    /// <summary>Writes a file unless it has these bytes already: whole or not at all, and never a timestamp without a change.</summary>
    /// <returns>Whether it was written.</returns>
    public static bool WriteWhenDifferent(string path, byte[] bytes, CancellationToken cancellation)
    {
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
        {
            return false;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        // Beside its place, so that the move stays on one volume; of its own name, so that two builds at once do not meet.
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(draft, bytes);
            if (!OperatingSystem.IsWindows() && File.Exists(path))
            {
                File.SetUnixFileMode(draft, File.GetUnixFileMode(path));
            }
            cancellation.ThrowIfCancellationRequested();
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
        return true;
    }
}
