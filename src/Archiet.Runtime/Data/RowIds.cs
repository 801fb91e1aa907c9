using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Archiet;

/// <summary>
/// Ids of new rows: uuids of version 7 (RFC 9562) that never go down within a process, so that a list in descending order of ids is newest first even within a
/// millisecond.
/// </summary>
internal static class RowIds
{
    private const int CounterBits = 12;

    private static long last;

    public static Guid Next(DateTimeOffset now)
    {
        var least = now.ToUnixTimeMilliseconds() << CounterBits;
        long seen, next;
        do
        {
            seen = Volatile.Read(ref last);
            next = Math.Max(least, seen + 1);
        }
        while (Interlocked.CompareExchange(ref last, next, seen) != seen);

        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[8..]);
        BinaryPrimitives.WriteInt64BigEndian(bytes, next >> CounterBits << 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (next & 0xfff)));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3f));
        return new Guid(bytes, bigEndian: true);
    }
}
