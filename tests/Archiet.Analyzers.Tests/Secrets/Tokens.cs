using Archiet.Analyzers.Secrets;

namespace Archiet.Analyzers.Tests.Secrets;

/// <summary>Makes tokens as the providers do, so that no file of ours holds one. The same seed gives the same token.</summary>
internal static class Tokens
{
    private const string Digits = "0123456789";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Base62 = Digits + Upper + Lower;
    private const string Url = Base62 + "-_";
    private const string Hex = Digits + "abcdef";

    /// <summary>How a token of each kind is made; one row for each row of <see cref="TokenFormats.All"/>.</summary>
    public static IReadOnlyDictionary<string, Func<int, string>> Makers { get; } = new Dictionary<string, Func<int, string>>(StringComparer.Ordinal)
    {
        ["GitHub personal access token"] = seed => WithBase62("ghp_", seed),
        ["GitHub OAuth token"] = seed => WithBase62("gho_", seed),
        ["GitHub user token"] = seed => WithBase62("ghu_", seed),
        ["GitHub server token"] = seed => WithBase62("ghs_", seed),
        ["GitHub refresh token"] = seed => WithBase62("ghr_", seed),
        ["GitHub fine-grained token"] = seed => $"github_pat_{Draw(Base62, 22, seed)}_{Draw(Base62, 59, seed + 1)}",
        ["GitLab routable token"] = seed => WithBase36($"glpat-{Draw(Url, 38, seed)}.01.{Draw(Digits, 2, seed)}"),
        ["GitLab personal access token"] = seed => "glpat-" + Draw(Base62, 20, seed),
        ["npm access token"] = seed => WithBase62("npm_", seed),
        ["NuGet API key"] = seed => "oy2" + Draw(Lower + "234567", 43, seed),
        ["PyPI token"] = seed => "pypi-AgEIcHlwaS5vcmc" + Draw(Base62, 120, seed),
        ["Docker Hub access token"] = seed => "dckr_pat_" + Draw(Base62, 27, seed),
        ["AWS access key id"] = seed => "AKIA" + Draw(Upper + "234567", 16, seed),
        ["AWS temporary access key id"] = seed => "ASIA" + Draw(Upper + "234567", 16, seed),
        ["Google API key"] = seed => "AIza" + Draw(Base62, 35, seed),
        ["Google OAuth client secret"] = seed => "GOCSPX-" + Draw(Base62, 28, seed),
        ["Stripe secret key"] = seed => "sk_live_" + Draw(Base62, 24, seed),
        ["Stripe test key"] = seed => "sk_test_" + Draw(Base62, 99, seed),
        ["Stripe restricted key"] = seed => "rk_live_" + Draw(Base62, 24, seed),
        ["Slack bot token"] = seed => $"xoxb-{Draw(Digits, 12, seed)}-{Draw(Digits, 13, seed + 1)}-{Draw(Base62, 24, seed + 2)}",
        ["Slack user token"] = seed => $"xoxp-{Draw(Digits, 12, seed)}-{Draw(Digits, 12, seed + 1)}-{Draw(Digits, 13, seed + 2)}-{Draw(Hex, 32, seed + 3)}",
        ["SendGrid API key"] = seed => $"SG.{Draw(Base62, 22, seed)}.{Draw(Base62, 43, seed + 1)}",
        ["Anthropic API key"] = seed => $"sk-ant-api03-{Draw(Base62, 93, seed)}AA",
        ["OpenAI API key"] = seed => $"sk-proj-{Draw(Base62, 58, seed)}T3BlbkFJ{Draw(Base62, 58, seed + 1)}",
        ["Grafana service account token"] = seed => WithLittleEndianHex("glsa_" + Draw(Base62, 32, seed)),
        ["DigitalOcean access token"] = seed => "dop_v1_" + Draw(Hex, 64, seed),
        ["Shopify access token"] = seed => "shpat_" + Draw(Hex, 32, seed),
        ["Hugging Face token"] = seed => "hf_" + Draw(Lower + Upper, 34, seed),
    };

    /// <summary>A token of GitHub's, for tests whose subject is not the format.</summary>
    public static string Any => Makers["GitHub personal access token"](1);

    private static string Draw(string alphabet, int length, int seed)
    {
        // Not System.Random: its sequence may change between versions, and these tokens are to be the same for ever.
        var state = ((ulong)seed * 0x9E3779B97F4A7C15) ^ (ulong)length;
        return string.Concat(Enumerable.Range(0, length).Select(_ =>
        {
            state = (state * 6364136223846793005) + 1442695040888963407;
            return alphabet[(int)((state >> 33) % (ulong)alphabet.Length)];
        }));
    }

    private static string WithBase62(string prefix, int seed)
    {
        var body = Draw(Base62, 30, seed);
        return prefix + body + Checksum.Write(Checksum.Crc32(body, 0, body.Length), Digits + Upper + Lower, 6);
    }

    private static string WithBase36(string text) => text + Checksum.Write(Checksum.Crc32(text, 0, text.Length), Digits + Lower, 7);

    private static string WithLittleEndianHex(string text)
    {
        var crc = BitConverter.GetBytes(Checksum.Crc32(text, 0, text.Length));
        return $"{text}_{Convert.ToHexStringLower(BitConverter.IsLittleEndian ? crc : [.. crc.Reverse()])}";
    }
}
