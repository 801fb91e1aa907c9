using System.Diagnostics;

namespace Archiet;

/// <summary>One process at a time in a folder, by a lock that the kernel gives back for one that is killed.</summary>
internal static class FolderLock
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Waits for the lock; disposing of the result gives it back.</summary>
    public static async Task<IDisposable> TakeAsync(string file, CancellationToken cancel)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException busy) when (busy is not (FileNotFoundException or DirectoryNotFoundException))
            {
                if (Stopwatch.GetElapsedTime(since) > Patience)
                {
                    throw new ArchietStartupException($"Another process has held {file} for {Patience.TotalMinutes} minutes.", busy);
                }
                await Task.Delay(Poll, cancel).ConfigureAwait(false);
            }
        }
    }
}
