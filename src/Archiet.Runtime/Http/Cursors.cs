using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Archiet;

/// <summary>
/// The place in a list, sealed with AES-GCM. The tenant and the entity are authenticated with it, so that a cursor is good for its own list only, and what
/// it will hold once lists have an order of their own (a name, say) stays out of the logs that addresses end in.
/// </summary>
internal sealed class Cursors : IDisposable
{
    /// <summary>Bytes of the key.</summary>
    public const int KeySize = 32;

    private const int NonceSize = 12, TagSize = 16, IdSize = 16, TokenSize = NonceSize + TagSize + IdSize;

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
    public string Seal(Caller caller, EntityTable table, Guid id)
    {
        Span<byte> plain = stackalloc byte[IdSize];
        Span<byte> token = stackalloc byte[TokenSize];
        id.TryWriteBytes(plain);
        RandomNumberGenerator.Fill(token[..NonceSize]);
        Cipher.Encrypt(token[..NonceSize], plain, token[(NonceSize + TagSize)..], token.Slice(NonceSize, TagSize), ListOf(caller, table));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Opens a cursor of this list; any other text is none.</summary>
    public bool TryOpen(ReadOnlySpan<char> text, Caller caller, EntityTable table, out Guid id)
    {
        Span<byte> token = stackalloc byte[TokenSize];
        Span<byte> plain = stackalloc byte[IdSize];
        id = default;
        if (text.Length != Base64Url.GetEncodedLength(TokenSize) || Base64Url.DecodeFromChars(text, token, out _, out var length) != OperationStatus.Done || length != TokenSize)
        {
            return false;
        }
        try
        {
            Cipher.Decrypt(token[..NonceSize], token[(NonceSize + TagSize)..], token.Slice(NonceSize, TagSize), plain, ListOf(caller, table));
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
        id = new Guid(plain);
        return true;
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

    private static byte[] ListOf(Caller caller, EntityTable table) => [.. caller.Tenant.ToByteArray(), .. Encoding.UTF8.GetBytes(table.Name)];
}
