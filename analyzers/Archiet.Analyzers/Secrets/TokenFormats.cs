namespace Archiet.Analyzers.Secrets;

/// <summary>
/// The providers whose tokens are known by sight. To add one: a row here with its mark and form, a row of the same kind in the tests' table (from which its
/// positives and negatives are made), and a row on the rule's page.
/// </summary>
internal static class TokenFormats
{
    /// <summary>No known token is shorter.</summary>
    public const int MinimumLength = 18;

    /// <summary>All of them. A longer mark stands before a shorter one that it starts with.</summary>
    public static readonly IReadOnlyList<TokenFormat> All =
    [
        new("GitHub personal access token", "ghp_", "[0-9A-Za-z]{36}", Checksum.Base62AfterPrefix),
        new("GitHub OAuth token", "gho_", "[0-9A-Za-z]{36}", Checksum.Base62AfterPrefix),
        new("GitHub user token", "ghu_", "[0-9A-Za-z]{36}", Checksum.Base62AfterPrefix),
        new("GitHub server token", "ghs_", "[0-9A-Za-z]{36}", Checksum.Base62AfterPrefix),
        new("GitHub refresh token", "ghr_", "[0-9A-Za-z]{36}", Checksum.Base62AfterPrefix),
        new("GitHub fine-grained token", "github_pat_", "[0-9A-Za-z]{22}_[0-9A-Za-z]{59}"),
        new("GitLab routable token", "glpat-", @"[0-9A-Za-z_-]{27,300}\.(?:[0-9a-z]{2}\.)?[0-9a-z]{9}", Checksum.Base36OfAll),
        new("GitLab personal access token", "glpat-", "[0-9A-Za-z_-]{20}(?![.-])"),
        new("npm access token", "npm_", "[0-9A-Za-z]{36}", Checksum.Base62AfterPrefix),
        new("NuGet API key", "oy2", "[a-z2-7]{43}"),
        new("PyPI token", "pypi-AgEIcHlwaS5vcmc", "[0-9A-Za-z_-]{50,1000}"),
        new("Docker Hub access token", "dckr_pat_", "[0-9A-Za-z_-]{27}"),
        new("AWS access key id", "AKIA", "[A-Z2-7]{16}"),
        new("AWS temporary access key id", "ASIA", "[A-Z2-7]{16}"),
        new("Google API key", "AIza", "[0-9A-Za-z_-]{35}"),
        new("Google OAuth client secret", "GOCSPX-", "[0-9A-Za-z_-]{28}"),
        new("Stripe secret key", "sk_live_", "[0-9A-Za-z]{10,99}"),
        new("Stripe test key", "sk_test_", "[0-9A-Za-z]{10,99}"),
        new("Stripe restricted key", "rk_live_", "[0-9A-Za-z]{10,99}"),
        new("Slack bot token", "xoxb-", "[0-9]{8,14}-(?:[0-9]{8,14}-)?[0-9A-Za-z]{24,34}"),
        new("Slack user token", "xoxp-", "(?:[0-9]{8,14}-){3}[0-9A-Za-z]{28,34}"),
        new("SendGrid API key", "SG.", @"[0-9A-Za-z_-]{22}\.[0-9A-Za-z_-]{43}"),
        new("Anthropic API key", "sk-ant-api03-", "[0-9A-Za-z_-]{93}AA"),
        new("OpenAI API key", "sk-", "(?:(?:proj|svcacct|admin)-)?[0-9A-Za-z_-]{20,74}T3BlbkFJ[0-9A-Za-z_-]{20,74}"),
        new("Grafana service account token", "glsa_", "[0-9A-Za-z]{32}_[0-9a-f]{8}", Checksum.LittleEndianHex),
        new("DigitalOcean access token", "dop_v1_", "[0-9a-f]{64}"),
        new("Shopify access token", "shpat_", "[0-9a-f]{32}"),
        new("Hugging Face token", "hf_", "[A-Za-z]{34}"),
    ];

    /// <summary>The formats by the first character of their marks.</summary>
    private static readonly TokenFormat[]?[] ByFirst = Index();

    /// <summary>The first token in a text: its start, its length and its format.</summary>
    public static (int Start, int Length, TokenFormat Format)? FindIn(string text)
    {
        var afterWord = false;
        for (var at = 0; at <= text.Length - MinimumLength; at++)
        {
            var first = text[at];
            if (!afterWord && first < ByFirst.Length && ByFirst[first] is { } candidates)
            {
                foreach (var format in candidates)
                {
                    if (format.Mark[1] == text[at + 1]
                        && string.CompareOrdinal(text, at, format.Mark, 0, format.Mark.Length) == 0
                        && format.LengthAt(text, at) is > 0 and var length)
                    {
                        return (at, length, format);
                    }
                }
            }
            afterWord = first is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
        }
        return null;
    }

    private static TokenFormat[]?[] Index()
    {
        var index = new TokenFormat[]?[128];
        foreach (var group in All.GroupBy(format => format.Mark[0]))
        {
            index[group.Key] = [.. group];
        }
        return index;
    }
}
