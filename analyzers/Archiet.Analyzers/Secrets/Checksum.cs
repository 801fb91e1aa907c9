using System.Globalization;
using System.Text;

namespace Archiet.Analyzers.Secrets;

/// <summary>The checks that providers build into their tokens. A token that passes is real; one that fails was never issued.</summary>
internal static class Checksum
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
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
