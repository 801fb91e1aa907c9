using System.Text;

namespace Archiet.Draft.Wire.Sending;

/// <summary>Reads the body of a response, up to a limit that no answer comes near.</summary>
internal static class ReplyBody
{
    /// <summary>The most bytes that are read, unpacked.</summary>
    public const int Most = 8 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The bytes; nothing where there are too many.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        var stream = await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var part = new byte[16 * 1024];
            int read;
            while ((read = await stream.ReadAsync(part, cancellation).ConfigureAwait(false)) > 0)
            {
                if (whole.Length + read > Most)
                {
                    return null;
                }
                whole.Write(part, 0, read);
            }
        }
        return whole.ToArray();
    }

    /// <summary>The text of a body, with or without a byte order mark.</summary>
    /// <exception cref="DecoderFallbackException">It is not UTF-8.</exception>
    public static string Text(byte[] body) => Strict.GetString(body).TrimStart('\uFEFF');

    /// <summary>The text of a body that is only looked at for a cause.</summary>
    public static string LooseText(byte[] body) => Encoding.UTF8.GetString(body);
}
