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
    private const string UpperHex = Digits + "ABCDEF";
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
        ["GitHub secret scanning sample"] = seed => "secret_scanning_ab85fc6f8d7638cf1c11da812da308d43_" + Draw(Base62, 5, seed),
        ["GitLab deploy token"] = seed => "gldt-" + Draw(Base62, 20, seed),
        ["GitLab runner token"] = seed => "glrt-" + Draw(Base62, 20, seed),
        ["GitLab feed token"] = seed => "glft-" + Draw(Base62, 20, seed),
        ["GitLab SCIM token"] = seed => "glsoat-" + Draw(Base62, 20, seed),
        ["GitLab trigger token"] = seed => "glptt-" + Draw(Hex, 40, seed),
        ["GitLab job token"] = seed => $"glcbt-{Draw(Base62, 2, seed)}_{Draw(Base62, 20, seed)}",
        ["GitLab agent token"] = seed => "glagent-" + Draw(Base62, 50, seed),
        ["GitLab OAuth application secret"] = seed => "gloas-" + Draw(Hex, 64, seed),
        ["RubyGems API key"] = seed => "rubygems_" + Draw(Hex, 48, seed),
        ["Docker Hub organization token"] = seed => "dckr_oat_" + Draw(Base62, 32, seed),
        ["Azure DevOps personal access token"] = DevOps,
        ["Bitbucket app password"] = seed => "ATBB" + Draw(Base62, 24, seed) + Draw(UpperHex, 8, seed),
        ["Atlassian API token"] = seed => $"ATATT3xFfGF0{Draw(Base62, 171, seed)}={Draw(UpperHex, 8, seed)}",
        ["Atlassian organization key"] = seed => $"ATCTT3xFfGN0{Draw(Base62, 171, seed)}={Draw(UpperHex, 8, seed)}",
        ["CircleCI token"] = seed => $"CCIPAT_{Draw(Base62, 22, seed)}_{Draw(Hex, 40, seed)}",
        ["Terraform Cloud token"] = seed => $"{Draw(Base62, 14, seed)}.atlasv1.{Draw(Base62, 67, seed)}",
        ["Pulumi access token"] = seed => "pul-" + Draw(Hex, 40, seed),
        ["Doppler token"] = seed => "dp.pt." + Draw(Base62, 43, seed),
        ["Postman API key"] = seed => $"PMAK-{Draw(Hex, 24, seed)}-{Draw(Hex, 34, seed + 1)}",
        ["Linear API key"] = seed => "lin_api_" + Draw(Base62, 40, seed),
        ["Notion integration token"] = seed => "ntn_" + Draw(Base62, 46, seed),
        ["Figma token"] = seed => "figd_" + Draw(Base62, 40, seed),
        ["AWS bearer token id"] = seed => "ABIA" + Draw(Upper + "234567", 16, seed),
        ["AWS context key id"] = seed => "ACCA" + Draw(Upper + "234567", 16, seed),
        ["AWS key id of the old form"] = seed => "A3TX" + Draw(Upper + "234567", 16, seed),
        ["AWS secret access key"] = seed => "aws_secret_access_key=" + Draw(Base62 + "+/", 37, seed) + "aB3",
        ["AWS Bedrock API key"] = seed => "ABSK" + Draw(Base62, 128, seed),
        ["Google OAuth access token"] = seed => "ya29." + Draw(Base62, 120, seed),
        ["Entra client secret"] = Entra,
        ["Entra client secret of the old form"] = seed => $"{Draw(Base62, 3, seed)}7Q~{Draw(Base62, 31, seed)}",
        ["Azure storage key"] = seed => Azure(64, "+ASt", "Default0", seed),
        ["Azure Cosmos DB key"] = seed => Azure(64, "ACDb", "MastRW00", seed),
        ["Azure Batch key"] = seed => Azure(64, "+ABa", "AbAcct00", seed),
        ["Azure API Management key"] = seed => Azure(64, "APIM", "Gatewy00", seed),
        ["Azure Service Bus key"] = seed => Azure(32, "+ASb", "Send0000", seed),
        ["Azure Event Hubs key"] = seed => Azure(32, "+AEh", "Listen00", seed),
        ["Azure Relay key"] = seed => Azure(32, "+ARm", "Manage00", seed),
        ["Azure IoT key"] = seed => Azure(32, "AIoT", "Device00", seed),
        ["Azure Cache for Redis key"] = seed => Azure(32, "AzCa", "Access00", seed),
        ["Azure Container Registry key"] = seed => Azure(39, "+ACR", "ACRDflt0", seed),
        ["Azure AI Search key"] = seed => Enumerable.Range(0, 1000).Select(i => Azure(39, "AzSe", "Query000", (seed * 1000) + i)).First(key => key.All(char.IsLetterOrDigit)),
        ["Azure Functions key"] = seed => Azure(40, "AzFu", "Functi00", seed).Replace('+', '-').Replace('/', '_'),
        ["Azure annotated key"] = Annotated,
        ["Azure shared access signature"] = seed => "sig=" + Uri.EscapeDataString(Convert.ToBase64String(Bytes(32, seed))),
        ["Databricks token"] = seed => "dapi" + Draw(Hex, 32, seed),
        ["DigitalOcean OAuth token"] = seed => "doo_v1_" + Draw(Hex, 64, seed),
        ["DigitalOcean refresh token"] = seed => "dor_v1_" + Draw(Hex, 64, seed),
        ["Cloudflare API token"] = seed => "cfut_" + Draw(Base62, 40, seed) + Draw(Hex, 8, seed + 1),
        ["Cloudflare origin CA key"] = seed => $"v1.0-{Draw(Hex, 24, seed)}-{Draw(Hex, 146, seed)}",
        ["HashiCorp Vault token"] = seed => "hvs." + Draw(Base62, 95, seed),
        ["PlanetScale token"] = seed => "pscale_tkn_" + Draw(Base62, 43, seed),
        ["Supabase token"] = seed => "sbp_" + Draw(Hex, 40, seed),
        ["Tailscale key"] = seed => $"tskey-auth-{Draw(Base62, 12, seed)}-{Draw(Base62, 32, seed)}",
        ["Grafana Cloud token"] = seed => "glc_" + Draw(Base62, 100, seed),
        ["Sentry token"] = seed => "sntryu_" + Draw(Hex, 64, seed),
        ["New Relic user key"] = seed => "NRAK-" + Draw(Upper + Digits, 27, seed),
        ["Stripe webhook secret"] = seed => "whsec_" + Draw(Base62, 32, seed),
        ["Square access token"] = seed => "EAAA" + Draw(Base62, 60, seed),
        ["Braintree access token"] = seed => $"access_token$production${Draw(Digits + Lower, 16, seed)}${Draw(Hex, 32, seed)}",
        ["Plaid access token"] = seed => "access-sandbox-" + Guid(seed),
        ["Slack refresh token"] = seed => "xoxe-1-" + Draw(Base62, 147, seed),
        ["Slack app token"] = seed => $"xapp-1-A{Draw(Upper + Digits, 10, seed)}-{Draw(Digits, 13, seed)}-{Draw(Hex, 64, seed)}",
        ["Slack webhook"] = seed => $"hooks.slack.com/services/T{Draw(Upper + Digits, 10, seed)}/B{Draw(Upper + Digits, 10, seed + 1)}/{Draw(Base62, 24, seed)}",
        ["Discord webhook"] = seed => $"discord.com/api/webhooks/{Draw(Digits, 18, seed)}/{Draw(Base62, 68, seed)}",
        ["Discord bot token"] = seed => $"{Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes("1" + Draw(Digits, 17, seed)))}.{Draw(Base62, 6, seed)}.{Draw(Base62, 27, seed)}",
        ["Teams webhook"] = seed => $"webhook.office.com/webhookb2/{Guid(seed)}@{Guid(seed + 1)}/IncomingWebhook/{Draw(Hex, 32, seed)}/{Guid(seed + 2)}",
        ["Telegram bot token"] = seed => $"1{Draw(Digits, 8, seed)}:A{Draw(Base62, 34, seed)}",
        ["Twilio API key"] = seed => "SK" + Draw(Hex, 32, seed),
        ["Mailgun API key"] = seed => "key-" + Draw(Hex, 32, seed),
        ["Mailchimp API key"] = seed => Draw(Hex, 32, seed) + "-us14",
        ["Brevo API key"] = seed => $"xkeysib-{Draw(Hex, 64, seed)}-{Draw(Base62, 16, seed)}",
        ["Anthropic admin key"] = seed => $"sk-ant-admin01-{Draw(Base62, 93, seed)}AA",
        ["Groq API key"] = seed => "gsk_" + Draw(Base62, 52, seed),
        ["xAI API key"] = seed => "xai-" + Draw(Base62, 80, seed),
        ["Replicate token"] = seed => "r8_" + Draw(Base62, 37, seed),
        ["Perplexity API key"] = seed => "pplx-" + Draw(Base62, 48, seed),
        ["LangSmith API key"] = seed => $"lsv2_pt_{Draw(Hex, 32, seed)}_{Draw(Hex, 10, seed)}",
        ["Langfuse secret key"] = seed => "sk-lf-" + Guid(seed),
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

    private static byte[] Bytes(int length, int seed) => [.. Draw(Hex, length * 2, seed).Chunk(2).Select(pair => Convert.ToByte(new string(pair), 16))];

    private static string Guid(int seed)
    {
        var hex = Draw(Hex, 32, seed);
        return $"{hex[..8]}-{hex[8..12]}-{hex[12..16]}-{hex[16..20]}-{hex[20..]}";
    }

    /// <summary>Random bytes, the mark where base64 shows it, and the hash of all that in the last four bytes.</summary>
    private static string Azure(int length, string mark, string kind, int seed)
    {
        var text = Convert.ToBase64String(Bytes(length, seed));
        var padding = text.Length - text.TrimEnd('=').Length;
        var at = text.Length - padding - 6 - mark.Length;
        var bytes = Convert.FromBase64String(string.Concat(text.AsSpan(0, at), mark, text.AsSpan(at + mark.Length)));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(length - 4), Marvin.Hash(bytes, length - 4, AzureChecksum.Seed(kind)));
        return Convert.ToBase64String(bytes);
    }

    private static string Annotated(int seed)
    {
        var text = $"{Draw(Base62, 52, seed)}JQQJ99B{Draw("ABCDEFGHIJKL", 1, seed)}AC{Draw(Base62, 10, seed)}AAAAACOG";
        var bytes = Convert.FromBase64String(text);
        return text + AzureChecksum.AnnotationOf(Marvin.Hash(bytes, bytes.Length, AzureChecksum.Seed("Default0")))[..4];
    }

    private static string Entra(int seed)
    {
        var bytes = System.Text.Encoding.ASCII.GetBytes($"{Draw(Base62, 3, seed)}8Q~{Draw(Base62, 31, seed)}");
        return System.Text.Encoding.ASCII.GetString(bytes) + AzureChecksum.EntraCheckOf(bytes, bytes.Length);
    }

    private static string DevOps(int seed)
    {
        const string alphabet = Lower + "234567";
        var bytes = new byte[33];
        Bytes(32, seed).CopyTo(bytes, 0);
        var crc = Checksum.DevOpsCrc(bytes[..32]) ^ Checksum.OfUser;
        (bytes[22], bytes[8], bytes[7], bytes[2]) = ((byte)crc, (byte)(crc >> 8), (byte)(crc >> 16), (byte)(crc >> 24));
        var bits = string.Concat(bytes.Select(value => Convert.ToString(value, 2).PadLeft(8, '0')));
        return string.Concat(Enumerable.Range(0, 52).Select(at => alphabet[Convert.ToInt32(bits.Substring(at * 5, 5), 2)]));
    }
}
