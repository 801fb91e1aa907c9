using System.Text;

namespace Archiet.Analyzers.Secrets;

/// <summary>Checks of tokens that are built around an identifier.</summary>
internal static class Identifiers
{
    private const int GuidLength = 36;

    /// <summary>A bot's token starts with its number in base64: the digits give the first two letters, of which there are these.</summary>
    public static readonly string DiscordShapes = string.Join("|", new[] { "MD", "MT", "Mj", "Mz", "ND", "NT", "Nj", "Nz", "OD", "OT" }.Select(start => start + "{u21-26}.{u6}.{u27-38}"));

    /// <summary>Whether a token ends with a GUID that was not typed by hand.</summary>
    public static bool EndsWithGuid(string token)
    {
        var from = token.Length - GuidLength;
        return Guid.TryParseExact(token.Substring(from), "D", out _) && !Samples.LooksMadeUp(token, from);
    }

    /// <summary>Whether what stands before the first dot is a number in base64.</summary>
    public static bool StartsWithDiscordId(string token)
    {
        var part = token.Substring(0, token.IndexOf('.'));
        return part.Length % 4 != 1 && part.All(CharClass.IsAlphanumeric)
            && Encoding.ASCII.GetString(Convert.FromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '='))).All(char.IsDigit)
            && !Samples.LooksMadeUp(token, part.Length);
    }
}
