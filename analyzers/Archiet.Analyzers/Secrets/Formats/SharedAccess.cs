namespace Archiet.Analyzers.Secrets;

/// <summary>Azure's shared access signatures, which stand in a URL beside the fields that they sign.</summary>
internal static class SharedAccess
{
    private const int HashLength = 32;

    /// <summary>Whether a text after <c>sig=</c> is a hash in base64, as a URL writes it.</summary>
    public static bool IsSignature(string token)
    {
        var value = Uri.UnescapeDataString(token.Substring("sig=".Length));
        return value.Length == 44 && value[43] == '=' && !Samples.LooksMadeUp(value, 0) && Samples.IsMixed(value) && Bytes(value) == HashLength;
    }

    private static int Bytes(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64).Length;
        }
        catch (FormatException)
        {
            return 0;
        }
    }
}
