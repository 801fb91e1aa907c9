using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Archiet.Model;

/// <summary>SHA-256 over texts in UTF-8, one behind the other: the text of a whole schema is never made.</summary>
internal sealed class LineHash : IDisposable
{
    /// <summary>Characters that are hashed at once.</summary>
    private const int Most = 16 * 1024;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly char[] waiting = new char[Most];
    private readonly byte[] bytes = new byte[Encoding.UTF8.GetMaxByteCount(Most)];
    private int used;

    /// <summary>Adds a text; both halves of a surrogate pair stand in one. It stays out of the loops that call it, as they are compiled anew while they run.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LineHash Add(string text)
    {
        if (text.Length > Most - used)
        {
            Flush();
        }
        if (text.Length > Most)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            return this;
        }
        text.CopyTo(0, waiting, used, text.Length);
        used += text.Length;
        return this;
    }

    /// <summary>Adds a line with what stands before it, and "\n".</summary>
    public void AddLine(string sign, string text) => Add(sign).Add(text).Add("\n");

    /// <summary>The hash of what was added, in lower-case hex.</summary>
    public string ToHex()
    {
        Flush();
        return Naming.Hex(hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();

    private void Flush()
    {
        hash.AppendData(bytes, 0, Encoding.UTF8.GetBytes(waiting, 0, used, bytes, 0));
        used = 0;
    }
}
