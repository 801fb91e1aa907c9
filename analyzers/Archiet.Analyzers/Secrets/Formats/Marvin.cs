namespace Archiet.Analyzers.Secrets;

/// <summary>Marvin32, the keyed hash that Azure's services put into their keys as a checksum. Its seeds are public; it guards against mistakes, not against forgery.</summary>
internal static class Marvin
{
    /// <summary>The hash of the first bytes of a buffer, folded to 32 bits.</summary>
    public static uint Hash(byte[] bytes, int length, ulong seed)
    {
        var (low, high) = ((uint)seed, (uint)(seed >> 32));
        var at = 0;
        for (; at + 4 <= length; at += 4)
        {
            low += bytes[at] | ((uint)bytes[at + 1] << 8) | ((uint)bytes[at + 2] << 16) | ((uint)bytes[at + 3] << 24);
            Mix(ref low, ref high);
        }
        var last = 0x80u;
        for (var i = length - 1; i >= at; i--)
        {
            last = (last << 8) | bytes[i];
        }
        low += last;
        Mix(ref low, ref high);
        Mix(ref low, ref high);
        return low ^ high;
    }

    private static void Mix(ref uint low, ref uint high)
    {
        high ^= low;
        low = Rotate(low, 20) + high;
        high = Rotate(high, 9) ^ low;
        low = Rotate(low, 27) + high;
        high = Rotate(high, 19);
    }

    private static uint Rotate(uint value, int bits) => (value << bits) | (value >> (32 - bits));
}
