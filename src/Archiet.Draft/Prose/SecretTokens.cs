using System.Text.RegularExpressions;
using Archiet.Analyzers.Secrets;

namespace Archiet.Draft.Prose;

/// <summary>
/// Secrets that are known by their form, wherever they stand: the tokens of providers that the analyzers know, marks of providers with anything drawn behind them, signed
/// tokens, and credentials of headers and of URLs. An analyzer spares what looks made up; here nothing is spared, since hiding too much costs nothing.
/// </summary>
internal static partial class SecretTokens
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>All of them in a text.</summary>
    public static IEnumerable<SecretSpan> FindIn(string text)
    {
        for (var from = 0; TokenFormats.FindIn(text, from, evenMadeUp: true) is { } token; from = token.Start + token.Length)
        {
            yield return new SecretSpan(token.Start, token.Start + token.Length, token.Kind);
        }
        foreach (Match match in Marked().Matches(text))
        {
            if (match.ValueSpan.ContainsAnyInRange('0', '9'))
            {
                yield return Of(match, "provider token");
            }
        }
        foreach (Match match in Signed().Matches(text))
        {
            yield return Of(match, "signed token (JWT)");
        }
        foreach (Match match in Header().Matches(text))
        {
            yield return Of(match.Groups[1], "credentials of a header");
        }
        foreach (Match match in UrlUser().Matches(text))
        {
            yield return Of(match.Groups[1], "credentials in a URL");
        }
    }

    /// <summary>Addresses of people.</summary>
    public static IEnumerable<SecretSpan> FindEmails(string text) => Email().Matches(text).Select(match => Of(match, "e-mail address"));

    private static SecretSpan Of(Group group, string kind) => new(group.Index, group.Index + group.Length, kind);

    [GeneratedRegex(
        @"\b(sk-|sk_live_|sk_test_|rk_live_|rk_test_|pk_live_|whsec_|gh[opusr]_|github_pat_|gl[a-z]{2,6}-|xox[a-z]-|xapp-|npm_|hf_|AIza|ya29\.|pypi-|dop_v1_|shp[a-z]{2}_|SG\.|key-|pat-|AKIA|ASIA|AGE-SECRET-KEY-1|sbp_|tskey-|lin_api_|ntn_|gsk_|xai-|pplx-)[A-Za-z0-9_\-.]{14,}",
        Options)]
    private static partial Regex Marked();

    [GeneratedRegex(@"\beyJ[A-Za-z0-9_\-]{6,}\.[A-Za-z0-9_\-]{4,}(\.[A-Za-z0-9_\-]*)?", Options)]
    private static partial Regex Signed();

    [GeneratedRegex(@"\b(?:[Bb]earer|[Bb]asic|BEARER|BASIC)\s+([A-Za-z0-9_\-.~+/]*[0-9][A-Za-z0-9_\-.~+/]{14,}=*)", Options)]
    private static partial Regex Header();

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9+.\-]*://([^\s/?#@<>""'`]+:[^\s/@<>""'`]+|[A-Za-z0-9_\-]{20,})@[^\s@]", Options)]
    private static partial Regex UrlUser();

    [GeneratedRegex(@"\b[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+", Options)]
    private static partial Regex Email();
}
