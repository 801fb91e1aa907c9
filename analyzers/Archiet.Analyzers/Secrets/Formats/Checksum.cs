using System.Globalization;
using System.Text;

namespace Archiet.Analyzers.Secrets;

/// <summary>The checks that providers build into their tokens. A token that passes is real; one that fails was never issued.</summary>
internal static class Checksum
{
    /// <summary>Digits, capitals, small letters.</summary>
    public const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    /// <summary>What a user's token of Azure DevOps adds to its check.</summary>
    public const uint OfUser = 0xE0B9692D;

    private const uint OfApplication = 0x1019F92E;
    private const string Base36 = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static readonly uint[] Table = MakeTable();

    /// <summary>GitHub's and npm's: the last six characters are the CRC-32 of what stands between the prefix's underscore and them, in base 62.</summary>
    public static bool Base62AfterPrefix(string token)
    {
        var start = token.IndexOf('_') + 1;
        return token.EndsWith(Write(Crc32(token, start, token.Length - 6), Base62, 6), StringComparison.Ordinal);
    }

    /// <summary>GitLab's routable tokens: the last seven characters are the CRC-32 of all before them, in base 36.</summary>
    public static bool Base36OfAll(string token) =>
        token.EndsWith(Write(Crc32(token, 0, token.Length - 7), Base36, 7), StringComparison.Ordinal);

    /// <summary>Grafana's: after the last underscore stands the CRC-32 of all before it, as the hex of its bytes from the lowest.</summary>
    public static bool LittleEndianHex(string token)
    {
        var crc = Crc32(token, 0, token.Length - 9);
        var swapped = (crc << 24) | ((crc & 0xFF00) << 8) | ((crc >> 8) & 0xFF00) | (crc >> 24);
        return token.EndsWith(swapped.ToString("x8", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>Azure DevOps's: four of the 32 bytes, in three places and from the highest, are the CRC-32 of the other 28, altered by a number for each kind of token.</summary>
    public static bool DevOps(string token)
    {
        var bytes = FromBase32(token);
        var written = bytes[22] | ((uint)bytes[8] << 8) | ((uint)bytes[7] << 16) | ((uint)bytes[2] << 24);
        var crc = DevOpsCrc(bytes);
        return written == (crc ^ OfUser) || written == (crc ^ OfApplication);
    }

    /// <summary>The CRC-32 of those bytes of a token that are not the check.</summary>
    public static uint DevOpsCrc(byte[] bytes)
    {
        var drawn = new string([.. bytes.Where((_, at) => at is not (2 or 7 or 8 or 22)).Select(value => (char)value)]);
        return Crc32(drawn, 0, drawn.Length);
    }

    /// <summary>CRC-32 (IEEE 802.3) of the ASCII characters from a start to an end.</summary>
    public static uint Crc32(string text, int start, int end)
    {
        var crc = uint.MaxValue;
        for (var at = start; at < end; at++)
        {
            crc = Table[(crc ^ text[at]) & 0xFF] ^ (crc >> 8);
        }
        return ~crc;
    }

    /// <summary>A number in the digits of an alphabet, padded with its zero.</summary>
    public static string Write(uint number, string alphabet, int width)
    {
        var digits = new StringBuilder(new string(alphabet[0], width));
        for (var at = width - 1; number > 0; at--)
        {
            digits[at] = alphabet[(int)(number % (uint)alphabet.Length)];
            number /= (uint)alphabet.Length;
        }
        return digits.ToString();
    }

    private static byte[] FromBase32(string text)
    {
        var bytes = new byte[text.Length * 5 / 8];
        var (bits, held, at) = (0, 0u, 0);
        foreach (var letter in text)
        {
            held = (held << 5) | (uint)(letter >= 'a' ? letter - 'a' : letter - '2' + 26);
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[at++] = (byte)(held >> bits);
            }
        }
        return bytes;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
            }
            table[i] = value;
        }
        return table;
    }
}
