using System.Text;

namespace Archiet.Draft.Files;

/// <summary>Files of text, in UTF-8 and nothing else: what is not would come out as something else than it was.</summary>
internal static class StrictText
{
    public static UTF8Encoding Encoding { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="DecoderFallbackException">It is not UTF-8.</exception>
    public static string Read(string path) => Encoding.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
}
