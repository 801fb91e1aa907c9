using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Archiet;

/// <summary>
/// The place in a list, sealed with AES-GCM. Tenant, entity, order and filters are authenticated with it, so that a cursor is good for its own list only, and what
/// it holds (the last row's name, say) stays out of the logs that addresses end in.
/// </summary>
internal sealed class Cursors : IDisposable
{
    /// <summary>Bytes of the key.</summary>
    public const int KeySize = 32;

    /// <summary>What most cursors hold at most: an id, or an id and a short text.</summary>
    private const int SmallSize = 128;

    private const int NonceSize = 12, TagSize = 16, IdSize = 16, Around = NonceSize + TagSize;

    // A cipher is not to be shared by threads.
    private ThreadLocal<AesGcm>? ciphers;

    /// <summary>Takes the app's key, which lives in the database. Before that there is no cursor.</summary>
    public void Use(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeySize);
        var copy = key.ToArray();
        Interlocked.Exchange(ref ciphers, new(() => new AesGcm(copy, TagSize), trackAllValues: true))?.Dispose();
    }

    /// <summary>The cursor behind a row.</summary>
    /// <param name="caller">Whose list it is.</param>
    /// <param name="table">The entity.</param>
    /// <param name="list">The list: its order and filters.</param>
    /// <param name="id">The row's id.</param>
    /// <param name="keys">The row's sort keys as text; null where it has none.</param>
    public string Seal(Caller caller, EntityTable table, string list, Guid id, ReadOnlySpan<string?> keys)
    {
        var size = IdSize + keys.Length;
        foreach (var key in keys)
        {
            size += key is null ? 0 : sizeof(int) + Encoding.UTF8.GetByteCount(key);
        }
        Span<byte> plain = size <= SmallSize ? stackalloc byte[SmallSize] : new byte[size];
        plain = plain[..size];
        id.TryWriteBytes(plain);
        var left = plain[IdSize..];
        foreach (var key in keys)
        {
            left[0] = key is null ? (byte)0 : (byte)1;
            left = left[1..];
            if (key is not null)
            {
                var length = Encoding.UTF8.GetBytes(key, left[sizeof(int)..]);
                BinaryPrimitives.WriteInt32LittleEndian(left, length);
                left = left[(sizeof(int) + length)..];
            }
        }
        Span<byte> token = size <= SmallSize ? stackalloc byte[Around + SmallSize] : new byte[Around + size];
        token = token[..(Around + size)];
        RandomNumberGenerator.Fill(token[..NonceSize]);
        Cipher.Encrypt(token[..NonceSize], plain, token[Around..], token.Slice(NonceSize, TagSize), ListOf(caller, table, list));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Opens a cursor of this list; any other text is none.</summary>
    public ListPlace? Open(ReadOnlySpan<char> text, Caller caller, EntityTable table, string list, SortKey[] keys)
    {
        var token = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (Base64Url.DecodeFromChars(text, token, out var read, out var length) != OperationStatus.Done || read != text.Length || length < Around + IdSize)
        {
            return null;
        }
        var plain = new byte[length - Around];
        try
        {
            Cipher.Decrypt(token.AsSpan(0, NonceSize), token.AsSpan(Around, plain.Length), token.AsSpan(NonceSize, TagSize), plain, ListOf(caller, table, list));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        return new(new Guid(plain.AsSpan(0, IdSize)), KeysOf(plain.AsSpan(IdSize), table, keys));
    }

    public void Dispose()
    {
        foreach (var cipher in ciphers?.Values ?? [])
        {
            cipher.Dispose();
        }
        ciphers?.Dispose();
    }

    private AesGcm Cipher => (ciphers ?? throw new InvalidOperationException("The cursors have no key yet.")).Value!;

    /// <summary>What was sealed with this list was written by <see cref="Seal"/>, for these keys.</summary>
    private static object?[] KeysOf(ReadOnlySpan<byte> plain, EntityTable table, SortKey[] keys)
    {
        var values = keys.Length == 0 ? [] : new object?[keys.Length];
        for (var at = 0; at < keys.Length; at++)
        {
            var isNull = plain[0] == 0;
            plain = plain[1..];
            if (!isNull)
            {
                var length = BinaryPrimitives.ReadInt32LittleEndian(plain);
                values[at] = ValueForm.Of(table.Fields[keys[at].Field].Kind).Read(Encoding.UTF8.GetString(plain.Slice(sizeof(int), length)));
                plain = plain[(sizeof(int) + length)..];
            }
        }
        return values;
    }

    private static byte[] ListOf(Caller caller, EntityTable table, string list) =>
        [.. caller.Tenant.ToByteArray(), .. Encoding.UTF8.GetBytes(list.Length == 0 ? table.Name : $"{table.Name}\n{list}")];
}
