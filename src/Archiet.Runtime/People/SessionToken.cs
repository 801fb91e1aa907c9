using System.Buffers;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Archiet;

/// <summary>The SHA-256 of a session's token: what the database and the cache know a session by.</summary>
internal readonly record struct SessionHash(UInt128 First, UInt128 Last)
{
    public static SessionHash Of(ReadOnlySpan<byte> token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(token, hash);
        return From(hash);
    }

    /// <summary>The hash of its bytes: <see cref="ToBytes"/> the other way.</summary>
    public static SessionHash From(ReadOnlySpan<byte> bytes) => new(MemoryMarshal.Read<UInt128>(bytes), MemoryMarshal.Read<UInt128>(bytes[16..]));

    public byte[] ToBytes()
    {
        var bytes = new byte[SHA256.HashSizeInBytes];
        MemoryMarshal.Write(bytes, First);
        MemoryMarshal.Write(bytes.AsSpan(16), Last);
        return bytes;
    }

    public override string ToString() => Convert.ToHexStringLower(ToBytes());
}

/// <summary>The token of a session: 256 random bits, known to the browser's cookie alone.</summary>
internal sealed class SessionToken
{
    /// <summary>The prefix makes browsers insist on https (or localhost), on the path / and on no domain.</summary>
    public const string Cookie = "__Host-archiet";

    private const string Attributes = "; Path=/; Secure; HttpOnly; SameSite=Strict";
    private const int Bytes = 32;
    private const int Characters = 43;

    private readonly string text;

    private SessionToken(ReadOnlySpan<byte> token)
    {
        text = Base64Url.EncodeToString(token);
        Hash = SessionHash.Of(token);
    }

    public SessionHash Hash { get; }

    /// <summary>A new token.</summary>
    public static SessionToken Create()
    {
        Span<byte> token = stackalloc byte[Bytes];
        RandomNumberGenerator.Fill(token);
        return new(token);
    }

    /// <summary>Gives the token to the browser, in place of any it had.</summary>
    public void SendTo(HttpContext http) => http.Response.Headers.Append("Set-Cookie", $"{Cookie}={text}{Attributes}");

    /// <summary>Takes the token from the browser.</summary>
    public static void Withdraw(HttpContext http) =>
        http.Response.Headers.Append("Set-Cookie", $"{Cookie}={Attributes}; Max-Age=0");

    /// <summary>Finds the hash of the request's token. Two cookies of the name are none: one of them is not ours.</summary>
    public static bool TryRead(StringValues cookies, out SessionHash hash)
    {
        hash = default;
        var found = false;
        foreach (var header in cookies)
        {
            foreach (var part in header.AsSpan().Split(';'))
            {
                var pair = header.AsSpan(part).Trim();
                if (!pair.StartsWith(Cookie, StringComparison.Ordinal) || pair.Length <= Cookie.Length || pair[Cookie.Length] != '=')
                {
                    continue;
                }
                if (found || !TryHash(pair[(Cookie.Length + 1)..], out hash))
                {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }

    private static bool TryHash(ReadOnlySpan<char> text, out SessionHash hash)
    {
        Span<byte> token = stackalloc byte[Bytes];
        if (text.Length == Characters && Base64Url.DecodeFromChars(text, token, out _, out var length) == OperationStatus.Done && length == Bytes)
        {
            hash = SessionHash.Of(token);
            return true;
        }
        hash = default;
        return false;
    }
}
