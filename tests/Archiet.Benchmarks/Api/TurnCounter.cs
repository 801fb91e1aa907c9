using System.Buffers.Binary;
using System.Net.Sockets;

namespace Archiet.Benchmarks.Api;

/// <summary>Stands between an app and its database and counts round trips: each ends with the server's ReadyForQuery.</summary>
internal sealed class TurnCounter : IDisposable
{
    private const string SocketName = ".s.PGSQL.5432";

    private readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly string server;
    private long turns;

    public TurnCounter(string serverFolder)
    {
        server = Path.Combine(serverFolder, SocketName);
        Folder = Directory.CreateTempSubdirectory("archiet-turns-").FullName;
        listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(Folder, SocketName)));
        listener.Listen();
        _ = AcceptAsync();
    }

    /// <summary>The folder of the socket that the app connects to.</summary>
    public string Folder { get; }

    /// <summary>Round trips so far.</summary>
    public long Turns => Interlocked.Read(ref turns);

    public void Dispose()
    {
        listener.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var app = await listener.AcceptAsync().ConfigureAwait(false);
                var database = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await database.ConnectAsync(new UnixDomainSocketEndPoint(server)).ConfigureAwait(false);
                _ = CopyAsync(new NetworkStream(app, true), new NetworkStream(database, true), null);
                _ = CopyAsync(new NetworkStream(database, false), new NetworkStream(app, false), new MessageScanner(() => Interlocked.Increment(ref turns)));
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // The counter was disposed: nobody connects any more.
        }
    }

    private static async Task CopyAsync(NetworkStream from, NetworkStream to, MessageScanner? scanner)
    {
        await using (from.ConfigureAwait(false))
        {
            var buffer = new byte[64 * 1024];
            try
            {
                while (await from.ReadAsync(buffer).ConfigureAwait(false) is var read and > 0)
                {
                    scanner?.Scan(buffer.AsSpan(0, read));
                    await to.WriteAsync(buffer.AsMemory(0, read)).ConfigureAwait(false);
                }
                to.Socket.Shutdown(SocketShutdown.Send);
            }
            catch (Exception ended) when (ended is IOException or SocketException or ObjectDisposedException)
            {
                // One side hung up: the other learns it from its own stream.
            }
        }
    }

    /// <summary>Follows the server's messages, a byte of type and four of length each, however they are cut into packets.</summary>
    private sealed class MessageScanner(Action onReady)
    {
        private const int HeadLength = 5;

        private readonly byte[] head = new byte[HeadLength];
        private int headFilled;
        private int bodyLeft;

        public void Scan(ReadOnlySpan<byte> bytes)
        {
            while (!bytes.IsEmpty)
            {
                if (bodyLeft > 0)
                {
                    var skipped = Math.Min(bodyLeft, bytes.Length);
                    bodyLeft -= skipped;
                    bytes = bytes[skipped..];
                    continue;
                }
                head[headFilled++] = bytes[0];
                bytes = bytes[1..];
                if (headFilled == HeadLength)
                {
                    headFilled = 0;
                    bodyLeft = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(1)) - 4;
                    if (head[0] == 'Z')
                    {
                        onReady();
                    }
                }
            }
        }
    }
}
