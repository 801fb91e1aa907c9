using System.Security.Cryptography;
using System.Text;

namespace Archiet.Model;

/// <summary>SHA-256 over texts in UTF-8, one behind the other: the text of a whole schema is never made.</summary>
internal sealed class LineHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] bytes = new byte[32 * 1024];
    private int used;

    /// <summary>Adds a text; both halves of a surrogate pair stand in one.</summary>
    public LineHash Add(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (used + most > bytes.Length)
        {
            Flush();
            bytes = most > bytes.Length ? new byte[most] : bytes;
        }
        used += Encoding.UTF8.GetBytes(text, 0, text.Length, bytes, used);
        return this;
    }

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
        hash.AppendData(bytes, 0, used);
        used = 0;
    }
}
