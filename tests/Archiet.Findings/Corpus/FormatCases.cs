using Archiet.Analyzers.Secrets;
using Archiet.Analyzers.Tests.Secrets;

namespace Archiet.Precision.Corpus;

/// <summary>Tokens of every provider of our table, and texts that are nearly such, made when the command runs.</summary>
internal static class FormatCases
{
    private const int OfEach = 5;
    private const int FirstSeed = 1_000;

    /// <summary>Both, in two families: those whose checksum decides, and the others.</summary>
    public static IEnumerable<Case> Make()
    {
        foreach (var format in TokenFormats.All)
        {
            var family = format.IsProven ? "formats with a checksum" : "other formats";
            for (var i = 0; i < OfEach; i++)
            {
                var token = Tokens.Makers[format.Kind](FirstSeed + i);
                yield return Of(family, format.Kind, token, true);
                yield return Of(family, format.Kind + ", cut", token[..Math.Min(format.Mark.Length + 8, token.Length - 1)], false);
                if (format.IsProven)
                {
                    yield return Of(family, format.Kind + ", wrong check", Altered(token), false);
                }
                else if (format.Kind != "GitHub secret scanning sample")
                {
                    yield return Of(family, format.Kind + ", masked", format.Mark + new string('x', token.Length - format.Mark.Length), false);
                }
            }
        }
    }

    private static string Altered(string token)
    {
        var at = (token.Length / 2) + 3;
        return $"{token[..at]}{(token[at] == 'a' ? 'b' : 'a')}{token[(at + 1)..]}";
    }

    private static Case Of(string family, string name, string token, bool holdsSecret) => new(family, name, $"class Code {{ string it = \"{token}\"; }}\n", holdsSecret);
}
