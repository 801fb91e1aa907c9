using System.Text;

namespace Archiet.Analyzers.Secrets;

/// <summary>Signed tokens: three parts in base64 between dots, of which the first says with which algorithm.</summary>
internal static class Jwt
{
    private const int ShortestSignature = 20;

    private static readonly bool[] Letters = CharClass.Named('u');

    /// <summary>What the samples of the format's own site and of its libraries say.</summary>
    private static readonly string[] SampleClaims = ["John Doe", "1234567890", "Jane Doe", "\"joe\"", "\"test\"", "example.com", "\"iss\":\"supabase-demo\""];

    /// <summary>The first token in a text, or null.</summary>
    public static Secret? FindIn(string text)
    {
        for (var start = text.IndexOf("eyJ", StringComparison.Ordinal); start >= 0; start = text.IndexOf("eyJ", start + 3, StringComparison.Ordinal))
        {
            if (start > 0 && Letters.Has(text[start - 1]))
            {
                continue;
            }
            var first = EndOfPart(text, start);
            var second = IsDot(text, first) ? EndOfPart(text, first + 1) : first;
            var third = second > first && IsDot(text, second) ? EndOfPart(text, second + 1) : second;
            if (third - second > ShortestSignature && IsSigned(text, start, first, second) && !Samples.LooksMadeUp(text.Substring(second + 1, third - second - 1), 0))
            {
                return new Secret(start, third - start, "signed token (JWT)");
            }
        }
        return null;
    }

    private static bool IsSigned(string text, int start, int first, int second)
    {
        var header = Decode(text.Substring(start, first - start));
        var claims = Decode(text.Substring(first + 1, second - first - 1));
        return header.IndexOf("\"alg\"", StringComparison.Ordinal) > 0
            && header.IndexOf("none", StringComparison.OrdinalIgnoreCase) < 0
            && claims.StartsWith("{", StringComparison.Ordinal)
            && !SampleClaims.Any(sample => claims.IndexOf(sample, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    private static bool IsDot(string text, int at) => at < text.Length && text[at] == '.';

    private static int EndOfPart(string text, int at)
    {
        while (at < text.Length && Letters.Has(text[at]))
        {
            at++;
        }
        return at;
    }

    private static string Decode(string part) => part.Length % 4 == 1
        ? ""
        : Encoding.UTF8.GetString(Convert.FromBase64String(part.Replace('-', '+').Replace('_', '/').PadRight((part.Length + 3) / 4 * 4, '=')));
}
