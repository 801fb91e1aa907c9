using System.Text;
using Archiet.Analyzers.Tests.Secrets;
using Microsoft.CodeAnalysis.CSharp;

namespace Archiet.Precision.Corpus;

/// <summary>What stands between § in a case: tokens and keys that are made when the command runs, so that no file of ours holds one.</summary>
internal static class MadeTexts
{
    private const string Key = "p7Qw2Lx9Vt4Zr8Nk3Bm6Yc1Hd5";
    private static readonly string Token = Tokens.Any;
    private static readonly byte[] Bytes = [12, 250, 3, 77, 41, 9, 180, 200, 55, 61, 17, 90, 33, 128, 240, 5];

    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["TOKEN"] = Token,
        ["HEAD"] = Token[..12],
        ["TAIL"] = Token[12..],
        ["REST"] = Token[4..],
        ["WRONG"] = Token[..^1] + (Token[^1] == 'a' ? 'b' : 'a'),
        ["BYTES"] = string.Join(", ", Token.Select(letter => (int)letter)),
        ["CHARS"] = string.Join(", ", Token.Select(letter => $"'{letter}'")),
        ["BASE64"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(Token)),
        ["HEX"] = Convert.ToHexString(Encoding.ASCII.GetBytes(Token)),
        ["PEM"] = Literal(KeyTexts.Pkcs8),
        ["EC"] = Literal(KeyTexts.Elliptic),
        ["PEMENC"] = Literal(KeyTexts.Encrypted),
        ["PUBLICPEM"] = Literal(KeyTexts.PublicPem),
        ["ACCOUNT"] = Literal(KeyTexts.ServiceAccount),
        ["PFX"] = KeyTexts.Bundle(),
        ["AGE"] = KeyTexts.Age,
        ["JWT"] = KeyTexts.Jwt(),
        ["SAMPLEJWT"] = KeyTexts.Jwt("""{"sub":"1234567890","name":"John Doe","iat":1516239022}"""),
        ["STORAGE"] = Convert.ToBase64String([.. Enumerable.Range(0, 4).SelectMany(turn => Bytes.Select(value => (byte)(value * (turn + 3))))]),
        ["BUS"] = Convert.ToBase64String([.. Bytes, .. Bytes.Select(value => (byte)(value * 7))]),
        ["KEY"] = Key[..23],
        ["KEY24"] = Key[..24],
        ["KEY64"] = Convert.ToBase64String(Bytes),
        ["KEYBYTES"] = string.Join(", ", Bytes),
        ["HEX32"] = Convert.ToHexStringLower(Bytes),
        ["BASIC"] = Convert.ToBase64String("shop:Kw8zuluOtter"u8),
    };

    /// <summary>A case with all of them in their places.</summary>
    public static string Fill(string text)
    {
        var parts = text.Split('§');
        for (var i = 1; i < parts.Length; i += 2)
        {
            parts[i] = Texts[parts[i]];
        }
        return string.Concat(parts);
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
