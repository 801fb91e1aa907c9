using System.Text;

namespace Archiet.Analyzers.Secrets;

/// <summary>The checks in Azure's keys. A seed is eight letters that name the kind of key, as a number.</summary>
internal static class AzureChecksum
{
    private const string EntraAlphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";
    private const int BytesUnderAnnotation = 60;

    /// <summary>A check of base64 keys whose last four bytes are the hash of all before them.</summary>
    /// <param name="seeds">The names of the kinds of key that may be meant.</param>
    public static Func<string, bool> Of(params string[] seeds)
    {
        var numbers = Array.ConvertAll(seeds, Seed);
        return key =>
        {
            var bytes = Convert.FromBase64String(Padded(key.Replace('-', '+').Replace('_', '/')));
            var expected = bytes[bytes.Length - 4] | ((uint)bytes[bytes.Length - 3] << 8) | ((uint)bytes[bytes.Length - 2] << 16) | ((uint)bytes[bytes.Length - 1] << 24);
            return Array.Exists(numbers, seed => Marvin.Hash(bytes, bytes.Length - 4, seed) == expected);
        };
    }

    /// <summary>Entra's client secrets: the last three characters are the first three of six that spell the hash of all before them.</summary>
    public static bool IsEntraSecret(string secret)
    {
        var bytes = Encoding.ASCII.GetBytes(secret);
        return secret.EndsWith(EntraCheckOf(bytes, bytes.Length - 3), StringComparison.Ordinal);
    }

    /// <summary>The three characters that end a client secret.</summary>
    public static string EntraCheckOf(byte[] bytes, int length) => Checksum.Write(Marvin.Hash(bytes, length, Seed("AadPwd00")), EntraAlphabet, 6).Substring(0, 3);

    /// <summary>Common annotated keys: eighty characters, and the hash of what they encode in base 62 or base 64, cut in the shorter form.</summary>
    public static bool IsAnnotatedKey(string key)
    {
        var bytes = Convert.FromBase64String(Padded(key));
        var hash = Marvin.Hash(bytes, BytesUnderAnnotation, Seed("Default0"));
        var written = key.Substring(80).TrimEnd('=');
        return AnnotationOf(hash).StartsWith(written, StringComparison.Ordinal) || Convert.ToBase64String(BytesOf(hash)).StartsWith(written, StringComparison.Ordinal);
    }

    /// <summary>How an annotated key spells its hash: the bytes as one number in base 62, filled up with zeros, as far as base 64 can read it.</summary>
    public static string AnnotationOf(uint hash)
    {
        var bytes = BytesOf(hash);
        var number = ((uint)bytes[0] << 24) | ((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3];
        var zeros = bytes.TakeWhile(value => value == 0).Count();
        var digits = Checksum.Write(number, Checksum.Base62, 6).TrimStart('0');
        var spelled = (new string('0', Math.Min(zeros, 3)) + digits).PadRight(6, '0');
        return Convert.ToBase64String(Convert.FromBase64String(spelled.Substring(0, 6) + "==")).TrimEnd('=');
    }

    /// <summary>The number that eight letters are.</summary>
    public static ulong Seed(string letters) => letters.Aggregate(0UL, (number, letter) => (number << 8) | letter);

    private static byte[] BytesOf(uint hash) => [(byte)hash, (byte)(hash >> 8), (byte)(hash >> 16), (byte)(hash >> 24)];

    private static string Padded(string base64) => base64.PadRight((base64.Length + 3) / 4 * 4, '=');
}
